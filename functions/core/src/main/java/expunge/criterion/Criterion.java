package expunge.criterion;

import expunge.item.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a profile has to be to be meant. It may hold identifiers, so none shows itself. Nothing in
 * it depends on when it is asked.
 */
public sealed interface Criterion {
  /** How deep conditions may lie in others; a condition alone lies 1 deep. */
  int DEEPEST = 8;

  /**
   * The most conditions, together with each {@link All}, {@link Any} and {@link Not} around them.
   */
  int MOST_PARTS = 100;

  /** The most values in all conditions. */
  int MOST_OPERANDS = 150;

  /**
   * Whether an item meets it, as DynamoDB's filters say: a comparison with what is not there, or is
   * of another type, does not hold, unless it is {@link Operator#NOT_EQUALS}.
   *
   * @param item with all that the criterion asks for
   */
  boolean meets(Map<String, Value> item);

  /** Those that it is made of; none of a condition. */
  List<Criterion> parts();

  /** With everything in it, from the outside in. */
  default Stream<Criterion> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Criterion::all));
  }

  /** The attributes that it asks for. */
  default Set<String> attributes() {
    Set<String> names = new TreeSet<>();
    conditions().forEach(condition -> names.add(condition.attribute()));
    return names;
  }

  /** All conditions in it. */
  default Stream<Condition> conditions() {
    return all().filter(Condition.class::isInstance).map(Condition.class::cast);
  }

  /**
   * Reads one as people write it.
   *
   * @param json as {@link expunge.json.JsonText} reads it
   * @param now from which relative dates are counted
   */
  static CriterionReading read(@Nullable Object json, Instant now) {
    return CriterionReader.read(json, now);
  }

  /** As JSON that reads as the same criterion at any time. */
  default String toJson() {
    return CriterionJson.write(this);
  }

  /**
   * Each of them.
   *
   * @param parts at least one
   */
  record All(List<Criterion> parts) implements Criterion {
    /**
     * @throws IllegalArgumentException if there is none
     */
    public All {
      parts = someOf(parts);
    }

    @Override
    public boolean meets(Map<String, Value> item) {
      return parts.stream().allMatch(part -> part.meets(item));
    }

    @Override
    public String toString() {
      return "All[…]";
    }
  }

  /**
   * One of them at least.
   *
   * @param parts at least one
   */
  record Any(List<Criterion> parts) implements Criterion {
    /**
     * @throws IllegalArgumentException if there is none
     */
    public Any {
      parts = someOf(parts);
    }

    @Override
    public boolean meets(Map<String, Value> item) {
      return parts.stream().anyMatch(part -> part.meets(item));
    }

    @Override
    public String toString() {
      return "Any[…]";
    }
  }

  /** The contrary. */
  record Not(Criterion of) implements Criterion {
    @Override
    public List<Criterion> parts() {
      return List.of(of);
    }

    @Override
    public boolean meets(Map<String, Value> item) {
      return !of.meets(item);
    }

    @Override
    public String toString() {
      return "Not[…]";
    }
  }

  /**
   * About one attribute.
   *
   * @param operands as many as the operator takes, and of types that it takes
   */
  record Condition(String attribute, Operator operator, List<Value> operands) implements Criterion {
    /**
     * @throws IllegalArgumentException if there are more or fewer operands
     */
    public Condition {
      operands = List.copyOf(operands);
      if (!operator.takes(operands.size())) {
        throw new IllegalArgumentException(operator + " with " + operands.size() + " operands");
      }
    }

    /** With these operands. */
    public static Condition of(String attribute, Operator operator, Value... operands) {
      return new Condition(attribute, operator, List.of(operands));
    }

    @Override
    public List<Criterion> parts() {
      return List.of();
    }

    @Override
    public boolean meets(Map<String, Value> item) {
      return Comparing.holds(item.get(attribute), operator, operands);
    }

    @Override
    public String toString() {
      return "Condition[" + operator + "]";
    }
  }

  private static List<Criterion> someOf(List<Criterion> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("nothing is said");
    }
    return List.copyOf(parts);
  }
}
