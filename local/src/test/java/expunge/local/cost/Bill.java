package expunge.local.cost;

import java.util.List;
import java.util.Locale;

/** Requests and capacity units, of some calls or for one profile. */
record Bill(double requests, double reads, double writes) {
  private static final double READ = 4_096;

  /** The calls for people's tables, by the rules. */
  static Bill of(Shape shape, List<Call> calls) {
    return sum(calls, call -> byRule(call, shape.indexes(call.table())));
  }

  /** The calls for the tasks table, whose indexes only single writes of a task's record change. */
  static Bill ofTasks(List<Call> calls) {
    return sum(calls, call -> isSingleWrite(call) ? call.units() : byRule(call, 0));
  }

  private static boolean isSingleWrite(Call call) {
    return call.operation().equals("PutItem") || call.operation().equals("UpdateItem");
  }

  /**
   * By DynamoDB's published rules, for items of up to 1 KB: a unit for each key that is read, and
   * for each 4 KB that a query finds, one at least; half as much where it may be stale. A unit for
   * each write and each index that it changes; twice as much in a transaction.
   */
  static double byRule(Call call, int indexes) {
    if (call.isRead()) {
      return call.items()
          * Math.max(1, Math.ceil(call.bytes() / READ))
          * (call.isStrong() ? 1 : 0.5);
    }
    boolean inTransaction = call.operation().equals("TransactWriteItems");
    return call.items() * (1 + indexes) * (inTransaction ? 2.0 : 1.0);
  }

  private interface Units {
    double of(Call call);
  }

  private static Bill sum(List<Call> calls, Units units) {
    return new Bill(
        calls.size(),
        calls.stream().filter(Call::isRead).mapToDouble(units::of).sum(),
        calls.stream().filter(call -> !call.isRead()).mapToDouble(units::of).sum());
  }

  Bill minus(Bill other) {
    return new Bill(requests - other.requests, reads - other.reads, writes - other.writes);
  }

  Bill dividedBy(int profiles) {
    return new Bill(requests / profiles, reads / profiles, writes / profiles);
  }

  /** As cells of a table. */
  String cells() {
    return String.format(Locale.ROOT, "%.2f | %.1f | %.0f", requests, reads, writes);
  }

  /** As cells of a table that has no fractions. */
  String wholeCells() {
    return String.format(Locale.ROOT, "%.0f | %.0f | %.0f", requests, reads, writes);
  }
}
