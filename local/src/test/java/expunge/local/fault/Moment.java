package expunge.local.fault;

import java.util.function.Predicate;

/** When a worker dies: before a call of its has an effect, or after, but before it hears of it. */
enum Moment {
  BEFORE_THE_LEASE(false, call -> call.is("UpdateItem", "#attempts + ")),
  LEASED(true, BEFORE_THE_LEASE.call),
  LOOKED_UP(true, call -> call.operation().equals("BatchGetItem")),
  BEFORE_THE_PLAN(false, call -> call.is("UpdateItem", "#plan = ")),
  PLANNED(true, BEFORE_THE_PLAN.call),
  BETWEEN_DELETIONS(true, call -> call.operation().equals("BatchWriteItem")),
  REPORT_PART_WRITTEN(false, call -> call.is("TransactWriteItems", "#committedBy = ")),
  COMMITTED(true, REPORT_PART_WRITTEN.call),
  ALL_FINAL(false, call -> call.is("UpdateItem", "\"FINISHING\"")),
  FINISHING(true, ALL_FINAL.call),
  REPORT_JOINED(false, call -> call.is("UpdateItem", "\"COMPLETED\"")),
  COMPLETED(true, REPORT_JOINED.call);

  private final boolean effect;
  private final Predicate<DynamoDbCall> call;

  Moment(boolean effect, Predicate<DynamoDbCall> call) {
    this.effect = effect;
    this.call = call;
  }

  boolean isOf(DynamoDbCall other) {
    return call.test(other);
  }

  /** Whether the call that it dies over is done. */
  boolean hasEffect() {
    return effect;
  }
}
