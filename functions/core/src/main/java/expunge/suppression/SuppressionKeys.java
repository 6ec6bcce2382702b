package expunge.suppression;

import expunge.run.ExpungeException;

/** Where the key of the suppression lists comes from. */
@FunctionalInterface
public interface SuppressionKeys {
  /** For whoever deletes nobody. */
  SuppressionKeys NONE =
      () -> {
        throw new ExpungeException.Permanent("there is no key for the suppression list", null);
      };

  /**
   * The key, the same on each call.
   *
   * @throws ExpungeException retryable where it could not be had now, permanent where there is none
   */
  SuppressionKey key();
}
