package expunge.aws;

import expunge.criterion.Criterion;
import expunge.item.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A criterion as a filter. Its text is shorter than the 4 KB that DynamoDB takes: a part is at most
 * 30 characters, of which a criterion has {@link Criterion#MOST_PARTS}, and a value 6 more.
 */
final class CriterionExpression {
  private final List<String> attributes;
  private final List<AttributeValue> values = new ArrayList<>();
  private final String text;

  private CriterionExpression(Criterion criterion) {
    attributes = List.copyOf(criterion.attributes());
    text = expression(criterion);
  }

  static CriterionExpression of(Criterion criterion) {
    return new CriterionExpression(criterion);
  }

  String text() {
    return text;
  }

  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    attributes.forEach(attribute -> names.put(name(attribute), attribute));
    return names;
  }

  /** May be empty, which a request can't be told. */
  Map<String, AttributeValue> values() {
    Map<String, AttributeValue> named = new HashMap<>();
    for (int i = 0; i < values.size(); i++) {
      named.put(":" + i, values.get(i));
    }
    return named;
  }

  private String expression(Criterion criterion) {
    return switch (unwrapped(criterion)) {
      case Criterion.All(List<Criterion> parts) -> joined(parts, " AND ");
      case Criterion.Any(List<Criterion> parts) -> joined(parts, " OR ");
      case Criterion.Not(Criterion of) -> "NOT (" + expression(of) + ")";
      case Criterion.Condition condition -> condition(condition);
    };
  }

  private String joined(List<Criterion> parts, String operator) {
    return parts.stream().map(this::enclosed).collect(Collectors.joining(operator));
  }

  /** Parentheses in parentheses are refused. */
  private String enclosed(Criterion part) {
    boolean isJoined = unwrapped(part).parts().size() > 1;
    return isJoined ? "(" + expression(part) + ")" : expression(part);
  }

  /** Without groups of one. */
  private static Criterion unwrapped(Criterion criterion) {
    boolean isGroup = criterion instanceof Criterion.All || criterion instanceof Criterion.Any;
    return isGroup && criterion.parts().size() == 1
        ? unwrapped(criterion.parts().getFirst())
        : criterion;
  }

  private String condition(Criterion.Condition condition) {
    String name = name(condition.attribute());
    List<String> operands = condition.operands().stream().map(this::value).toList();
    return switch (condition.operator()) {
      case EQUALS -> name + " = " + operands.getFirst();
      case NOT_EQUALS -> name + " <> " + operands.getFirst();
      case LESS_THAN -> name + " < " + operands.getFirst();
      case AT_MOST -> name + " <= " + operands.getFirst();
      case GREATER_THAN -> name + " > " + operands.getFirst();
      case AT_LEAST -> name + " >= " + operands.getFirst();
      case BETWEEN -> name + " BETWEEN " + operands.getFirst() + " AND " + operands.getLast();
      case IN -> name + " IN (" + String.join(", ", operands) + ")";
      case BEGINS_WITH -> "begins_with(" + name + ", " + operands.getFirst() + ")";
      case CONTAINS -> "contains(" + name + ", " + operands.getFirst() + ")";
      case EXISTS -> "attribute_exists(" + name + ")";
      case MISSING -> "attribute_not_exists(" + name + ")";
    };
  }

  private String name(String attribute) {
    return "#" + attributes.indexOf(attribute);
  }

  private String value(Value operand) {
    values.add(Attributes.write(operand));
    return ":" + (values.size() - 1);
  }
}
