package expunge.log;

import expunge.task.TaskId;
import expunge.task.TaskState;
import io.avaje.jsonb.Json;

/**
 * Everything that is ever logged. Fields are ids of tasks, numbers of batches, counts and words of
 * our own; texts from outside have no place here.
 */
@Json(typeProperty = "event")
@Json.SubType(type = LogEntry.IntakeBegan.class, name = "IntakeBegan")
@Json.SubType(type = LogEntry.TaskCreated.class, name = "TaskCreated")
@Json.SubType(type = LogEntry.TaskStarted.class, name = "TaskStarted")
@Json.SubType(type = LogEntry.TaskHeld.class, name = "TaskHeld")
@Json.SubType(type = LogEntry.TaskControlled.class, name = "TaskControlled")
@Json.SubType(type = LogEntry.TaskRejected.class, name = "TaskRejected")
@Json.SubType(type = LogEntry.EventIgnored.class, name = "EventIgnored")
@Json.SubType(type = LogEntry.BatchesRung.class, name = "BatchesRung")
@Json.SubType(type = LogEntry.BatchPlanned.class, name = "BatchPlanned")
@Json.SubType(type = LogEntry.BatchCommitted.class, name = "BatchCommitted")
@Json.SubType(type = LogEntry.BatchClosed.class, name = "BatchClosed")
@Json.SubType(type = LogEntry.BatchHandedBack.class, name = "BatchHandedBack")
@Json.SubType(type = LogEntry.BatchHeld.class, name = "BatchHeld")
@Json.SubType(type = LogEntry.NothingToDo.class, name = "NothingToDo")
@Json.SubType(type = LogEntry.NoTimeLeft.class, name = "NoTimeLeft")
@Json.SubType(type = LogEntry.TimeoutTooShort.class, name = "TimeoutTooShort")
@Json.SubType(type = LogEntry.UnknownTask.class, name = "UnknownTask")
@Json.SubType(type = LogEntry.OtherKindOfTask.class, name = "OtherKindOfTask")
@Json.SubType(type = LogEntry.PoisonMessage.class, name = "PoisonMessage")
@Json.SubType(type = LogEntry.ProfilesFailed.class, name = "ProfilesFailed")
@Json.SubType(type = LogEntry.TaskFinished.class, name = "TaskFinished")
@Json.SubType(type = LogEntry.HousekeepingDone.class, name = "HousekeepingDone")
@Json.SubType(type = LogEntry.TaskStuck.class, name = "TaskStuck")
@Json.SubType(type = LogEntry.FileWithoutTask.class, name = "FileWithoutTask")
@Json.SubType(type = LogEntry.SuppressionsLifted.class, name = "SuppressionsLifted")
@Json.SubType(type = LogEntry.KeyMade.class, name = "KeyMade")
@Json.SubType(type = LogEntry.KeyRevoked.class, name = "KeyRevoked")
@Json.SubType(type = LogEntry.KeyUseNotNoted.class, name = "KeyUseNotNoted")
@Json.SubType(type = LogEntry.Restored.class, name = "Restored")
@Json.SubType(type = LogEntry.Fault.class, name = "Fault")
@Json.SubType(type = LogEntry.BatchFault.class, name = "BatchFault")
@Json.SubType(type = LogEntry.TaskFault.class, name = "TaskFault")
public sealed interface LogEntry {

  /** How urgent it is. */
  enum Level {
    /** The normal course. */
    INFO,
    /** Mends itself, or is somebody's to know. */
    WARN,
    /** Somebody has to look. */
    ERROR
  }

  /** How urgent this entry is. */
  default Level level() {
    return Level.INFO;
  }

  /** Reading of a file began. */
  record IntakeBegan(TaskId taskId, int attempt, long bytes) implements LogEntry {}

  /** Somebody asked for a task, which waits for its file. */
  record TaskCreated(TaskId taskId) implements LogEntry {}

  /** A file was accepted and its task runs. */
  record TaskStarted(TaskId taskId, long rows, long rowsToDelete, int batches)
      implements LogEntry {}

  /**
   * A file was accepted and its task waits for a confirmation.
   *
   * @param hold the type of what holds it; empty where it was to wait anyway
   */
  record TaskHeld(TaskId taskId, long rows, long rowsToDelete, String hold) implements LogEntry {}

  /** Somebody confirmed, paused, resumed or cancelled a task, or had it retried. */
  record TaskControlled(TaskId taskId, TaskState state) implements LogEntry {}

  /** A file was refused; nothing of it was or will be deleted. */
  record TaskRejected(TaskId taskId, String problem) implements LogEntry {
    @Override
    public Level level() {
      return Level.WARN;
    }
  }

  /** An event that is none of our business, or comes too late to be. */
  record EventIgnored(Why why) implements LogEntry {
    /** What it was. */
    public enum Why {
      /** An object of another bucket. */
      OTHER_BUCKET,
      /** A key that nobody drops files under, or the marker of a folder. */
      NO_FILE,
      /** The object was gone before anybody read it. */
      OBJECT_GONE,
      /** A second upload for a task that has its file. */
      LATER_UPLOAD
    }
  }

  /** The batches of a task that are not final were rung. */
  record BatchesRung(TaskId taskId, int batches) implements LogEntry {}

  /** A plan was written, or an earlier one taken up. */
  record BatchPlanned(TaskId taskId, int batch, int attempt, int profiles) implements LogEntry {}

  /** A batch is final. */
  record BatchCommitted(TaskId taskId, int batch, int attempt, long rows, long profilesDeleted)
      implements LogEntry {}

  /** A batch of a cancelled task is final without having been begun. */
  record BatchClosed(TaskId taskId, int batch, long rows) implements LogEntry {}

  /** A batch was given back with what it has achieved; it will be rung or delivered again. */
  record BatchHandedBack(TaskId taskId, int batch, int attempt, int profilesDone)
      implements LogEntry {}

  /** Another invocation works on this batch; it is looked at again when that one's lease ends. */
  record BatchHeld(TaskId taskId, int batch) implements LogEntry {}

  /** A bell that asked for nothing that is left to do. */
  record NothingToDo(TaskId taskId, TaskState state) implements LogEntry {}

  /** A bell that came when the invocation was about to end; it rings again. */
  record NoTimeLeft(TaskId taskId) implements LogEntry {}

  /** The function's timeout is not longer than the time that it keeps free at its end. */
  record TimeoutTooShort(long milliseconds) implements LogEntry {
    @Override
    public Level level() {
      return Level.ERROR;
    }
  }

  /** A bell for a task or batch that is not (or no longer) on record. */
  record UnknownTask(TaskId taskId) implements LogEntry {
    @Override
    public Level level() {
      return Level.WARN;
    }
  }

  /** A bell at the queue of another kind of task. It goes to the dead letters, and is rung anew. */
  record OtherKindOfTask(TaskId taskId) implements LogEntry {
    @Override
    public Level level() {
      return Level.WARN;
    }
  }

  /** A message that is not a doorbell. It goes to the dead letters. */
  record PoisonMessage(String messageId) implements LogEntry {
    @Override
    public Level level() {
      return Level.ERROR;
    }
  }

  /** Profiles that could not be deleted in any attempt; their rows are counted as failed. */
  record ProfilesFailed(TaskId taskId, int batch, int profiles) implements LogEntry {
    @Override
    public Level level() {
      return Level.ERROR;
    }
  }

  /** A task has ended. */
  record TaskFinished(TaskId taskId, TaskState state, long rows, long profilesDeleted)
      implements LogEntry {}

  /** A round of housekeeping, and how many tasks and files it found to mend. */
  record HousekeepingDone(int stuckTasks, int filesWithoutTask, long milliseconds)
      implements LogEntry {}

  /** A task that had not moved for too long; it is mended. */
  record TaskStuck(TaskId taskId, TaskState state) implements LogEntry {
    @Override
    public Level level() {
      return Level.WARN;
    }
  }

  /** A dropped file whose event was lost; it is taken in. */
  record FileWithoutTask() implements LogEntry {
    @Override
    public Level level() {
      return Level.WARN;
    }
  }

  /** Somebody lifted entries of the suppression list; who and why is recorded there. */
  record SuppressionsLifted(int entries) implements LogEntry {}

  /** An administrator made an API key; who, and under which label, is kept with it. */
  record KeyMade(String keyId, String role) implements LogEntry {}

  /** An administrator revoked an API key. */
  record KeyRevoked(String keyId) implements LogEntry {}

  /** That an API key was used could not be noted; its call went on. */
  record KeyUseNotNoted(Failure failure) implements LogEntry {
    @Override
    public Level level() {
      return Level.WARN;
    }
  }

  /** A process woke from a snapshot and wired the function anew. */
  record Restored() implements LogEntry {}

  /** An invocation went wrong; the platform repeats it. */
  record Fault(Failure failure) implements LogEntry {
    @Override
    public Level level() {
      return Level.ERROR;
    }
  }

  /** As {@link Fault}, of one batch. */
  record BatchFault(TaskId taskId, int batch, Failure failure) implements LogEntry {
    @Override
    public Level level() {
      return Level.ERROR;
    }
  }

  /** As {@link Fault}, of one task. */
  record TaskFault(TaskId taskId, Failure failure) implements LogEntry {
    @Override
    public Level level() {
      return Level.ERROR;
    }
  }
}
