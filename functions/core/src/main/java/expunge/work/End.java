package expunge.work;

/** How an attempt at a batch ended. */
public enum End {
  /** The batch is final. */
  COMMITTED,
  /** Somebody else holds it, or has taken it over. */
  HELD,
  /** It was given back after progress, and is to be rung anew. */
  HANDED_BACK,
  /** It was given back without progress, and is to be rung anew after a while. */
  STALLED,
  /** It was given back without progress once too often. */
  FAULT
}
