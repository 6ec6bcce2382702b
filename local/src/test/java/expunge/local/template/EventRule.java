package expunge.local.template;

import expunge.task.TaskState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whoever names a bus gets all events: of each state that the code knows, from the beginning of the
 * tasks table's stream, tried again for as long as the stream allows a second look, and set aside
 * after that. They tell nothing that people write themselves. Whoever names none has no pipe.
 */
final class EventRule implements Rule {
  private static final String QUEUE = "StateEventsDeadLetters";
  private static final Part GIVEN = new Part("SendsEvents");
  private static final int LEAST_AGE = 3_600;
  private static final int MOST_AGE = 82_800;
  private static final Pattern STATE =
      Pattern.compile(
          "\\{\"NewImage\": \\{\"state\": \\{\"S\": \\[\"(\\w+)\"]}},"
              + " \"OldImage\": \\{\"state\": \\{\"S\": \\[\\{\"anything-but\": \\[\"\\1\"]}]}}}");
  private static final Pattern ATTRIBUTE = Pattern.compile("<\\$\\.([^>]*)>");
  private static final Pattern MAY_BE_TOLD =
      Pattern.compile(
          "dynamodb\\.OldImage\\.state\\.S|dynamodb\\.NewImage\\.(taskId|state|touchedAt|kind"
              + "|checkedDataset|checkedDeletionType|checkedPurpose|segment|retryOf|dryRun|createdAt"
              + "|startedAt|finishedAt|rows|rowsToDelete|balance\\.M\\.\\w+|profilesDeleted"
              + "|problem\\.M\\.type)\\.[SN]");

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    Part pipe = expanded.resource(StatePipe.NAME).at("Properties");
    checkWhatIsTold(StatePipe.of(expanded), problems);
    checkSource(expanded, problems);
    checkPatience(pipe.at("SourceParameters", "DynamoDBStreamParameters"), problems);
    Values values = new Values(expanded, Map.of("EventBusName", "bus"));
    if (!values.of(pipe.at("Target")).text().endsWith(":event-bus/bus")) {
      problems.add("events go to another bus than the one that was named");
    }
    for (String name : List.of(StatePipe.NAME, "StateEventsRole", QUEUE, "StateEventsAlarm")) {
      if (!expanded.resource(name).at("Condition").equals(GIVEN)) {
        problems.add(name + " is there, whether a bus is named or not");
      }
    }
    return problems;
  }

  private static void checkWhatIsTold(StatePipe pipe, List<String> problems) {
    Set<String> told =
        found(STATE, String.join("", pipe.patterns()))
            .map(state -> state.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known =
        Arrays.stream(TaskState.values())
            .map(TaskState::name)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!told.equals(known)) {
      problems.add("events tell of the states " + told);
    }
    found(ATTRIBUTE, pipe.inputTemplate())
        .map(attribute -> attribute.group(1))
        .filter(attribute -> !MAY_BE_TOLD.matcher(attribute).matches())
        .forEach(attribute -> problems.add("events must not tell " + attribute));
  }

  private static Stream<MatchResult> found(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  private static void checkSource(Template expanded, List<String> problems) {
    Part pipe = expanded.resource(StatePipe.NAME).at("Properties");
    if (!StatePipe.of(expanded).images().equals("NEW_AND_OLD_IMAGES")) {
      problems.add("the stream does not tell in which state a task was before");
    }
    Part stream = pipe.at("SourceParameters", "DynamoDBStreamParameters");
    if (!pipe.at("Source", "Fn::GetAtt").texts().equals(List.of("TasksTable", "StreamArn"))
        || !stream.at("StartingPosition").text().equals("TRIM_HORIZON")) {
      problems.add("events do not begin where the stream of tasks does");
    }
  }

  /** For long, but not so long that a record is gone before somebody may look for it. */
  private static void checkPatience(Part stream, List<String> problems) {
    int age = stream.at("MaximumRecordAgeInSeconds").number();
    if (age < LEAST_AGE || age > MOST_AGE || stream.at("MaximumRetryAttempts").number() < 1_000) {
      problems.add("an event is given up too early, or never");
    }
    if (!stream.at("OnPartialBatchItemFailure").text().equals("AUTOMATIC_BISECT")) {
      problems.add("one event that is refused takes others with it");
    }
    if (!stream.at("DeadLetterConfig", "Arn", "Fn::GetAtt").texts().equals(List.of(QUEUE, "Arn"))) {
      problems.add("an event that is given up leaves no trace");
    }
  }
}
