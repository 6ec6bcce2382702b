package expunge.imports;

import expunge.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/**
 * What is to become of one row.
 *
 * @param verdict what its look-up said
 * @param key of the profile to be made or updated; empty for any other verdict
 * @param foundBy the names of the row's identifiers, but for the table's key, that the profile to
 *     be updated had
 */
record RowPlan(Verdict verdict, Optional<ProfileKey> key, List<String> foundBy) {
  static final RowPlan AMBIGUOUS = without(Verdict.AMBIGUOUS);
  static final RowPlan PROTECTED = without(Verdict.PROTECTED);
  static final RowPlan KEYLESS = without(Verdict.KEYLESS);
  static final RowPlan SUPPRESSED = without(Verdict.SUPPRESSED);

  RowPlan {
    foundBy = List.copyOf(foundBy);
  }

  static RowPlan create(ProfileKey key) {
    return new RowPlan(Verdict.CREATE, Optional.of(key), List.of());
  }

  static RowPlan update(ProfileKey key, List<String> foundBy) {
    return new RowPlan(Verdict.UPDATE, Optional.of(key), foundBy);
  }

  private static RowPlan without(Verdict verdict) {
    return new RowPlan(verdict, Optional.empty(), List.of());
  }

  /** What a look-up can say. */
  enum Verdict {
    /** No profile has an identifier of the row. */
    CREATE,
    /** One profile has identifiers of the row. */
    UPDATE,
    /** Several have, or the key that is given is not that of the one that has. */
    AMBIGUOUS,
    /** The one that has must not be touched. */
    PROTECTED,
    /** No profile has an identifier of the row, and it says no key for a new one. */
    KEYLESS,
    /** Somebody who was known by one of them has been deleted. */
    SUPPRESSED
  }
}
