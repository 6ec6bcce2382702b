package expunge.batch;

/**
 * How far a batch has come, across invocations.
 *
 * @param attempts how many leases were taken on it so far
 * @param stalls how many leases were taken since something was last achieved
 * @param reached how far its plan is carried out
 */
public record Progress(int attempts, int stalls, Reached reached) {
  /** Nobody has worked on it. */
  public static final Progress NONE = new Progress(0, 0, Reached.NOTHING);

  /** How many profiles of the plan, in its order, are done with. */
  public int planned() {
    return reached.profiles();
  }

  /** After one more lease was taken. */
  public Progress leased() {
    return new Progress(attempts + 1, stalls + 1, reached);
  }

  /** After more of the plan was carried out; only more than before counts as progress. */
  public Progress reached(Reached more) {
    return more.isBeyond(reached) ? new Progress(attempts, 0, more) : this;
  }

  /** After the plan was written. */
  public Progress plannedAnew() {
    return new Progress(attempts, 0, reached);
  }
}
