package expunge.simulator.sequence;

import expunge.file.Problem;
import expunge.object.ObjectVersion;
import expunge.simulator.Samples;
import expunge.task.CallKey;
import expunge.task.KeyedCall;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Calls that are about a task itself. */
final class TaskSteps {
  private TaskSteps() {}

  static Step<TaskStore> create(Random random) {
    return create(Draw.any(random));
  }

  static Step<TaskStore> create(int n) {
    Task task = Draw.task(n);
    return Draw.step("create task " + n, store -> store.create(task));
  }

  /** Under few keys, at times with another content. */
  static Step<TaskStore> createByCall(Random random) {
    int n = Draw.any(random);
    CallKey key =
        CallKey.of("caller", "key " + random.nextInt(3), "POST", "body " + random.nextInt(2));
    Instant at = Draw.time(random);
    KeyedCall call = new KeyedCall(key, Draw.id(n), at.plus(Duration.ofMinutes(20)));
    return Draw.step(
        "create task %d by %s at %s".formatted(n, key, at),
        store -> store.create(Draw.task(n), call, at));
  }

  static Step<TaskStore> find(Random random) {
    int n = Draw.any(random);
    return Draw.step("find task " + n, store -> store.find(Draw.id(n)));
  }

  static Step<TaskStore> pin(Random random) {
    return pin(Draw.any(random), random);
  }

  static Step<TaskStore> pin(int n, Random random) {
    String version = "version-" + random.nextInt(2);
    String key = "uploads/" + n + ".csv";
    SourceFile file = new SourceFile(new ObjectVersion(key, Optional.of(version), "etag"), 100);
    Instant at = Draw.time(random);
    return Draw.step(
        "pin task %d to %s at %s".formatted(n, version, at),
        store -> store.pin(Draw.id(n), file, at));
  }

  static Step<TaskStore> beginIntake(Random random) {
    return beginIntake(Draw.any(random), Draw.time(random));
  }

  static Step<TaskStore> beginIntake(int n, Instant at) {
    return Draw.step(
        "begin intake of task %d at %s".formatted(n, at),
        store -> store.beginIntake(Draw.id(n), at));
  }

  static Step<TaskStore> accept(Random random) {
    int n = Draw.any(random);
    int batches = 1 + random.nextInt(Draw.BATCHES);
    TaskState to =
        List.of(
                TaskState.RUNNING,
                TaskState.RUNNING,
                TaskState.AWAITING_CONFIRMATION,
                Draw.state(random))
            .get(random.nextInt(4));
    Optional<Problem> hold =
        random.nextInt(3) == 0 ? Optional.of(Draw.problem(random)) : Optional.empty();
    return accept(n, batches, to, hold, Draw.time(random));
  }

  static Step<TaskStore> accept(
      int n, int batches, TaskState to, Optional<Problem> hold, Instant at) {
    return Draw.step(
        "accept task %d with %d batches as %s, %s, at %s"
            .formatted(n, batches, to, hold.map(Problem::type), at),
        store -> store.accept(Draw.id(n), Samples.totals(batches, Draw.ROWS), to, hold, at));
  }

  static Step<TaskStore> reject(Random random) {
    int n = Draw.any(random);
    Problem problem = Draw.problem(random);
    Instant at = Draw.time(random);
    return Draw.step(
        "reject task %d for %s at %s".formatted(n, problem.type(), at),
        store -> store.reject(Draw.id(n), problem, at));
  }

  /** Mostly to where batches are worked on; at times from anywhere that is no end. */
  static Step<TaskStore> move(Random random) {
    int n = Draw.any(random);
    EnumSet<TaskState> from = EnumSet.allOf(TaskState.class);
    boolean anyEnd = random.nextInt(10) == 0;
    int oneIn = random.nextInt(3) == 0 ? 1 : 4;
    from.removeIf(state -> (state.isTerminal() && !anyEnd) || random.nextInt(oneIn) > 0);
    TaskState to = random.nextInt(3) == 0 ? Draw.state(random) : Draw.workedOn(random);
    return move(n, from, to, Draw.time(random));
  }

  static Step<TaskStore> move(int n, Set<TaskState> from, TaskState to, Instant at) {
    return Draw.step(
        "move task %d from %s to %s at %s".formatted(n, from, to, at),
        store -> store.move(Draw.id(n), from, to, at));
  }

  static Step<TaskStore> finish(Random random) {
    int n = Draw.any(random);
    TaskState to = random.nextBoolean() ? Draw.state(random) : TaskState.COMPLETED;
    Instant at = Draw.time(random);
    return Draw.step(
        "finish task %d as %s at %s".formatted(n, to, at),
        store -> store.finish(Draw.id(n), to, at));
  }

  static Step<TaskStore> fail(Random random) {
    int n = Draw.any(random);
    Problem problem = Draw.problem(random);
    Instant at = Draw.time(random);
    return Draw.step(
        "fail task %d for %s at %s".formatted(n, problem.type(), at),
        store -> store.fail(Draw.id(n), problem, at));
  }

  static Step<TaskStore> settle(Random random) {
    int n = Draw.any(random);
    return Draw.step(
        "settle task " + n,
        store -> {
          store.settle(Draw.id(n));
          return Step.DONE;
        });
  }

  static Step<TaskStore> touch(Random random) {
    int n = Draw.any(random);
    Instant at = Draw.time(random);
    Optional<Instant> since =
        random.nextInt(3) == 0 ? Optional.of(Draw.time(random)) : Optional.empty();
    return Draw.step(
        "touch task %d since %s at %s".formatted(n, since, at),
        store ->
            store.touch(
                Draw.id(n),
                since.or(() -> store.find(Draw.id(n)).map(Task::touchedAt)).orElse(Samples.CREATED),
                at));
  }
}
