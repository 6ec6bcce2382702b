package expunge.deletion;

import expunge.linked.LinkedStore;
import expunge.profile.ProfileStore;
import expunge.suppression.SuppressionKeys;

/**
 * The tables that people have: their profiles, and what is linked to them.
 *
 * @param keys under which the deleted are remembered, where their dataset asks for that
 */
public record People(ProfileStore profiles, LinkedStore linked, SuppressionKeys keys) {
  /** Of whom nobody is to be remembered. */
  public People(ProfileStore profiles, LinkedStore linked) {
    this(profiles, linked, SuppressionKeys.NONE);
  }
}
