package expunge.local.fault;

/** When a worker dies: before a call of its has an effect, or after, but before it hears of it. */
enum Moment {
  BEFORE_THE_LEASE(false, "UpdateItem", "#attempts + "),
  LEASED(true, "UpdateItem", "#attempts + "),
  LOOKED_UP(true, "BatchGetItem", ""),
  BEFORE_THE_PLAN(false, "UpdateItem", "#plan = "),
  PLANNED(true, "UpdateItem", "#plan = "),
  BETWEEN_DELETIONS(true, "BatchWriteItem", ""),
  REPORT_PART_WRITTEN(false, "TransactWriteItems", "#committedBy = "),
  COMMITTED(true, "TransactWriteItems", "#committedBy = "),
  ALL_FINAL(false, "UpdateItem", "\"FINISHING\""),
  FINISHING(true, "UpdateItem", "\"FINISHING\""),
  REPORT_JOINED(false, "UpdateItem", "\"COMPLETED\""),
  COMPLETED(true, "UpdateItem", "\"COMPLETED\"");

  private final boolean effect;
  private final String operation;
  private final String mentioned;

  Moment(boolean effect, String operation, String mentioned) {
    this.effect = effect;
    this.operation = operation;
    this.mentioned = mentioned;
  }

  boolean isOf(DynamoDbCall call) {
    return call.is(operation, mentioned);
  }

  /** Whether the call that it dies over is done. */
  boolean hasEffect() {
    return effect;
  }
}
