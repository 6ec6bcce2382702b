package expunge.local.endtoend;

import expunge.access.Role;
import expunge.local.ProfileItems;
import expunge.local.UploadClient;
import expunge.local.command.TaskStatus;
import expunge.local.system.TableItems;
import expunge.object.Sha256;
import expunge.task.TaskId;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The dataset {@code contacts} of the sample, which takes imports. */
record Contacts(Stack stack) {
  /**
   * Makes an import as an operator does, and uploads its file.
   *
   * @param settings members of {@code import}, as JSON
   */
  TaskId launch(String file, String settings) {
    byte[] content = file.getBytes(StandardCharsets.UTF_8);
    String body =
        """
        {"kind": "import", "dataset": "contacts", "import": {%s},
         "file": {"name": "contacts.csv", "bytes": %d, "sha256": "%s"}}
        """
            .formatted(settings, content.length, Sha256.of(content).hex());
    String key = stack.system().settings().keys().text(Role.OPERATOR);
    HttpResponse<String> answer = stack.call("POST", "/tasks", key, body);
    MadeTask task = Stack.made(answer);
    if (UploadClient.put(task.url(), task.headers(), content).statusCode() != 200) {
      throw new AssertionError("the file was not taken");
    }
    return task.id();
  }

  /** The same to its end. */
  TaskStatus imported(String file, String settings) {
    return stack.ended(launch(file, settings));
  }

  /** Every profile, whole, by its e-mail address. */
  Map<String, Map<String, AttributeValue>> byEmail() {
    return new ProfileItems(stack.system().clients().dynamoDb(), "contacts", "email").all();
  }

  /** All records of a table. */
  List<Map<String, AttributeValue>> all(String table) {
    return TableItems.all(stack.system().clients().dynamoDb(), table);
  }

  /** How many members each segment has. */
  Map<String, Long> members() {
    return all("contacts-memberships").stream()
        .collect(
            Collectors.groupingBy(
                item -> item.getOrDefault("segmentId", AttributeValue.fromS("")).s(),
                Collectors.counting()));
  }
}
