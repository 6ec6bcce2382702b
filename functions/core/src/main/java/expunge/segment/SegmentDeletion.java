package expunge.segment;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.file.KeyFile;
import expunge.file.Limits;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.segment.SegmentStore.Begun;
import expunge.task.CallKey;
import expunge.task.KeyedCall;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Ringer;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskStore;
import java.util.Optional;

/** Makes the task that deletes all members of a segment. A worker finds out who they are. */
public final class SegmentDeletion {
  private final SegmentStore segments;
  private final TaskStore tasks;
  private final Ringer ringer;
  private final Scheduler scheduler;
  private final Limits limits;
  private final Log log;

  /**
   * With its ports; holds no state of its own.
   *
   * @param limits of the files of tasks that are made from now on
   */
  public SegmentDeletion(
      SegmentStore segments,
      TaskStore tasks,
      Ringer ringer,
      Scheduler scheduler,
      Limits limits,
      Log log) {
    this.segments = segments;
    this.tasks = tasks;
    this.ringer = ringer;
    this.scheduler = scheduler;
    this.limits = limits;
    this.log = log;
  }

  /**
   * Disables a segment and asks for the deletion of its members, which the caller has confirmed.
   *
   * @param dataset declares segments
   * @param call empty where it has no key: a repetition then finds the first one under way
   * @throws ExpungeException where it is unknown whether there is a task now
   */
  public DeletionAnswer delete(
      Dataset dataset,
      String segment,
      Optional<String> reason,
      String requestedBy,
      Optional<CallKey> call) {
    Optional<Segment> found = segments.find(dataset, segment);
    Optional<Origin.Segment> origin =
        found.flatMap(Segment::source).map(source -> new Origin.Segment(segment, source));
    if (origin.isPresent()) {
      return delete(dataset, task(dataset, origin.get(), reason, requestedBy), call);
    }
    return call.flatMap(key -> tasks.keyedCall(key.key(), scheduler.now()))
        .map(standing -> standing(standing, call))
        .orElseGet(
            () ->
                found.isPresent() ? new DeletionAnswer.Unreadable() : new DeletionAnswer.Unknown());
  }

  private DeletionAnswer standing(KeyedCall standing, Optional<CallKey> call) {
    return standing.call().equals(call.orElseThrow())
        ? rung(standing.task())
        : new DeletionAnswer.KeyReused();
  }

  private DeletionAnswer delete(Dataset dataset, Task task, Optional<CallKey> call) {
    Optional<KeyedCall> keyed = call.map(key -> KeyedCall.made(key, task.id(), scheduler.now()));
    return switch (segments.begin(dataset, task, keyed, scheduler.now())) {
      case Begun.Made _ -> {
        log.write(new LogEntry.TaskCreated(task.id()));
        yield rung(task.id());
      }
      case Begun.Called(KeyedCall standing) -> standing(standing, call);
      case Begun.Busy(TaskId running) -> new DeletionAnswer.Busy(running);
      case Begun.Unknown _ -> new DeletionAnswer.Unknown();
    };
  }

  /** A bell too many does no harm. */
  private DeletionAnswer rung(TaskId id) {
    Task task =
        tasks
            .find(id)
            .orElseThrow(
                () -> new ExpungeException.Permanent("task " + id + " has vanished", null));
    ringer.ring(task);
    return new DeletionAnswer.Asked(task);
  }

  private Task task(
      Dataset dataset, Origin.Segment origin, Optional<String> reason, String requestedBy) {
    TaskId id = new TaskId(scheduler.newId());
    return Task.pendingUpload(
        id,
        new Request(
            TaskKind.DELETION,
            dataset.name(),
            DeletionType.COMPLETE,
            KeyFile.options(dataset.key().name()),
            Optional.empty(),
            reason,
            Optional.empty(),
            Optional.of(requestedBy),
            false,
            true,
            origin),
        "uploads/" + id + "/segment.csv",
        Slicing.by(limits, Optional.of(dataset)),
        scheduler.now());
  }
}
