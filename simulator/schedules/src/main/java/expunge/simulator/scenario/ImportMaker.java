package expunge.simulator.scenario;

import expunge.dataset.Dataset;
import expunge.file.Limits;
import expunge.item.Value;
import expunge.simulator.Market;
import expunge.simulator.fault.PortCall;
import expunge.simulator.scenario.Scenario.Call;
import expunge.simulator.scenario.Scenario.Control;
import expunge.simulator.scenario.Scenario.Meddling;
import expunge.simulator.timeline.Chance;
import expunge.task.ImportSettings;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the scenario of a seed in which files are imported, on the platform that the seed has for
 * deletions: one file or two of the same few people, while others delete and change them.
 */
public final class ImportMaker {
  /** Enough for a batch to be looked up and written where nothing goes wrong. */
  private static final long LEAST_TIME = 45_000_000;

  private static final int IMPORTS = 103;
  private static final int MEBIBYTE = 1 << 20;
  private static final List<PortCall> MOMENTS =
      List.of(
          PortCall.LEASE,
          PortCall.MATCHING,
          PortCall.STANDING,
          PortCall.FIND_PROFILES,
          PortCall.PLAN,
          PortCall.WRITE_CUSTOMERS,
          PortCall.WRITE_CUSTOMERS,
          PortCall.LINES_WRITTEN,
          PortCall.COMMIT);
  private static final List<PortCall> CONTROLLED =
      List.of(
          PortCall.PIN,
          PortCall.ADD_BATCHES,
          PortCall.ACCEPT,
          PortCall.LEASE,
          PortCall.PLAN,
          PortCall.WRITE_CUSTOMERS,
          PortCall.COMMIT,
          PortCall.FINISH);
  private static final List<Call> CALLS =
      List.of(Call.PAUSE, Call.PAUSE, Call.RESUME, Call.CANCEL, Call.RETRY, Call.CONFIRM);

  /** A thousandth of the longest time that somebody waits before they act. */
  private static final List<Long> DELAYS = List.of(0L, 5L, 20L, 50L, 300L, 10_000L, 200_000L);

  private static final List<Optional<String>> SEGMENTS =
      List.of(
          Optional.empty(),
          Optional.empty(),
          Optional.of(Customers.OPEN),
          Optional.of(Customers.OPEN),
          Optional.of(Customers.UNKNOWN));

  private final Scenario plain;
  private final Dice dice;
  private final Dataset dataset;
  private final Customers customers;

  private ImportMaker(Scenario plain) {
    this.plain = plain;
    this.dice = new Dice(Chance.mix(plain.seed(), IMPORTS));
    this.dataset =
        dice.happens(0.15) ? Market.dataset().atMost(dice.between(5, 200)) : Market.dataset();
    this.customers = new Customers(dice, dataset);
  }

  /** The same seed, the same scenario. */
  public static Scenario of(long seed) {
    return new ImportMaker(ScenarioMaker.plain(seed)).make();
  }

  private Scenario make() {
    int batches = dice.between(1, 5);
    int rows = dice.between(Math.max(3, batches), 16);
    List<byte[]> files = new ArrayList<>();
    files.add(new CustomerFileMaker(dice, customers).make(rows, !dice.happens(0.1)));
    if (dice.happens(0.6)) {
      files.add(new CustomerFileMaker(dice, customers).make(rows, true));
    }
    List<ImportSettings> settings = files.stream().map(_ -> settings()).toList();
    return new Scenario(
        plain.seed(),
        dataset,
        Set.of(),
        refused(),
        files,
        meddling(),
        controls(),
        false,
        false,
        false,
        plain.platform().with(limits((rows + batches - 1) / batches), LEAST_TIME),
        Optional.empty(),
        Optional.of(new Importing(settings, customers.items())));
  }

  private static Limits limits(int rowsPerBatch) {
    return new Limits(5_000_000, 1_000, MEBIBYTE, rowsPerBatch, 4 * MEBIBYTE);
  }

  private ImportSettings settings() {
    Optional<String> action = dice.happens(0.3) ? Optional.of("Came to us") : Optional.empty();
    return new ImportSettings(Optional.empty(), Optional.empty(), dice.oneOf(SEGMENTS), action);
  }

  /** In some seeds, a few that are there at first can't be written. */
  private Set<String> refused() {
    Set<String> few = new LinkedHashSet<>();
    if (dice.happens(0.15)) {
      for (int i = dice.between(1, 4); i > 0; i--) {
        few.add(Customers.key(customers.any()));
      }
    }
    return few;
  }

  private List<Meddling> meddling() {
    List<Meddling> acts = new ArrayList<>();
    for (int i = dice.between(0, 5); i > 0; i--) {
      PortCall trigger = dice.oneOf(MOMENTS);
      long delay = dice.oneOf(DELAYS) * dice.between(0, 1_000);
      List<Deed> deeds = new ArrayList<>();
      int kind = dice.between(0, 13);
      for (int times = dice.happens(0.4) ? dice.between(2, 6) : 1; times > 0; times--) {
        add(kind, deeds);
      }
      acts.add(new Meddling(trigger, dice.between(1, 10), delay, deeds));
    }
    return acts;
  }

  /** Some are given another email, and deleted by that: the list then knows their keys by it. */
  private void add(int kind, List<Deed> deeds) {
    if (kind < 12) {
      deeds.add(deed(kind));
      return;
    }
    String email = Customers.email(customers.any());
    String later = "was-" + email;
    deeds.add(new Deed.Alter(email, Customers.EMAIL, Optional.of(text(later))));
    deeds.add(new Deed.Forget(later, 0));
  }

  private Deed deed(int kind) {
    int person = customers.any();
    String email = Customers.email(person);
    return switch (kind) {
      case 0, 1, 2, 3 -> new Deed.Forget(email, dice.happens(0.5) ? 0 : dice.between(0, 2_000_000));
      case 4, 5 -> new Deed.Disable(dice.happens(0.8) ? Customers.OPEN : Customers.UNKNOWN);
      case 6 -> new Deed.Alter(email, Customers.EMAIL, Optional.of(text("person-was-" + person)));
      case 7 -> new Deed.Alter(email, Customers.NUMBER, Optional.empty());
      case 8 -> new Deed.Alter(email, Market.HOLD, Optional.of(new Value.Flag(true)));
      case 9 -> new Deed.Alter(email, "name", Optional.of(text("changed")));
      case 10 -> new Deed.Delete(Customers.key(person));
      default -> new Deed.Write(dataset.table(), customers.profile(person));
    };
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  /** In most seeds nobody does anything. */
  private List<Control> controls() {
    List<Control> calls = new ArrayList<>();
    for (int i = dice.happens(0.6) ? 0 : dice.between(1, 3); i > 0; i--) {
      long delay = dice.oneOf(DELAYS) * dice.between(0, 1_000);
      calls.add(new Control(dice.oneOf(CONTROLLED), dice.between(1, 4), delay, dice.oneOf(CALLS)));
    }
    return calls;
  }
}
