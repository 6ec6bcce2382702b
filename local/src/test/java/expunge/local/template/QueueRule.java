package expunge.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A message is lost to nobody: not to a slow worker, to a failure, or to Lambda's loop detection.
 */
final class QueueRule implements Rule {
  private static final int VISIBILITY_PER_TIMEOUT = 6;
  private static final int LEAST_RECEIVES = 5;

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    Map<String, Part> mappings = expanded.properties("AWS::Lambda::EventSourceMapping");
    mappings.forEach((name, mapping) -> check(expanded, name, mapping, problems));
    if (mappings.isEmpty()) {
      problems.add("no queue feeds a function");
    }
    return problems;
  }

  private static void check(Template expanded, String name, Part mapping, List<String> problems) {
    if (!mapping.at("FunctionResponseTypes").texts().contains("ReportBatchItemFailures")) {
      problems.add(name + " does not report partial failures");
    }
    String alias = mapping.at("FunctionName", "Ref").text();
    String function = expanded.resource(alias).at("Properties", "FunctionName", "Ref").text();
    String queue = mapping.at("EventSourceArn", "Fn::GetAtt").texts().getFirst();
    Part properties = expanded.resource(queue).at("Properties");
    int least = VISIBILITY_PER_TIMEOUT * FunctionRule.timeout(expanded, function);
    if (properties.at("VisibilityTimeout").number() < least) {
      problems.add(queue + " hides a message for less than " + least + " s");
    }
    if (properties.at("RedrivePolicy", "maxReceiveCount").number() < LEAST_RECEIVES) {
      problems.add(queue + " gives a message up too early, or never");
    }
    if (!expanded.resource(function).at("Properties", "RecursiveLoop").text().equals("Allow")) {
      problems.add(function + " would be stopped when it has rung its own queue 16 times");
    }
    Part most = mapping.at("ScalingConfig", "MaximumConcurrency");
    Part shared =
        expanded.resource(function).at("Properties", "Environment", "Variables", "EXPUNGE_WORKERS");
    if (!most.isThere() || !most.equals(shared)) {
      problems.add(function + " is not told how many of it share the ceiling of writes");
    }
  }
}
