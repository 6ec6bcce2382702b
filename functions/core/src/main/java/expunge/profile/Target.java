package expunge.profile;

import expunge.item.Value;
import java.util.Map;

/**
 * A profile to be erased, if it still is the one that was found.
 *
 * @param carries the attributes that it must still have with these values; none where its key alone
 *     says which it is
 */
public record Target(ProfileKey key, Map<String, Value> carries) {
  /** Copies the map. */
  public Target {
    carries = Map.copyOf(carries);
  }

  /** Whatever it has become. */
  public static Target of(ProfileKey key) {
    return new Target(key, Map.of());
  }

  @Override
  public String toString() {
    return "Target[…]";
  }
}
