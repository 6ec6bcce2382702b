package expunge.batch;

import java.time.Instant;

/**
 * The right to work on a batch, held by one invocation. It outlives that invocation, so that what
 * another owner writes can't meet a write of the former one.
 *
 * @param owner an id that no other invocation has
 * @param until when anybody may take it over
 */
public record Lease(String owner, Instant until) {
  private static final String NOBODY = "nobody";

  /** Keeps everybody off a batch that would not go on, as many bells as may ring for it. */
  public static Lease rest(Instant until) {
    return new Lease(NOBODY, until);
  }
}
