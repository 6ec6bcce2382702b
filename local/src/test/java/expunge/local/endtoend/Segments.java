package expunge.local.endtoend;

import expunge.access.Role;
import expunge.local.ProfileItems;
import expunge.local.command.TaskStatus;
import expunge.local.system.TableItems;
import expunge.segment.SegmentItem;
import expunge.task.TaskId;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** The segments of the dataset {@code club}, and who is in them. */
record Segments(Stack stack) {
  /** Puts people, and makes them members. */
  void put(String segment, List<String> people) {
    profiles().put(people);
    items("club-segments", List.of(Map.of(SegmentItem.ID, text(segment))));
    items(
        "memberships",
        people.stream()
            .map(person -> Map.of("person", text(person), "segment", text(segment)))
            .toList());
  }

  private void items(String table, List<Map<String, AttributeValue>> items) {
    TableItems.put(stack.system().clients().dynamoDb(), table, items);
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  /** The ids of all who are there. */
  Set<String> people() {
    return profiles().all().keySet();
  }

  private ProfileItems profiles() {
    return new ProfileItems(stack.system().clients().dynamoDb(), "club", "person");
  }

  /** Puts people and tries to make them members, as every writer should; returns who are. */
  List<String> join(String segment, List<String> people) {
    profiles().put(people);
    return people.stream().filter(person -> joins(segment, person)).toList();
  }

  private boolean joins(String segment, String person) {
    ConditionCheck open =
        ConditionCheck.builder()
            .tableName("club-segments")
            .key(Map.of(SegmentItem.ID, text(segment)))
            .conditionExpression(
                "attribute_exists(segmentId) AND (attribute_not_exists(disabled) OR disabled ="
                    + " :no)")
            .expressionAttributeValues(Map.of(":no", AttributeValue.fromBool(false)))
            .build();
    Put membership =
        Put.builder()
            .tableName("memberships")
            .item(Map.of("person", text(person), "segment", text(segment)))
            .build();
    try {
      stack
          .system()
          .clients()
          .dynamoDb()
          .transactWriteItems(
              r ->
                  r.transactItems(
                      TransactWriteItem.builder().conditionCheck(open).build(),
                      TransactWriteItem.builder().put(membership).build()));
      return true;
    } catch (TransactionCanceledException refused) {
      return false;
    }
  }

  /** How many memberships there are of each segment. */
  Map<String, Long> memberships() {
    return TableItems.all(stack.system().clients().dynamoDb(), "memberships").stream()
        .collect(
            Collectors.groupingBy(
                item -> item.getOrDefault("segment", text("")).s(), Collectors.counting()));
  }

  /** Asks for the deletion of all members, and waits for the end. */
  TaskStatus deleted(String segment) {
    return stack.ended(delete(segment));
  }

  /** Asks for the deletion of all members. */
  TaskId delete(String segment) {
    HttpResponse<String> made =
        stack.posted(
            "/segments/" + segment + "/deletions?dataset=club",
            "{\"confirmed\": true, \"reason\": \"inactive\"}",
            Map.of());
    return Stack.made(made).id();
  }

  /** A segment as it is shown; all of them where it has no id. */
  String shown(String segment) {
    String path = segment.isEmpty() ? "/segments" : "/segments/" + segment;
    String key = stack.system().settings().keys().text(Role.VIEWER);
    return stack.call("GET", path + "?dataset=club", key, "").body();
  }
}
