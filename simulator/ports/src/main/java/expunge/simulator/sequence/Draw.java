package expunge.simulator.sequence;

import expunge.batch.Kept;
import expunge.batch.Lease;
import expunge.batch.Reached;
import expunge.file.Problem;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What the steps of a task store are about: few of everything, so that they meet. */
final class Draw {
  static final int TASKS = 4;
  static final int BATCHES = 3;
  static final int ROWS = 10;
  private static final int MINUTES = 40;
  private static final List<String> OWNERS = List.of("one", "one", "two", "nobody");
  private static final List<TaskState> STATES = List.of(TaskState.values());
  private static final List<TaskState> WORKED_ON =
      List.of(TaskState.RUNNING, TaskState.PAUSED, TaskState.CANCELLING, TaskState.FINISHING);

  private Draw() {}

  static Step<TaskStore> step(String text, Function<TaskStore, Object> call) {
    return new Step<>(text, side -> call.apply(side.port()));
  }

  /** Two of each pair were made at the same time; of one of them, the file is awaited. */
  static Task task(int n) {
    Instant made = Samples.CREATED.plusSeconds(n / 2);
    Task sample = Samples.staging("drop/" + n + ".csv");
    String key = "uploads/" + n + ".csv";
    return n % 2 == 0
        ? Task.staging(sample.id(), sample.request(), sample.file(), sample.slicing(), made)
        : Task.pendingUpload(sample.id(), sample.request(), key, sample.slicing(), made);
  }

  static TaskId id(int n) {
    return task(n).id();
  }

  static int any(Random random) {
    return random.nextInt(TASKS);
  }

  /** Mostly the same; at times one that is not there. */
  static int batch(Random random) {
    return random.nextInt(3) == 0 ? 1 + random.nextInt(BATCHES + 1) : 1;
  }

  static String owner(Random random) {
    return OWNERS.get(random.nextInt(OWNERS.size()));
  }

  /** Some finer than a store keeps. */
  static Instant time(Random random) {
    Instant minute = Samples.CREATED.plusSeconds(60L * random.nextInt(MINUTES));
    return random.nextInt(4) == 0 ? minute.plusNanos(random.nextInt(2_000_000)) : minute;
  }

  static TaskState state(Random random) {
    return STATES.get(random.nextInt(STATES.size()));
  }

  static TaskState workedOn(Random random) {
    return WORKED_ON.get(random.nextInt(WORKED_ON.size()));
  }

  /** One of so few that the same comes twice. */
  static Lease lease(Random random) {
    return new Lease(owner(random), Samples.CREATED.plusSeconds(600L * random.nextInt(4)));
  }

  static Problem problem(Random random) {
    return Problem.of("sample-" + random.nextInt(2), "Sample", "It is one.", "None.");
  }

  static Reached reached(Random random) {
    int profiles = random.nextInt(ROWS);
    BitSet held = new BitSet();
    held.set(random.nextInt(ROWS), random.nextBoolean());
    return new Reached(profiles, random.nextInt(3), new Kept(held, new BitSet()));
  }
}
