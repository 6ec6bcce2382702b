package expunge.profile;

import expunge.item.Value;
import java.util.Map;

/**
 * What is read of a profile. It belongs to a person, so it never shows itself.
 *
 * @param isProtected whether it must not be touched
 * @param attributes those that the dataset's declaration asks for and the profile has
 */
public record Profile(ProfileKey key, boolean isProtected, Map<String, Value> attributes) {
  /** Copies the map. */
  public Profile {
    attributes = Map.copyOf(attributes);
  }

  @Override
  public String toString() {
    return "Profile[…]";
  }
}
