package expunge.local.endtoend;

import expunge.access.Role;
import expunge.local.ProfileItems;
import expunge.local.command.TaskStatus;
import expunge.local.system.TableItems;
import expunge.segment.SegmentItem;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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

  /** Asks for the deletion of all members, and waits for the end. */
  TaskStatus deleted(String segment) {
    HttpResponse<String> made =
        stack.posted(
            "/segments/" + segment + "/deletions?dataset=club",
            "{\"confirmed\": true, \"reason\": \"inactive\"}",
            Map.of());
    return stack.ended(Stack.made(made).id());
  }

  /** A segment as it is shown; all of them where it has no id. */
  String shown(String segment) {
    String path = segment.isEmpty() ? "/segments" : "/segments/" + segment;
    String key = stack.system().settings().keys().text(Role.VIEWER);
    return stack.call("GET", path + "?dataset=club", key, "").body();
  }
}
