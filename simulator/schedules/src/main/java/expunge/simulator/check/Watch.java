package expunge.simulator.check;

import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.report.ResultKeys;
import expunge.simulator.fault.PortCall;
import expunge.simulator.platform.Upload;
import expunge.simulator.platform.World;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the tables after each effect, as somebody would who reloads the status all the time. It
 * sees what the end no longer shows: progress that went back, an end before its report.
 */
public final class Watch {
  private static final int PAGE = 100;

  private final World world;
  private final Map<TaskId, Task> seen = new HashMap<>();
  private final Map<BatchName, Final> finals = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  /** Of one world; {@link #saw} is to be its observer. */
  public Watch(World world) {
    this.world = world;
  }

  private record BatchName(TaskId task, int number) {}

  private record Final(Commit commit, long at) {}

  /** A call took effect. */
  public void saw(PortCall call) {
    if (!call.changesTasks()) {
      return;
    }
    for (Upload upload : world.uploads()) {
      Optional<Task> task = world.tasks().find(upload.task());
      if (task.isPresent() && !task.get().equals(seen.get(upload.task()))) {
        Optional.ofNullable(seen.put(upload.task(), task.get()))
            .ifPresent(before -> compare(before, task.get()));
        lookAtEnd(task.get());
      }
      lookAtBatches(upload.task());
    }
  }

  private void compare(Task before, Task now) {
    if (before.state().isTerminal() && before.state() != now.state()) {
      violate("P5", "a task that was " + before.state() + " became " + now.state());
    }
    boolean starts = before.state() == TaskState.STAGING && now.state() == TaskState.RUNNING;
    if (starts && isHeld(now)) {
      violate("P3", "a file that is to be confirmed runs without that");
    }
    if (now.balance().rows() < before.balance().rows()) {
      violate("P6", "progress went back from " + before.balance().rows());
    }
    if (before.accepted().isPresent() && !before.accepted().equals(now.accepted())) {
      violate("P6", "the totals of an accepted file changed");
    }
  }

  private boolean isHeld(Task task) {
    return world.scenario().guarded()
        && !task.request().dryRun()
        && task.totals().rowsToDelete() > 0;
  }

  private void lookAtEnd(Task task) {
    boolean ended = task.state().isTerminal() && !task.endedUnaccepted();
    if (task.accepted().isPresent() && task.balance().rows() > task.totals().rows()) {
      violate("P6", "progress passed 100 %");
    }
    if (ended && world.objects().read(ResultKeys.report(task.id())).isEmpty()) {
      violate("P6", "a task has ended and its report is not there");
    }
  }

  private void lookAtBatches(TaskId task) {
    for (Batch batch : world.tasks().batches(task, 0, PAGE)) {
      BatchName name = new BatchName(task, batch.number());
      Final known = finals.get(name);
      if (known == null) {
        batch.commit().ifPresent(commit -> finals.put(name, new Final(commit, world.now())));
      } else if (batch.commit().isEmpty() || !batch.commit().get().equals(known.commit())) {
        violate("P4", "a batch that was final changed");
        batch.commit().ifPresent(commit -> finals.put(name, new Final(commit, world.now())));
      }
    }
  }

  private void violate(String promise, String what) {
    violations.add(new Violation(promise, what));
  }

  /** When a batch became final, in microseconds; empty where it did not. */
  Optional<Long> finalAt(TaskId task, int batch) {
    return Optional.ofNullable(finals.get(new BatchName(task, batch))).map(Final::at);
  }

  /** What was broken on the way. */
  List<Violation> violations() {
    return violations;
  }
}
