package expunge.segment;

import expunge.dataset.Dataset;
import expunge.run.ExpungeException;
import expunge.task.Task;
import expunge.task.TaskStore;
import java.util.List;
import java.util.Optional;

/** What people see of a segment's deletions, and how they let others join again. */
public final class SegmentControl {
  private static final int MOST_TRIES = 8;

  private final SegmentStore segments;
  private final TaskStore tasks;

  /** With its ports; holds no state of its own. */
  public SegmentControl(SegmentStore segments, TaskStore tasks) {
    this.segments = segments;
    this.tasks = tasks;
  }

  /** What came of enabling a segment. */
  public sealed interface Enabled {
    /** Everybody may join; as the segment is now. */
    record Done(Segment segment) implements Enabled {}

    /** Nothing was changed, as its members are being deleted. */
    record Busy(Task running) implements Enabled {}

    /** There is no such segment. */
    record Unknown() implements Enabled {}
  }

  /** The tasks that were to delete its members, the newest first; those that are remembered. */
  public List<Task> deletions(Segment segment) {
    return segment.deletions().stream().flatMap(id -> tasks.find(id).stream()).toList();
  }

  /**
   * Enables a segment whose last deletion has ended. Repeating it is harmless.
   *
   * @throws expunge.run.ExpungeException where it has to be repeated
   */
  public Enabled enable(Dataset dataset, String id) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<Enabled> enabled = enabled(dataset, id);
      if (enabled.isPresent()) {
        return enabled.get();
      }
    }
    throw new ExpungeException.Retryable("a segment changes all the time", null);
  }

  /** Empty where it has changed meanwhile. */
  private Optional<Enabled> enabled(Dataset dataset, String id) {
    Optional<Segment> segment = segments.find(dataset, id);
    if (segment.isEmpty()) {
      return Optional.of(new Enabled.Unknown());
    }
    Optional<Task> running = running(segment.get());
    if (running.isPresent()) {
      return running.map(Enabled.Busy::new);
    }
    return segments.enable(dataset, segment.get())
        ? segments.find(dataset, id).<Enabled>map(Enabled.Done::new)
        : Optional.empty();
  }

  /** Of all that are remembered: a retried or copied item may name them in any order. */
  private Optional<Task> running(Segment segment) {
    return segment.deletions().stream()
        .flatMap(id -> tasks.find(id).stream())
        .filter(task -> !task.state().isTerminal())
        .findFirst();
  }
}
