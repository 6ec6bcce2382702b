package expunge.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The three things that nobody would notice raise an alarm: dead letters, files that were dropped
 * in vain, and events that other systems were not told.
 */
final class AlarmRule implements Rule {
  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    Set<String> deadLetters = QueueRule.deadLetters(expanded);
    Set<String> watched = new HashSet<>();
    for (String name : List.of("DeadLettersAlarm", "ImportDeadLettersAlarm")) {
      Part letters = alarm(expanded, name);
      if (watches(letters, "AWS/SQS", "NumberOfMessagesReceived")) {
        watched.addAll(queue(dimension(letters, "QueueName")));
      }
    }
    if (!deadLetters.equals(watched)) {
      problems.add("no alarm for dead letters");
    }
    Part events = alarm(expanded, "FileIntakeAlarm");
    if (!watches(events, "AWS/Lambda", "AsyncEventsDropped")
        || !dimension(events, "FunctionName").at("Ref").text().equals("FileIntakeFunction")) {
      problems.add("no alarm for dropped events");
    }
    Part untold = alarm(expanded, "StateEventsAlarm");
    if (!watches(untold, "AWS/SQS", "ApproximateNumberOfMessagesVisible")
        || !QueueRule.setAside(expanded).equals(queue(dimension(untold, "QueueName")))) {
      problems.add("no alarm for events that were given up");
    }
    return problems;
  }

  private static Part alarm(Template expanded, String name) {
    return expanded.resource(name).at("Properties");
  }

  private static boolean watches(Part alarm, String namespace, String metric) {
    return alarm.at("Namespace").text().equals(namespace)
        && alarm.at("MetricName").text().equals(metric)
        && alarm.at("Threshold").text().equals("0")
        && alarm.at("ComparisonOperator").text().equals("GreaterThanThreshold")
        && alarm.at("AlarmActions").isThere();
  }

  private static Set<String> queue(Part name) {
    return name.at("Fn::GetAtt").texts().stream().limit(1).collect(Collectors.toSet());
  }

  /** The value of an alarm's only dimension; absent where it has another name. */
  private static Part dimension(Part alarm, String name) {
    List<Part> dimensions = alarm.at("Dimensions").list();
    return dimensions.size() == 1 && dimensions.getFirst().at("Name").text().equals(name)
        ? dimensions.getFirst().at("Value")
        : new Part(null);
  }
}
