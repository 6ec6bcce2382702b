package expunge.dataset;

import java.util.Optional;

/**
 * The order of several profiles that match. Profiles without the attribute come last; among equals,
 * the key decides, in the order of its characters' code units.
 *
 * @param attribute numbers before texts; empty to go by the key alone
 * @param descending whether the largest value comes first; the key always ascends
 */
public record Order(Optional<String> attribute, boolean descending) {
  /** By the key alone. */
  public static final Order BY_KEY = new Order(Optional.empty(), false);

  String fingerprint() {
    return attribute.map(name -> (descending ? "-" : "+") + name).orElse("");
  }
}
