package expunge.deletion;

import expunge.profile.ProfileKey;
import java.util.List;

/**
 * Which profiles are meant.
 *
 * @param found whether there is any, be it protected or not
 * @param keys of those that may be deleted, in their order
 */
public record Chosen(boolean found, List<ProfileKey> keys) {
  /** Copies the keys. */
  public Chosen {
    keys = List.copyOf(keys);
  }
}
