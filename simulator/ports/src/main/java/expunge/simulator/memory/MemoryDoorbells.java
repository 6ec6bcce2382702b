package expunge.simulator.memory;

import expunge.run.Scheduler;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Bells in a list. Each is kept exactly once, until a test takes it. */
public final class MemoryDoorbells implements Doorbells {
  private final Scheduler scheduler;
  private final List<Queued> queue = new ArrayList<>();

  /** The scheduler's clock says from when a delay counts. */
  public MemoryDoorbells(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * A bell that was rung and not yet taken.
   *
   * @param due when it may be taken
   */
  public record Queued(Doorbell bell, Instant due) {
    /** The message group: its task, so that a small task is not starved by a huge one. */
    public TaskId group() {
      return bell.task();
    }
  }

  @Override
  public synchronized List<Doorbell> ring(List<Doorbell> bells, Duration delay) {
    if (bells.size() > BELLS_PER_CALL) {
      throw new IllegalArgumentException("too many bells for one call: " + bells.size());
    }
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("a bell can't be delayed by " + delay);
    }
    Instant due = scheduler.now().plus(roundedUp(delay));
    bells.forEach(bell -> queue.add(new Queued(bell, due)));
    return List.of();
  }

  /** All that are not taken, in the order in which they become due. */
  public synchronized List<Queued> queued() {
    return queue.stream().sorted(Comparator.comparing(Queued::due)).toList();
  }

  /** Removes those that are due at {@code now}, and returns them in the order of becoming due. */
  public synchronized List<Doorbell> takeDue(Instant now) {
    List<Queued> due = queued().stream().filter(bell -> !bell.due().isAfter(now)).toList();
    due.forEach(queue::remove);
    return due.stream().map(Queued::bell).toList();
  }

  private static Duration roundedUp(Duration delay) {
    return Duration.ofSeconds(delay.plusNanos(999_999_999).toSeconds());
  }
}
