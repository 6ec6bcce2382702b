package expunge.httpapi;

import expunge.item.Value;
import expunge.profile.Profile;
import io.avaje.jsonb.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * A profile as the API shows it: enough to tell whether it is the one that is meant, and no more.
 *
 * @param key in full
 * @param isProtected whether it would be kept
 * @param attributes those that the declaration names, masked
 */
@Json
record ProfileView(
    String key, @Json.Property("protected") boolean isProtected, Map<String, String> attributes) {
  private static final String MASK = "***";
  private static final int SHORT = 3;

  static ProfileView of(Profile profile) {
    Map<String, String> masked = new TreeMap<>();
    profile.attributes().forEach((name, value) -> masked.put(name, masked(value)));
    return new ProfileView(profile.key().value(), profile.isProtected(), masked);
  }

  /** The first character of a text that is not short, and nothing of its length. */
  private static String masked(Value value) {
    return value instanceof Value.Text(String text) && text.length() > SHORT
        ? text.substring(0, text.offsetByCodePoints(0, 1)) + MASK
        : MASK;
  }

  @Override
  public String toString() {
    return "ProfileView[…]";
  }
}
