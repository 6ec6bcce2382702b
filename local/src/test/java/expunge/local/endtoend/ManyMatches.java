package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.command.TaskStatus;
import expunge.local.system.TableItems;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Customers of the sample who share the value of an identifier: 120 of them, the older the later by
 * their id.
 */
record ManyMatches(Stack stack, String prefix) {
  private static final int MATCHES = 120;
  private static final String TABLE = "customers";
  private static final String KEY = "MaestraId";

  /** Puts them, and returns their ids in order. */
  List<String> put(String attribute, String value) {
    List<Map<String, AttributeValue>> profiles = new ArrayList<>();
    for (String id : ids()) {
      profiles.add(
          Map.of(
              KEY,
              AttributeValue.fromS(id),
              attribute,
              AttributeValue.fromS(value),
              "createdAt",
              AttributeValue.fromS("year " + (3_000 - profiles.size()))));
    }
    TableItems.put(stack.system().clients().dynamoDb(), TABLE, profiles);
    return ids();
  }

  private List<String> ids() {
    return IntStream.rangeClosed(1, MATCHES)
        .mapToObj(number -> "%s%03d".formatted(prefix, number))
        .toList();
  }

  /** Runs a file with one row, and asks for what its task has deleted and left. */
  void assertDeletes(String file, int profiles, List<String> left) {
    TaskStatus task = stack.ended(stack.drop(prefix + profiles + "-" + left.size() + ".csv", file));
    System.out.printf("one row, 120 profiles: %d deleted%n", task.profilesDeleted());
    assertThat(task.rows()).isEqualTo(1);
    assertThat(task.balance()).containsEntry(profiles == 0 ? "not_found" : "deleted", 1L);
    assertThat(task.profilesDeleted()).isEqualTo(profiles);
    assertThat(ids()).filteredOn(this::isThere).isEqualTo(left);
  }

  /** Makes Blueshift's call, and asks what it has deleted and left. */
  void assertCallDeletes(String body, int profiles, List<String> left) {
    HttpResponse<String> answer = stack.posted("/api/v1/customers/delete", body, Map.of());
    System.out.printf("one call, 120 profiles: %d deleted%n", profiles);
    assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}");
    assertThat(answer.headers().firstValue("X-Expunge-Deleted")).contains("" + profiles);
    assertThat(ids()).filteredOn(this::isThere).isEqualTo(left);
  }

  private boolean isThere(String id) {
    return stack
        .system()
        .clients()
        .dynamoDb()
        .getItem(
            r -> r.tableName(TABLE).key(Map.of(KEY, AttributeValue.fromS(id))).consistentRead(true))
        .hasItem();
  }
}
