package expunge.batch;

/**
 * How far a batch has come, across invocations.
 *
 * @param attempts how many leases were taken on it so far
 * @param stalls how many leases were taken since something was last achieved
 * @param planned how many profiles of the plan, in its order, are acknowledged as deleted
 */
public record Progress(int attempts, int stalls, int planned) {
  /** Nobody has worked on it. */
  public static final Progress NONE = new Progress(0, 0, 0);

  /** After one more lease was taken. */
  public Progress leased() {
    return new Progress(attempts + 1, stalls + 1, planned);
  }

  /** After {@code done} profiles of the plan are gone; only more than before counts as progress. */
  public Progress reached(int done) {
    return done > planned ? new Progress(attempts, 0, done) : this;
  }

  /** After the plan was written. */
  public Progress plannedAnew() {
    return new Progress(attempts, 0, planned);
  }
}
