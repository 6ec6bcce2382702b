package expunge.deletion;

import expunge.linked.LinkedStore;
import expunge.profile.ProfileStore;
import expunge.selection.Selection;
import expunge.suppression.SuppressionKeys;

/**
 * The tables that people have: their profiles, and what is linked to them.
 *
 * @param keys under which the deleted are remembered, where their dataset asks for that
 * @param selection whom segments and criteria mean
 */
public record People(
    ProfileStore profiles, LinkedStore linked, SuppressionKeys keys, Selection selection) {
  /** Who are deleted by files alone. */
  public People(ProfileStore profiles, LinkedStore linked, SuppressionKeys keys) {
    this(profiles, linked, keys, Selection.NONE);
  }

  /** Of whom nobody is to be remembered either. */
  public People(ProfileStore profiles, LinkedStore linked) {
    this(profiles, linked, SuppressionKeys.NONE);
  }
}
