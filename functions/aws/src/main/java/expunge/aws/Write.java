package expunge.aws;

import expunge.task.TaskState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * A conditional update of one record that exists. In its expressions {@code #name} stands for the
 * attribute of that name, because many of DynamoDB's reserved words are ours, and {@code :name} for
 * a value that is given.
 */
final class Write {
  private static final Pattern NAME = Pattern.compile("#\\w+");

  private final List<String> assignments = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();
  private final ItemWriter values = new ItemWriter();
  private String removal = "";

  private Write() {}

  /** Without the first condition, an update would make a record where there is none. */
  static Write when(String condition) {
    return new Write().and("attribute_exists(#record)").and(condition);
  }

  /** On the condition that the task is in one of these states. */
  static Write whenIn(Collection<TaskState> states) {
    ItemWriter names = new ItemWriter();
    states.forEach(state -> names.text(":" + state.name(), state.name()));
    return when("#state IN (" + String.join(", ", names.attributes().keySet()) + ")").given(names);
  }

  /** The attributes that expressions name. */
  static Map<String, String> namesIn(String... expressions) {
    return Stream.of(expressions)
        .flatMap(expression -> NAME.matcher(expression).results())
        .map(MatchResult::group)
        .distinct()
        .collect(Collectors.toMap(name -> name, name -> name.substring(1)));
  }

  /** Creates a record where there is none, as a part of a transaction. */
  static TransactWriteItem creating(String table, Map<String, AttributeValue> record) {
    String condition = "attribute_not_exists(#record)";
    return TransactWriteItem.builder()
        .put(
            p ->
                p.tableName(table)
                    .item(record)
                    .conditionExpression(condition)
                    .expressionAttributeNames(namesIn(condition)))
        .build();
  }

  Write and(String condition) {
    conditions.add("(" + condition + ")");
    return this;
  }

  /** Assigns as the expression says, such as {@code #cameFrom = #state}. */
  Write assign(String assignment) {
    assignments.add(assignment);
    return this;
  }

  /** Assigns each attribute its value. */
  Write assign(ItemWriter attributes) {
    attributes.attributes().keySet().forEach(name -> assign("#" + name + " = :" + name));
    attributes.attributes().forEach((name, value) -> values.value(":" + name, value));
    return this;
  }

  Write remove(String names) {
    removal = " REMOVE " + names;
    return this;
  }

  Write given(ItemWriter more) {
    values.all(more);
    return this;
  }

  String update() {
    return "SET " + String.join(", ", assignments) + removal;
  }

  String condition() {
    return String.join(" AND ", conditions);
  }

  Map<String, String> names() {
    return assignments.isEmpty() ? namesIn(condition()) : namesIn(update(), condition());
  }

  Map<String, AttributeValue> values() {
    return values.attributes();
  }

  /** As a part of a transaction; without assignments, it checks its condition alone. */
  TransactWriteItem inTransaction(String table, Map<String, AttributeValue> key) {
    return assignments.isEmpty() ? check(table, key) : updateOf(table, key);
  }

  private TransactWriteItem check(String table, Map<String, AttributeValue> key) {
    return TransactWriteItem.builder()
        .conditionCheck(
            c ->
                c.tableName(table)
                    .key(key)
                    .conditionExpression(condition())
                    .expressionAttributeNames(names())
                    .expressionAttributeValues(values()))
        .build();
  }

  private TransactWriteItem updateOf(String table, Map<String, AttributeValue> key) {
    return TransactWriteItem.builder()
        .update(
            u ->
                u.tableName(table)
                    .key(key)
                    .updateExpression(update())
                    .conditionExpression(condition())
                    .expressionAttributeNames(names())
                    .expressionAttributeValues(values()))
        .build();
  }
}
