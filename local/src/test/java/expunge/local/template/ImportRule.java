package expunge.local.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where nobody imports, the worker of imports may touch the tasks and nothing else of any table,
 * index or secret, whatever else the stack is told.
 */
final class ImportRule implements Rule {
  private static final String TASKS = "arn:tasks";

  /** Everything but an activity feed. */
  private static final Map<String, String> WITHOUT_FEEDS =
      Map.of(
          "TasksTable.Arn", TASKS,
          "ProfileTableArns", "arn:profiles",
          "LinkedTableArns", "arn:linked",
          "IndexArns", "arn:index",
          "SegmentTableArns", "arn:segments",
          "MemberTableArns", "arn:members",
          "SuppressionTableName", "suppressed",
          "SuppressionKey", "arn:secret");

  @Override
  public List<String> problems(Template expanded) {
    return Stream.concat(
            touched(expanded, WITHOUT_FEEDS)
                .map(what -> "where nobody imports, import-worker may " + what),
            touched(expanded, with("ActivityTableArns", "arn:feeds"))
                    .anyMatch(what -> what.endsWith("arn:members"))
                ? Stream.<String>empty()
                : Stream.of("where somebody imports, import-worker enters no members"))
        .toList();
  }

  private static Map<String, String> with(String parameter, String value) {
    Map<String, String> more = new HashMap<>(WITHOUT_FEEDS);
    more.put(parameter, value);
    return more;
  }

  /** What of DynamoDB and of secrets, but for the tasks. */
  private static Stream<String> touched(Template expanded, Map<String, String> given) {
    Values values = new Values(expanded, given);
    Part role = expanded.resource("ImportWorkerRole").at("Properties");
    return PolicyRule.statements(role, values)
        .map(values::of)
        .flatMap(ImportRule::permissions)
        .filter(what -> what.startsWith("dynamodb:") || what.startsWith("secretsmanager:"))
        .filter(what -> !what.endsWith(TASKS));
  }

  private static Stream<String> permissions(Part statement) {
    return statement.at("Action").texts().stream()
        .flatMap(
            action ->
                statement.at("Resource").texts().stream()
                    .map(resource -> action + " on " + resource));
  }
}
