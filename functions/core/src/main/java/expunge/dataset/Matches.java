package expunge.dataset;

import java.util.Optional;

/** What a row means whose identifier several profiles have. */
public sealed interface Matches {
  /** The attribute that orders them; empty where none does. */
  default Optional<String> orderedBy() {
    return switch (this) {
      case First first -> first.order().attribute();
      case All all -> all.order().attribute();
      case Ambiguous _ -> Optional.empty();
    };
  }

  /** All that decides which of several profiles are meant. */
  default String fingerprint() {
    return switch (this) {
      case First first -> "first|" + first.order().fingerprint();
      case All all -> "all|" + all.limit() + "|" + all.order().fingerprint();
      case Ambiguous _ -> "ambiguous";
    };
  }

  /** The first one in this order, and no other. */
  record First(Order order) implements Matches {}

  /**
   * All of them.
   *
   * @param limit the most that one row takes, the first in this order, not counting protected ones
   */
  record All(int limit, Order order) implements Matches {}

  /** None: the row's outcome is {@code ambiguous}. */
  record Ambiguous() implements Matches {}
}
