package expunge.aws;

import expunge.run.Ids;
import expunge.task.TaskKind;
import expunge.task.TaskPage;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Where a page of the list of tasks ended. It is a place in time, so it also goes on where the task
 * that stood there is gone.
 *
 * @param createdAtAndId of the last task, as the index sorts it
 */
record PageToken(String createdAtAndId) {
  private static final Pattern FORM =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z#[0-9a-z]{"
              + Ids.LENGTH
              + "}) (-?[0-9]+)");

  /**
   * @throws TaskPage.UnknownToken if this is no token, or one of a list with other filters
   */
  static PageToken read(String token, TaskQuery query) {
    Matcher text = FORM.matcher(decoded(token));
    if (!text.matches() || !text.group(2).equals(filtersOf(query))) {
      throw new TaskPage.UnknownToken();
    }
    return new PageToken(text.group(1));
  }

  /** Safe in a URL. */
  String write(TaskQuery query) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((createdAtAndId + " " + filtersOf(query)).getBytes(StandardCharsets.UTF_8));
  }

  private static String filtersOf(TaskQuery query) {
    List<String> filters =
        List.of(
            query.state().map(TaskState::name).orElse(""),
            query.kind().map(TaskKind::word).orElse(""),
            query.description().orElse(""));
    return Integer.toString(filters.hashCode());
  }

  /** The key from which the index goes on. */
  Map<String, AttributeValue> place() {
    return new ItemWriter()
        .text(TasksTable.LISTED, TaskItem.LISTED)
        .text(TasksTable.CREATED_AT_AND_ID, createdAtAndId)
        .text(TasksTable.TASK_ID, createdAtAndId.substring(createdAtAndId.indexOf('#') + 1))
        .text(TasksTable.RECORD, TaskItem.RECORD)
        .attributes();
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      throw new TaskPage.UnknownToken();
    }
  }
}
