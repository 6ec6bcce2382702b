package expunge.creation;

import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.CallKey;
import expunge.task.KeyedCall;
import expunge.task.Task;
import expunge.task.TaskStore;
import java.util.Optional;

/** Makes a task, and where its call has a key, only one for all repetitions of the call. */
public final class KeyedCreation {
  private final TaskStore tasks;
  private final Scheduler scheduler;
  private final Log log;

  /** With its ports; holds no state of its own. */
  public KeyedCreation(TaskStore tasks, Scheduler scheduler, Log log) {
    this.tasks = tasks;
    this.scheduler = scheduler;
    this.log = log;
  }

  /**
   * Makes a task, or finds the one that the same call has made in the last 24 hours.
   *
   * @param fresh the task, if it is to be made
   * @return the task as it is now; empty where another call has used the key
   * @throws ExpungeException where it is unknown whether there is a task now; the same call under
   *     the same key may be repeated
   */
  public Optional<Task> make(Task fresh, Optional<CallKey> call) {
    if (call.isEmpty()) {
      Task made = tasks.create(fresh);
      log.write(new LogEntry.TaskCreated(made.id()));
      return Optional.of(made);
    }
    KeyedCall mine = KeyedCall.made(call.get(), fresh.id(), scheduler.now());
    KeyedCall standing = tasks.create(fresh, mine, scheduler.now());
    if (standing.equals(mine)) {
      log.write(new LogEntry.TaskCreated(fresh.id()));
    }
    return standing.call().equals(call.get()) ? Optional.of(madeBy(standing)) : Optional.empty();
  }

  /** A task's record stays longer than the call is remembered. */
  private Task madeBy(KeyedCall call) {
    return tasks
        .find(call.task())
        .orElseThrow(
            () -> new ExpungeException.Permanent("task " + call.task() + " has vanished", null));
  }
}
