package expunge.targeting;

import expunge.creation.KeyedCreation;
import expunge.criterion.Criterion;
import expunge.file.KeyFile;
import expunge.file.Limits;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.report.ResultKeys;
import expunge.run.Scheduler;
import expunge.task.CallKey;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Ringer;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.util.Optional;

/**
 * Makes the task of deleting whoever meets a criterion. A worker looks for them and writes their
 * keys as the task's file; from then on they are fixed, and the task waits for its confirmation.
 */
public final class TargetDeletion {
  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Ringer ringer;
  private final Limits limits;
  private final Scheduler scheduler;
  private final Log log;

  /**
   * With its ports; holds no state of its own.
   *
   * @param limits of the files that are written, as intake has them
   */
  public TargetDeletion(
      TaskStore tasks,
      ObjectStore objects,
      Ringer ringer,
      Limits limits,
      Scheduler scheduler,
      Log log) {
    this.tasks = tasks;
    this.objects = objects;
    this.ringer = ringer;
    this.limits = limits;
    this.scheduler = scheduler;
    this.log = log;
  }

  /**
   * Makes one, or finds the one that the same call has made, and has a worker look after it. The
   * criterion is written first, beside the task and not into it, as it may name people; where the
   * call is a repetition, or fails, one is left that belongs to no task and expires.
   *
   * @param call empty where it has no key: then a repetition makes another task
   * @return the task as it is now; empty where another call has used the key
   * @throws expunge.run.ExpungeException where it is unknown whether there is a task now; the same
   *     call under the same key may be repeated
   */
  public Optional<Task> make(TargetRequest asked, Optional<CallKey> call) {
    TaskId id = new TaskId(scheduler.newId());
    objects.put(
        ResultKeys.criterion(id),
        StoredCriterion.CONTENT_TYPE,
        StoredCriterion.write(asked.criterion()));
    Optional<Task> made = new KeyedCreation(tasks, scheduler, log).make(newTask(id, asked), call);
    made.filter(task -> task.state() == TaskState.PENDING_UPLOAD).ifPresent(ringer::ring);
    return made;
  }

  /**
   * Whom a task means; empty where its criterion is not there (any more).
   *
   * @throws expunge.run.ExpungeException permanent where it can't be read by this build
   */
  public static Optional<Criterion> criterionOf(ObjectStore objects, TaskId task) {
    return objects.read(ResultKeys.criterion(task)).map(StoredCriterion::read);
  }

  /** Where the keys of those that a task means are written. */
  public static String fileKey(TaskId task) {
    return "uploads/" + task + "/target.csv";
  }

  private Task newTask(TaskId id, TargetRequest asked) {
    Slicing slicing = Slicing.by(limits, Optional.of(asked.dataset()));
    return Task.pendingUpload(id, request(asked), fileKey(id), slicing, scheduler.now());
  }

  private static Request request(TargetRequest asked) {
    return new Request(
        TaskKind.DELETION,
        asked.dataset().name(),
        asked.deletionType(),
        KeyFile.options(asked.dataset().key().name()),
        asked.description(),
        asked.reason(),
        asked.purpose(),
        Optional.of(asked.requestedBy()),
        asked.dryRun(),
        false,
        new Origin.Target());
  }
}
