package expunge.simulator.check;

import expunge.item.Value;
import expunge.simulator.Market;
import expunge.simulator.check.CustomerWrites.RowName;
import expunge.simulator.check.CustomerWrites.Written;
import expunge.simulator.platform.Tables;
import expunge.simulator.platform.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Judges the outcome of one row of an import by its file and by what became of the tables. */
final class CustomerRowCheck {
  private final World world;
  private final CustomerWrites writes;
  private final Past past;
  private final CustomerTruth.Row row;
  private final Optional<String> segment;
  private final long begun;
  private final Optional<BatchWatch.Final> end;
  private final List<Violation> violations;
  private final Written written;
  private final String where;

  /**
   * Of one row.
   *
   * @param segment which its customer joins
   * @param begun when the attempt began that planned its batch
   * @param end how its batch became final
   */
  CustomerRowCheck(
      World world,
      CustomerWrites writes,
      Past past,
      RowName name,
      CustomerTruth.Row row,
      Optional<String> segment,
      long begun,
      Optional<BatchWatch.Final> end,
      List<Violation> violations) {
    this.world = world;
    this.writes = writes;
    this.past = past;
    this.row = row;
    this.segment = segment;
    this.begun = begun;
    this.end = end;
    this.violations = violations;
    this.written = writes.of(name);
    this.where = "line " + row.line() + " (" + row.shown() + ")";
  }

  /** Judges a line of the report. */
  void check(List<String> line) {
    String outcome = line.get(2);
    expect(line.get(0).equals("" + row.line()), "P1", where + " is line " + line.get(0));
    expect(line.get(3).equals("0"), "P1", where + " counts profiles");
    expect(!row.valid() || line.get(1).equals(row.shown()), "P1", where + " is " + line.get(1));
    if (!row.valid()) {
      expect(outcome.equals("invalid"), "P1", where + " is invalid and " + outcome);
    } else if (!row.firstLines().isEmpty()) {
      expect(outcome.equals("duplicate"), "P1", where + " is a duplicate and " + outcome);
      boolean names = row.firstLines().stream().anyMatch(one -> line.get(4).endsWith(" " + one));
      expect(names, "P1", where + " does not name its first line");
    } else {
      check(outcome, line.get(4));
    }
  }

  private void check(String outcome, String reason) {
    boolean isIn = outcome.equals("created") || outcome.equals("updated");
    int standing = written.times() - written.removed();
    expect(isIn || standing <= 0, "P1", where + " is " + outcome + ", and was written");
    expect(!isIn || written.times() > 0, "P1", where + " is " + outcome + ", and was not written");
    boolean right =
        switch (outcome) {
          case "created" -> past.always(begun - Tables.LAG, written.first(), this::has).isEmpty();
          case "updated" -> !past.anyTime(begun, written.first(), this::has).isEmpty();
          case "suppressed" -> isSuppressed();
          case "ambiguous" -> meant().size() > 1 || isAnother();
          case "protected" ->
              !past.anyTime(begun, until(), item -> has(item) && Items.isMarked(item, Market.HOLD))
                  .isEmpty();
          case "failed" -> mayFail(reason);
          case "cancelled" -> true; // of a task that somebody cancels: the batches are watched
          default -> false;
        };
    expect(right, "P1", where + " is " + outcome + ", and nothing led to that: " + reason);
  }

  private boolean has(Map<String, Value> profile) {
    return Items.has(profile, row);
  }

  private long until() {
    return end.map(BatchWatch.Final::at).orElse(world.now()) + 1;
  }

  /** All profiles that the row may have meant. */
  private Set<String> meant() {
    return past.anyTime(begun - Tables.LAG, until(), this::has);
  }

  private boolean isAnother() {
    return row.givenKey()
        .filter(given -> meant().stream().anyMatch(key -> !key.equals(given)))
        .isPresent();
  }

  /** By an identifier of the row, or the key of somebody who once had one. */
  private boolean isSuppressed() {
    Ledger ledger = writes.ledger();
    Predicate<Map.Entry<String, String>> listed =
        one -> ledger.isListed(one.getKey(), one.getValue());
    return row.identifiers().entrySet().stream().anyMatch(listed)
        || past.anyTime(Past.BEFORE, until(), this::has).stream()
            .anyMatch(key -> ledger.isListed("id", key));
  }

  private boolean mayFail(String reason) {
    if (reason.startsWith("nobody may join")) {
      return segment.isPresent() && !writes.ledger().takes(segment.get());
    }
    if (reason.startsWith("the profile was changed")) {
      return past.anyTime(begun - Tables.LAG, until(), this::has).stream()
          .anyMatch(key -> past.changed(key, begun, until()));
    }
    int patience = world.scenario().platform().rules().hopelessAfter();
    return end.filter(one -> one.leases() >= patience).isPresent();
  }

  private void expect(boolean holds, String promise, String otherwise) {
    if (!holds) {
      violations.add(new Violation(promise, otherwise));
    }
  }
}
