package expunge.imports;

/** Why a customer was not written. Of several reasons, the first one here is told. */
public enum Refusal {
  /** An identifier of the row stands in the suppression list. */
  SUPPRESSED,
  /** The profile is protected. */
  PROTECTED,
  /** The profile is gone, or is no longer the one that was found. */
  CHANGED,
  /**
   * Nobody may join the segment: it is disabled, or an attribute of the profiles says who is in.
   */
  BARRED
}
