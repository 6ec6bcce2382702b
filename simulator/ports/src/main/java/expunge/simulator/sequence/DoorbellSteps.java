package expunge.simulator.sequence;

import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Bells of a few tasks, for now or for much later, that somebody takes from time to time. */
public final class DoorbellSteps implements Steps<DoorbellSteps.Queue> {
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofMinutes(10).plusMillis(1),
          Doorbells.LONGEST_DELAY,
          Duration.ofNanos(-1),
          Doorbells.LONGEST_DELAY.plusNanos(1));

  /** What rings, and a queue of its own behind it. */
  public interface Queue {
    /** What rings. */
    Doorbells doorbells();

    /** Takes all that may be taken by now, in any order. */
    List<Doorbell> take();

    /** How many ring later. */
    int delayed();
  }

  @Override
  public Step<Queue> next(Random random) {
    return random.nextInt(4) == 0 ? take() : ring(random);
  }

  @Override
  public List<Step<Queue>> last() {
    return List.of(take(), new Step<>("count the delayed ones", side -> side.port().delayed()));
  }

  private static Step<Queue> ring(Random random) {
    int count = random.nextInt(Doorbells.BELLS_PER_CALL + 2);
    List<Doorbell> bells = IntStream.range(0, count).mapToObj(_ -> bell(random)).toList();
    Duration delay = DELAYS.get(random.nextInt(DELAYS.size()));
    return new Step<>(
        "ring %s after %s".formatted(bells, delay),
        side -> side.port().doorbells().ring(bells, delay));
  }

  private static Doorbell bell(Random random) {
    TaskId task = Samples.staging("drop/" + random.nextInt(3) + ".csv").id();
    int batch = random.nextInt(4);
    return batch == 0 ? Doorbell.of(task) : Doorbell.of(task, batch);
  }

  private static Step<Queue> take() {
    return new Step<>(
        "take", side -> side.port().take().stream().map(Doorbell::toString).sorted().toList());
  }
}
