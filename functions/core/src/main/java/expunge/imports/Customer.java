package expunge.imports;

import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.suppression.EntryId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one row is to make of one profile. It belongs to a person, so it never shows itself.
 *
 * @param key of the profile
 * @param isNew whether the plan found none, so that there may be none
 * @param carries the attributes that the profile must have with these values, if there is one
 * @param sets the attributes that it gets, none of them a part of its key
 * @param entries of all that the row says the customer is known by; none may stand in the
 *     suppression list; empty for a dataset without one
 * @param segment which the customer joins, by its id
 */
public record Customer(
    ProfileKey key,
    boolean isNew,
    Map<String, Value> carries,
    Map<String, Value> sets,
    Set<EntryId> entries,
    Optional<String> segment,
    Activity activity) {
  /** The most records that one is written into. */
  static final int MOST_WRITES = 3;

  /** Copies the maps and the set. */
  public Customer {
    carries = Map.copyOf(carries);
    sets = Map.copyOf(sets);
    entries = Set.copyOf(entries);
  }

  /** How many records it is written into: the profile, its feed, a membership. */
  int writes() {
    return segment.isPresent() ? MOST_WRITES : MOST_WRITES - 1;
  }

  @Override
  public String toString() {
    return "Customer[…]";
  }
}
