package expunge.simulator.scenario;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.deletion.WorkerRules;
import expunge.file.Limits;
import expunge.simulator.scenario.Scenario.Meddling;
import expunge.simulator.scenario.Scenario.Platform;
import expunge.simulator.timeline.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Makes the scenario of a seed: 2 to 4 workers, 2 to 6 batches, 5 to 60 rows. */
public final class ScenarioMaker {
  private static final long SECOND = 1_000_000;
  private static final int SCENARIO = 101;
  private static final int POPULATION = 60;
  private static final List<Integer> WORKER_SECONDS = List.of(21, 25, 32, 60, 120);
  private static final List<Integer> INTAKE_SECONDS = List.of(15, 60, 900);
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(60);
  private static final int MEBIBYTE = 1 << 20;

  private final long seed;
  private final Dice dice;
  private final Values values;

  private ScenarioMaker(long seed) {
    this.seed = seed;
    this.dice = new Dice(Chance.mix(seed, SCENARIO));
    this.values = new Values(dice);
  }

  /** The same seed, the same scenario. */
  public static Scenario of(long seed) {
    return new ScenarioMaker(seed).make();
  }

  private Scenario make() {
    int batches = dice.between(2, 6);
    int rows = dice.between(Math.max(5, batches), 60);
    boolean acceptable = !dice.happens(0.03);
    List<byte[]> files = new ArrayList<>();
    files.add(new FileMaker(dice, values).make(rows, acceptable));
    if (dice.happens(0.3)) {
      files.add(new FileMaker(dice, values).make(dice.between(5, rows), true));
    }
    Set<String> profiles = population();
    boolean slow = dice.happens(0.15);
    return new Scenario(
        seed,
        dataset(slow),
        profiles,
        dice.happens(slow ? 0 : 0.1) ? Set.copyOf(List.of(values.any(), values.any())) : Set.of(),
        files,
        meddling(),
        platform((rows + batches - 1) / batches, slow));
  }

  private Dataset dataset(boolean slow) {
    Identifier key = new Identifier("MaestraId", KeyType.TEXT, Optional.empty());
    OptionalInt ceiling =
        slow ? OptionalInt.of(dice.between(5, 200)) : OptionalInt.empty();
    return new Dataset("customers", "customers", key, List.of(), ceiling);
  }

  /** Profiles of whom some are listed, some are not, and some look like one that is. */
  private Set<String> population() {
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < POPULATION; i++) {
      keys.add(values.any());
    }
    Values.near("person-" + dice.between(1, 9)).forEach(keys::add);
    return keys;
  }

  private List<Meddling> meddling() {
    List<Meddling> acts = new ArrayList<>();
    for (int i = dice.between(0, 3); i > 0; i--) {
      long delay = dice.happens(0.7) ? dice.between(0, 50_000) : dice.between(0, 900) * SECOND;
      acts.add(new Meddling(dice.between(1, 12), delay, values.any(), dice.happens(0.6)));
    }
    return acts;
  }

  /** Under a ceiling of writes, an invocation of one second's work could not do a second's. */
  private Platform platform(int rowsPerBatch, boolean slow) {
    long workerTime = (slow ? 60 : dice.oneOf(WORKER_SECONDS)) * SECOND;
    return new Platform(
        dice.between(2, 4),
        dice.oneOf(List.of(1, 1, 2, 5)),
        workerTime,
        dice.oneOf(INTAKE_SECONDS) * SECOND,
        6 * workerTime,
        dice.between(1, 60) * 60L * SECOND,
        new Limits(5_000_000, 1_000, MEBIBYTE, rowsPerBatch, 4 * MEBIBYTE),
        new WorkerRules(dice.between(1, 8), 4, 3, 5, LEASE_MARGIN));
  }
}
