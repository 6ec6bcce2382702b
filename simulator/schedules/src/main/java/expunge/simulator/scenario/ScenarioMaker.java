package expunge.simulator.scenario;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.file.Limits;
import expunge.repair.RepairRules;
import expunge.simulator.fault.PortCall;
import expunge.simulator.scenario.Scenario.Call;
import expunge.simulator.scenario.Scenario.Control;
import expunge.simulator.scenario.Scenario.Meddling;
import expunge.simulator.scenario.Scenario.Platform;
import expunge.simulator.timeline.Chance;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the scenario of a seed: 2 to 4 workers, 2 to 6 batches, 5 to 60 rows. */
public final class ScenarioMaker {
  private static final long SECOND = 1_000_000;
  private static final int SCENARIO = 101;
  private static final int RICH = 102;
  private static final double RICH_SHARE = 0.35;
  private static final String KEY = "MaestraId";
  private static final int BASES = 90;
  private static final int POPULATION = 60;
  private static final int IMPORT = 40;
  private static final List<PortCall> TABLE_CALLS =
      List.of(PortCall.FIND_PROFILES, PortCall.DELETE_PROFILES);
  private static final List<PortCall> CONTROLLED =
      List.of(
          PortCall.CREATE,
          PortCall.BEGIN_INTAKE,
          PortCall.ADD_BATCHES,
          PortCall.ACCEPT,
          PortCall.LEASE,
          PortCall.PLAN,
          PortCall.DELETE_PROFILES,
          PortCall.COMMIT,
          PortCall.FINISH);
  private static final List<PortCall> CANCELLED =
      List.of(PortCall.ACCEPT, PortCall.LEASE, PortCall.PLAN, PortCall.COMMIT);
  private static final List<Call> CALLS =
      List.of(
          Call.CONFIRM,
          Call.CONFIRM_WRONG,
          Call.PAUSE,
          Call.PAUSE,
          Call.RESUME,
          Call.CANCEL,
          Call.CANCEL,
          Call.RETRY);
  private static final List<Integer> WORKER_SECONDS = List.of(21, 25, 32, 60, 120);
  private static final List<Integer> INTAKE_SECONDS = List.of(15, 60, 900);
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(60);

  private static final RepairRules RESTLESS =
      new RepairRules(Duration.ZERO, Duration.ofMinutes(16), Duration.ofSeconds(10));

  /** A thousandth of the longest time that another writer waits before it acts. */
  private static final List<Long> DELAYS = List.of(20L, 50L, 10_000L, SECOND);

  private static final List<Integer> PATIENCE = List.of(1, 2, 5, 5);
  private static final int MEBIBYTE = 1 << 20;

  private final long seed;
  private final Dice dice;
  private final Values values;

  private ScenarioMaker(long seed) {
    this.seed = seed;
    this.dice = new Dice(Chance.mix(seed, SCENARIO));
    this.values = new Values(dice, BASES);
  }

  /** The same seed, the same scenario. */
  public static Scenario of(long seed) {
    Scenario plain = plain(seed);
    long name = Chance.mix(seed, RICH);
    return Chance.happens(name, RICH_SHARE) ? new RichMaker(plain, new Dice(name)).make() : plain;
  }

  /** The one that richer ones are made of. */
  static Scenario plain(long seed) {
    return new ScenarioMaker(seed).make();
  }

  private Scenario make() {
    int batches = dice.between(2, 6);
    int rows = dice.between(Math.max(5, batches), 60);
    boolean acceptable = !dice.happens(0.06);
    List<byte[]> files = new ArrayList<>();
    files.add(new FileMaker(dice, KEY, values::any).make(rows, acceptable));
    if (dice.happens(0.3)) {
      files.add(new FileMaker(dice, KEY, values::any).make(dice.between(5, rows), true));
    }
    List<String> profiles = population(POPULATION);
    profiles.addAll(Values.near("person-" + dice.between(1, 9)));
    boolean slow = dice.happens(0.15);
    boolean retries = dice.happens(0.4);
    return new Scenario(
        seed,
        dataset(slow),
        Set.copyOf(profiles),
        dice.happens(slow ? 0 : 0.25) ? Set.copyOf(population(dice.between(1, 8))) : Set.of(),
        files,
        meddling(),
        controls(retries),
        dice.happens(0.2),
        dice.happens(0.1),
        retries,
        platform((rows + batches - 1) / batches, slow),
        Optional.empty());
  }

  private Dataset dataset(boolean slow) {
    Identifier key = Identifier.plain(KEY, KeyType.TEXT);
    Dataset customers = Dataset.byKey("customers", "customers", key);
    return slow ? customers.atMost(dice.between(5, 200)) : customers;
  }

  /** Profiles of whom some are listed, some are not, and some look like one that is. */
  private List<String> population(int size) {
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      keys.add(values.any());
    }
    return keys;
  }

  private List<Meddling> meddling() {
    List<Meddling> acts = new ArrayList<>();
    for (int i = dice.between(0, 4); i > 0; i--) {
      long delay = dice.oneOf(DELAYS) * dice.between(0, 1_000);
      boolean early = dice.happens(0.5);
      PortCall trigger = early ? dice.oneOf(TABLE_CALLS) : PortCall.COMMIT;
      int after = dice.between(1, early ? 6 : 4);
      List<String> keys = dice.happens(0.5) ? population(IMPORT) : List.of(values.any());
      acts.add(new Meddling(trigger, after, delay, keys, dice.happens(0.7)));
    }
    return acts;
  }

  /** In half of the seeds nobody does anything, unless there is to be something to retry. */
  private List<Control> controls(boolean retries) {
    List<Control> calls = new ArrayList<>();
    if (retries && dice.happens(0.4)) {
      long delay = DELAYS.getFirst() * dice.between(0, 1_000);
      PortCall trigger = dice.oneOf(CANCELLED);
      calls.add(new Control(trigger, dice.between(1, 3), delay, Call.CANCEL));
    }
    if (dice.happens(0.5)) {
      return calls;
    }
    for (int i = dice.between(1, 4); i > 0; i--) {
      long delay = dice.oneOf(DELAYS) * dice.between(0, 1_000);
      PortCall trigger = dice.oneOf(CONTROLLED);
      calls.add(new Control(trigger, dice.between(1, 5), delay, dice.oneOf(CALLS)));
    }
    return calls;
  }

  /** Where a delete may take seconds, an invocation with one second for work would never end. */
  private Platform platform(int rowsPerBatch, boolean slow) {
    boolean slowTable = dice.happens(0.15);
    long workerTime = (slow || slowTable ? 120 : dice.oneOf(WORKER_SECONDS)) * SECOND;
    return new Platform(
        dice.between(2, 4),
        dice.oneOf(List.of(1, 1, 2, 5)),
        workerTime,
        dice.oneOf(INTAKE_SECONDS) * SECOND,
        6 * workerTime,
        dice.between(1, 60) * 60L * SECOND,
        slowTable,
        new Limits(5_000_000, 1_000, MEBIBYTE, rowsPerBatch, 4 * MEBIBYTE),
        new WorkerRules(
            dice.between(1, 8), 4, dice.between(1, 3), dice.oneOf(PATIENCE), LEASE_MARGIN),
        rounds(),
        dice.happens(0.5) ? RepairRules.STANDARD : RESTLESS);
  }

  /** A round is named by its moment: two of the same would throw the same dice, ids included. */
  private List<Long> rounds() {
    Set<Long> rounds = new LinkedHashSet<>();
    if (dice.happens(0.4)) {
      for (int i = dice.between(1, 3); i > 0; i--) {
        rounds.add(dice.between(0, 1_800) * SECOND);
      }
    }
    return List.copyOf(rounds);
  }
}
