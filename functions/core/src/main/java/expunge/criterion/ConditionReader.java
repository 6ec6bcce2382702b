package expunge.criterion;

import expunge.dataset.DynamoRules;
import expunge.item.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what is said of one attribute. */
final class ConditionReader {
  private static final String ATTRIBUTE = "attribute";
  private static final List<String> WORDS =
      Stream.concat(Arrays.stream(Operator.values()).map(Operator::word), DateReader.WORDS.stream())
          .toList();

  private final DateReader dates;

  ConditionReader(DateReader dates) {
    this.dates = dates;
  }

  /** All that an object with a condition may have. */
  static Set<String> members() {
    Set<String> all = new LinkedHashSet<>(WORDS);
    all.addAll(List.of(ATTRIBUTE, DateReader.STORED_AS));
    return all;
  }

  Optional<Criterion> condition(Place place) {
    Optional<String> attribute = attribute(place.member(ATTRIBUTE));
    List<String> operators = place.membersOf(WORDS, Set.of(ATTRIBUTE, DateReader.STORED_AS));
    if (operators.size() != 1) {
      place.problem("has to have one of " + String.join(", ", WORDS));
      return Optional.empty();
    }
    String word = operators.getFirst();
    return Operator.named(word)
        .map(operator -> condition(place, attribute, operator))
        .orElseGet(() -> dates.condition(place, attribute, word));
  }

  private static Optional<String> attribute(Place place) {
    if (!(place.json() instanceof String name)) {
      place.problem("has to be the name of an attribute");
      return Optional.empty();
    }
    Optional<String> broken = DynamoRules.brokenByAttribute(name);
    broken.ifPresent(place::problem);
    return broken.isEmpty() ? Optional.of(name) : Optional.empty();
  }

  private static Optional<Criterion> condition(
      Place place, Optional<String> attribute, Operator operator) {
    if (place.json() instanceof Map<?, ?> members && members.containsKey(DateReader.STORED_AS)) {
      place.member(DateReader.STORED_AS).problem("stands beside before and since alone");
    }
    List<Value> operands = operands(place.member(operator.word()), operator);
    return attribute
        .filter(_ -> operator.takes(operands.size()))
        .map(name -> new Criterion.Condition(name, operator, operands));
  }

  /** Fewer than the operator takes where there is a problem. */
  private static List<Value> operands(Place place, Operator operator) {
    return switch (operator) {
      case EXISTS, MISSING -> presence(place);
      case EQUALS, NOT_EQUALS -> value(place, true).stream().toList();
      case BETWEEN -> range(place);
      case IN -> ofOneType(place, place.list(1, operator.most(), "texts or numbers").toList());
      case BEGINS_WITH -> text(place);
      case CONTAINS -> value(place, false).filter(part -> !isEmpty(part, place)).stream().toList();
      default -> value(place, false).stream().toList();
    };
  }

  private static List<Value> presence(Place place) {
    if (!Boolean.TRUE.equals(place.json())) {
      place.problem("has to be true; exists and missing are each other's contrary");
    }
    return List.of();
  }

  private static List<Value> text(Place place) {
    if (place.json() instanceof String text && !text.isEmpty()) {
      return List.of(new Value.Text(text));
    }
    place.problem("has to be a text that is not empty");
    return List.of();
  }

  private static boolean isEmpty(Value part, Place place) {
    boolean isEmpty = part.equals(new Value.Text(""));
    if (isEmpty) {
      place.problem("has to be a number, or a text that is not empty");
    }
    return isEmpty;
  }

  private static List<Value> range(Place place) {
    List<Value> bounds = ofOneType(place, place.list(2, 2, "texts or numbers").toList());
    if (bounds.size() == 2) {
      OptionalInt order = Comparing.order(bounds.getFirst(), bounds.getLast());
      if (order.isPresent() && order.getAsInt() > 0) {
        place.problem("has to begin with the smaller value");
      }
    }
    return bounds;
  }

  private static List<Value> ofOneType(Place list, List<Place> places) {
    List<Value> values = places.stream().flatMap(one -> value(one, false).stream()).toList();
    if (values.stream().map(Value::getClass).distinct().count() > 1) {
      list.problem("has to be of texts alone, or of numbers alone");
    }
    return values.size() == places.size() ? values : List.of();
  }

  private static Optional<Value> value(Place place, boolean flagsToo) {
    return switch (place.json()) {
      case String text -> Optional.of(new Value.Text(text));
      case BigDecimal number -> number(place, number);
      case Boolean flag when flagsToo -> Optional.of(new Value.Flag(flag));
      case null, default -> {
        place.problem(
            flagsToo
                ? "has to be a text, a number, true or false"
                : "has to be a text or a number");
        yield Optional.empty();
      }
    };
  }

  private static Optional<Value> number(Place place, BigDecimal number) {
    Optional<String> broken = DynamoRules.brokenByNumber(number);
    broken.ifPresent(place::problem);
    return broken.isEmpty() ? Optional.of(new Value.Numeric(number.toString())) : Optional.empty();
  }
}
