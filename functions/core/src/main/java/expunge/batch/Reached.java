package expunge.batch;

/**
 * How far a plan is carried out. Of an import, a row is a profile, and each row that a turn has
 * written or seen refused counts as a linked record.
 *
 * @param profiles how many of its profiles, in its order, are done with: acknowledged as deleted,
 *     or kept
 * @param linkedRecords how many linked records were treated so far; a repetition may count one
 *     again
 * @param kept those of the profiles that were not deleted
 */
public record Reached(int profiles, long linkedRecords, Kept kept) {
  /** Nothing is done. */
  public static final Reached NOTHING = new Reached(0, 0, Kept.NONE);

  /** So many profiles deleted, none of them kept, and nothing linked to them. */
  public static Reached deleted(int profiles) {
    return new Reached(profiles, 0, Kept.NONE);
  }

  /** Whether something was achieved since {@code before}. */
  boolean isBeyond(Reached before) {
    return profiles > before.profiles || linkedRecords > before.linkedRecords;
  }
}
