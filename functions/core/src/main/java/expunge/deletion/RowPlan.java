package expunge.deletion;

import expunge.profile.ProfileKey;
import java.util.List;
import java.util.Set;

/**
 * What is to become of one row.
 *
 * @param verdict what its look-up said
 * @param keys the profiles to be deleted; none unless FOUND or MORE_FOUND
 * @param held how many more matched and are protected
 */
record RowPlan(Verdict verdict, List<ProfileKey> keys, int held) {
  static final RowPlan NOT_FOUND = new RowPlan(Verdict.NOT_FOUND, List.of(), 0);
  static final RowPlan AMBIGUOUS = new RowPlan(Verdict.AMBIGUOUS, List.of(), 0);
  static final RowPlan TOO_MANY = new RowPlan(Verdict.TOO_MANY, List.of(), 0);

  RowPlan {
    keys = List.copyOf(keys);
  }

  static RowPlan found(List<ProfileKey> keys, int held) {
    return new RowPlan(Verdict.FOUND, keys, held);
  }

  static RowPlan held(int held) {
    return new RowPlan(Verdict.PROTECTED, List.of(), held);
  }

  /** Of the profiles that were found, no more than {@code limit}. */
  RowPlan limited(int limit) {
    return keys.size() > limit
        ? new RowPlan(Verdict.MORE_FOUND, keys.subList(0, limit), held)
        : this;
  }

  /** Without the keys that are {@code seen}; its own are added to them. */
  RowPlan without(Set<ProfileKey> seen) {
    List<ProfileKey> own = keys.stream().filter(seen::add).toList();
    return verdict == Verdict.FOUND && own.isEmpty() && held == 0
        ? NOT_FOUND
        : new RowPlan(verdict, own, held);
  }

  /** What a look-up can say. */
  enum Verdict {
    /** There are profiles to be deleted. */
    FOUND,
    /** There are profiles to be deleted, and more than a row may take. */
    MORE_FOUND,
    /** There is no profile. */
    NOT_FOUND,
    /** There are several, and the dataset doesn't say which is meant. */
    AMBIGUOUS,
    /** An index has so many of them that nobody looks at each. */
    TOO_MANY,
    /** All that there are must not be touched. */
    PROTECTED
  }
}
