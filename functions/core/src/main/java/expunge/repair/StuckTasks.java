package expunge.repair;

import expunge.creation.TaskCreation;
import expunge.file.Problem;
import expunge.intake.ArrivedFile;
import expunge.intake.Intake;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ListedVersion;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.report.EndOfTask;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.selection.GatheringProgress;
import expunge.task.KeyedCall;
import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.task.UnsettledTask;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Finds tasks that have not moved for too long, and does what their state asks for. */
final class StuckTasks {
  private static final int PAGE = 100;

  /** Who repeats a call as long as it counts gets a link that is good for a while from then on. */
  private static final Duration UPLOAD_TIME = KeyedCall.LIFE.plus(TaskCreation.LINK);

  /** Who asks for a few deletions is no longer there when their file is not. */
  private static final Duration REQUEST_TIME = Duration.ofMinutes(10);

  private static final Problem NEVER_UPLOADED =
      Problem.of(
          "never-uploaded",
          "No file came",
          "The task has waited for its file in vain, so nothing was deleted.",
          "Ask for it again; where it is to have a file, upload that soon, by the link in the"
              + " answer.");

  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Intake intake;
  private final Ringer ringer;
  private final EndOfTask end;
  private final Scheduler scheduler;
  private final Log log;
  private final RepairRules rules;

  StuckTasks(
      TaskStore tasks,
      ObjectStore objects,
      Intake intake,
      Ringer ringer,
      EndOfTask end,
      Scheduler scheduler,
      Log log,
      RepairRules rules) {
    this.tasks = tasks;
    this.objects = objects;
    this.intake = intake;
    this.ringer = ringer;
    this.end = end;
    this.scheduler = scheduler;
    this.log = log;
    this.rules = rules;
  }

  /** Answers how many tasks were found stuck. */
  int mend(Deadline deadline) {
    int stuck = 0;
    List<UnsettledTask> page = tasks.unsettled(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      for (UnsettledTask task : page) {
        if (!deadline.allows(scheduler.now())) {
          return stuck;
        }
        stuck += mendedUnlessItFails(task.id()) ? 1 : 0;
      }
      page = tasks.unsettled(Optional.of(page.getLast()), PAGE);
    }
    return stuck;
  }

  private boolean mendedUnlessItFails(TaskId id) {
    try {
      Optional<Task> stuck = tasks.find(id).filter(this::isStuck);
      stuck.ifPresent(this::mend);
      return stuck.isPresent();
    } catch (RuntimeException failure) {
      log.write(new LogEntry.TaskFault(id, Failure.of(failure)));
      return true;
    }
  }

  private boolean isStuck(Task task) {
    Duration idle = Duration.between(task.touchedAt(), scheduler.now());
    Duration patience =
        switch (task.state()) {
          case PENDING_UPLOAD -> rules.eventLate();
          case STAGING -> rules.intakeIdle();
          default -> rules.taskIdle();
        };
    return task.state() != TaskState.AWAITING_CONFIRMATION
        && idle.compareTo(patience) >= 0
        && !waitsForItsUploader(task);
  }

  /** Nobody has uploaded its file, and somebody still may. */
  private static Duration uploadTime(Task task) {
    return task.request().confirmed() ? REQUEST_TIME : UPLOAD_TIME;
  }

  private boolean waitsForItsUploader(Task task) {
    return task.state() == TaskState.PENDING_UPLOAD
        && !task.request().origin().isOwn()
        && scheduler.now().isBefore(task.createdAt().plus(uploadTime(task)))
        && firstUpload(task.file().version().key()).isEmpty();
  }

  private void mend(Task task) {
    log.write(new LogEntry.TaskStuck(task.id(), task.state()));
    if (task.state().isTerminal()) {
      end.settleOrRing(task, ringer);
    } else if (tasks.touch(task.id(), task.touchedAt(), scheduler.now())) {
      switch (task.state()) {
        case PENDING_UPLOAD -> findUpload(task);
        case STAGING -> intake.takeUp(task);
        default -> ringer.ring(task);
      }
    }
  }

  /**
   * The first upload is the one that counts; a file of our own that is missing is written again.
   */
  private void findUpload(Task task) {
    Optional<ObjectVersion> first = firstUpload(task.file().version().key());
    if (first.isPresent()) {
      ObjectVersion upload = first.get();
      intake.fileArrived(new ArrivedFile(objects.bucket(), upload.key(), upload.versionId()));
    } else if (mayBeWrittenYet(task)) {
      ringer.ring(task);
    } else if (tasks.reject(task.id(), NEVER_UPLOADED, scheduler.now())) {
      log.write(new LogEntry.TaskRejected(task.id(), NEVER_UPLOADED.type()));
      tasks.find(task.id()).ifPresent(ended -> end.settleOrRing(ended, ringer));
    }
  }

  /**
   * Workers write it, unless they have achieved nothing for so long that they never will. The
   * task's own moment tells of housekeeping too.
   */
  private boolean mayBeWrittenYet(Task task) {
    return task.request().origin().isOwn()
        && scheduler
            .now()
            .isBefore(new GatheringProgress(objects, task).movedAt().plus(UPLOAD_TIME));
  }

  /** Of the versions of a key, the oldest is listed last. */
  private Optional<ObjectVersion> firstUpload(String key) {
    Optional<ObjectVersion> first = Optional.empty();
    List<ListedVersion> page = objects.list(key, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      for (ListedVersion listed : page) {
        if (listed.version().key().equals(key) && !listed.isDeletion()) {
          first = Optional.of(listed.version());
        }
      }
      page = objects.list(key, Optional.of(page.getLast().version()), PAGE);
    }
    return first;
  }
}
