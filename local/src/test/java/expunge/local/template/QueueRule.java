package expunge.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message is lost to nobody: not to a slow worker, to a failure, to time, or to Lambda's loop
 * detection. Whoever rings rings the queue that the worker reads.
 */
final class QueueRule implements Rule {
  private static final int VISIBILITY_PER_TIMEOUT = 6;
  private static final int LEAST_RECEIVES = 5;
  private static final int TWO_WEEKS = 1_209_600;
  private static final String QUEUE = "AWS::SQS::Queue";

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    Map<String, Part> mappings = expanded.properties("AWS::Lambda::EventSourceMapping");
    mappings.forEach((name, mapping) -> check(expanded, name, mapping, problems));
    Set<String> fed =
        mappings.values().stream().map(QueueRule::queueOf).collect(Collectors.toSet());
    Set<String> read = new HashSet<>(expanded.properties(QUEUE).keySet());
    read.removeAll(setAside(expanded));
    if (!fed.equals(read) || mappings.size() != fed.size()) {
      problems.add("not every queue feeds one function, but " + mappings.size());
    }
    expanded.properties(QUEUE).forEach((name, queue) -> checkKept(name, queue, problems));
    return problems;
  }

  /** The queues that take what another gives up. */
  static Set<String> deadLetters(Template expanded) {
    return expanded.properties(QUEUE).values().stream()
        .flatMap(queue -> target(queue).stream().limit(1))
        .collect(Collectors.toSet());
  }

  /** The queues of what a pipe gives up, which an operator reads. */
  static Set<String> setAside(Template expanded) {
    return expanded.properties("AWS::Pipes::Pipe").values().stream()
        .map(pipe -> pipe.at("SourceParameters", "DynamoDBStreamParameters", "DeadLetterConfig"))
        .flatMap(letters -> letters.at("Arn", "Fn::GetAtt").texts().stream().limit(1))
        .collect(Collectors.toSet());
  }

  private static List<String> target(Part queue) {
    return queue.at("RedrivePolicy", "deadLetterTargetArn", "Fn::GetAtt").texts();
  }

  private static void checkKept(String name, Part queue, List<String> problems) {
    if (queue.at("MessageRetentionPeriod").number() != TWO_WEEKS) {
      problems.add(name + " forgets a message too early");
    }
    if (!queue.at("SqsManagedSseEnabled").text().equals("true")) {
      problems.add(name + " is not encrypted");
    }
  }

  /** A worker is told of its own queue alone, under the name that all ringers have for it. */
  private static void checkRingers(
      Template expanded, String queue, String worker, List<String> problems) {
    List<String> told =
        variables(expanded, worker).map().keySet().stream()
            .filter(name -> name.endsWith("_QUEUE_URL"))
            .toList();
    if (told.size() != 1) {
      problems.add(worker + " is not told of one queue, but of " + told);
      return;
    }
    expanded
        .properties(FunctionRule.TYPE)
        .forEach(
            (name, function) -> {
              Part rung = function.at("Environment", "Variables", told.getFirst());
              if (rung.isThere() && !rung.at("Ref").text().equals(queue)) {
                problems.add(name + " rings another queue than the worker reads");
              }
            });
  }

  private static Part variables(Template expanded, String function) {
    return expanded.resource(function).at("Properties", "Environment", "Variables");
  }

  private static void check(Template expanded, String name, Part mapping, List<String> problems) {
    if (!mapping.at("FunctionResponseTypes").texts().contains("ReportBatchItemFailures")) {
      problems.add(name + " does not report partial failures");
    }
    String alias = mapping.at("FunctionName", "Ref").text();
    String function = expanded.resource(alias).at("Properties", "FunctionName", "Ref").text();
    String queue = queueOf(mapping);
    Part properties = expanded.resource(queue).at("Properties");
    int least = VISIBILITY_PER_TIMEOUT * FunctionRule.timeout(expanded, function);
    if (properties.at("VisibilityTimeout").number() < least) {
      problems.add(queue + " hides a message for less than " + least + " s");
    }
    if (!expanded.resource(function).at("Properties", "RecursiveLoop").text().equals("Allow")) {
      problems.add(function + " would be stopped when it has rung its own queue 16 times");
    }
    if (!deadLetters(expanded).contains(queue)) {
      checkRingers(expanded, queue, function, problems);
      checkWorker(expanded, queue, function, mapping, problems);
    }
  }

  private static String queueOf(Part mapping) {
    return mapping.at("EventSourceArn", "Fn::GetAtt").texts().getFirst();
  }

  private static void checkWorker(
      Template expanded, String queue, String function, Part mapping, List<String> problems) {
    Part receives = expanded.resource(queue).at("Properties", "RedrivePolicy", "maxReceiveCount");
    if (receives.number() < LEAST_RECEIVES) {
      problems.add(queue + " gives a message up too early, or never");
    }
    Part most = mapping.at("ScalingConfig", "MaximumConcurrency");
    Part shared = variables(expanded, function).at("EXPUNGE_WORKERS");
    if (!most.isThere() || !most.equals(shared)) {
      problems.add(function + " is not told how many of it share the ceiling of writes");
    }
  }
}
