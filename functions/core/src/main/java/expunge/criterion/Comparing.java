package expunge.criterion;

import expunge.item.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Compares values as DynamoDB does. */
final class Comparing {
  private Comparing() {}

  /**
   * Whether an attribute is as a condition says.
   *
   * @param value null where the item has no such attribute
   */
  static boolean holds(@Nullable Value value, Operator operator, List<Value> operands) {
    return switch (operator) {
      case EXISTS -> value != null;
      case MISSING -> value == null;
      case NOT_EQUALS -> !operands.getFirst().equals(value);
      default -> value != null && compares(value, operator, operands);
    };
  }

  private static boolean compares(Value value, Operator operator, List<Value> operands) {
    Value operand = operands.getFirst();
    OptionalInt order = order(value, operand);
    return switch (operator) {
      case EQUALS -> value.equals(operand);
      case IN -> operands.contains(value);
      case LESS_THAN -> order.isPresent() && order.getAsInt() < 0;
      case AT_MOST -> order.isPresent() && order.getAsInt() <= 0;
      case GREATER_THAN -> order.isPresent() && order.getAsInt() > 0;
      case AT_LEAST -> order.isPresent() && order.getAsInt() >= 0;
      case BETWEEN -> order.isPresent() && order.getAsInt() >= 0 && isOrdered(value, operands);
      case BEGINS_WITH ->
          value instanceof Value.Text(String text)
              && operand instanceof Value.Text(String start)
              && text.startsWith(start);
      case CONTAINS -> contains(value, operand);
      case EXISTS, MISSING, NOT_EQUALS -> throw new IllegalArgumentException("compares nothing");
    };
  }

  private static boolean isOrdered(Value value, List<Value> bounds) {
    OptionalInt order = order(value, bounds.getLast());
    return order.isPresent() && order.getAsInt() <= 0;
  }

  private static boolean contains(Value value, Value operand) {
    return switch (value) {
      case Value.Text(String text) ->
          operand instanceof Value.Text(String part) && text.contains(part);
      case Value.Several(List<Value> members) -> members.contains(operand);
      case Value.Numeric _, Value.Flag _, Value.Bytes _, Value.Other _ -> false;
    };
  }

  /** Empty where the two are not of one type that has an order. */
  static OptionalInt order(Value one, Value other) {
    if (one instanceof Value.Numeric(String first)
        && other instanceof Value.Numeric(String second)) {
      return OptionalInt.of(new BigDecimal(first).compareTo(new BigDecimal(second)));
    }
    return one instanceof Value.Text(String first) && other instanceof Value.Text(String second)
        ? OptionalInt.of(Arrays.compareUnsigned(bytes(first), bytes(second)))
        : OptionalInt.empty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
