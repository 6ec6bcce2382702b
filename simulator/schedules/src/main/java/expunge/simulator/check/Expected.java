package expunge.simulator.check;

import expunge.dataset.Matches;
import expunge.dataset.Order;
import expunge.item.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a row has to come to where nobody else has a hand in it.
 *
 * @param outcome the word of a report
 * @param keys the profiles to be deleted
 */
record Expected(String outcome, List<String> keys) {
  /**
   * As the declaration says.
   *
   * @param matches what several profiles mean; empty where the row names the table's key
   * @param most how many a row takes
   */
  static Expected of(List<Stay> stays, Optional<Matches> matches, int most) {
    List<Stay> there = new ArrayList<>();
    stays.stream().filter(stay -> stay.first().isPresent()).forEach(there::add);
    if (there.isEmpty()) {
      return new Expected("not_found", List.of());
    }
    matches.flatMap(Expected::order).map(Expected::by).ifPresent(there::sort);
    boolean several = there.size() > 1;
    if (several && matches.filter(Matches.Ambiguous.class::isInstance).isPresent()) {
      return new Expected("ambiguous", List.of());
    }
    boolean all = matches.filter(Matches.All.class::isInstance).isPresent();
    List<String> meant =
        there.subList(0, all ? there.size() : 1).stream()
            .filter(stay -> !stay.held())
            .map(Stay::key)
            .limit(most)
            .toList();
    return new Expected(meant.isEmpty() ? "protected" : "deleted", meant);
  }

  private static Optional<Order> order(Matches matches) {
    return switch (matches) {
      case Matches.First first -> Optional.of(first.order());
      case Matches.All all -> Optional.of(all.order());
      case Matches.Ambiguous _ -> Optional.empty();
    };
  }

  /** Those without a number come last; the key decides among equals. */
  private static Comparator<Stay> by(Order order) {
    Comparator<Stay> byKey = Comparator.comparing(Stay::key);
    Comparator<BigDecimal> direction =
        order.descending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    return order
        .attribute()
        .map(attribute -> byNumber(attribute, direction).thenComparing(byKey))
        .orElse(byKey);
  }

  private static Comparator<Stay> byNumber(String attribute, Comparator<BigDecimal> direction) {
    return (one, other) -> {
      Optional<BigDecimal> number = number(one, attribute);
      Optional<BigDecimal> otherNumber = number(other, attribute);
      return number.isPresent() && otherNumber.isPresent()
          ? direction.compare(number.get(), otherNumber.get())
          : Boolean.compare(number.isEmpty(), otherNumber.isEmpty());
    };
  }

  private static Optional<BigDecimal> number(Stay stay, String attribute) {
    Map<String, Value> item = stay.first().orElse(Map.of());
    return item.get(attribute) instanceof Value.Numeric(String text)
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }
}
