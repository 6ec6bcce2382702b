package expunge.access;

/** What became of a wish to revoke a key. */
public enum Revocation {
  /** It opens nothing any more. */
  REVOKED,
  /** It stands in the settings, and goes with a deployment. */
  CONFIGURED,
  /** There is no such key. */
  UNKNOWN
}
