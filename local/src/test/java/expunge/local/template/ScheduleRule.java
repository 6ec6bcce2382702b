package expunge.local.template;

import java.util.List;
import java.util.Map;

/** Housekeeping runs every five minutes, on an event without messages, behind its alias. */
final class ScheduleRule implements Rule {
  private static final String FUNCTION = "HousekeepingFunction";

  @Override
  public List<String> problems(Template expanded) {
    Map<String, Part> rules = expanded.properties("AWS::Events::Rule");
    boolean runs =
        rules.size() == 1 && rules.values().stream().allMatch(rule -> runs(expanded, rule));
    return runs ? List.of() : List.of(FUNCTION + " does not run every five minutes");
  }

  private static boolean runs(Template expanded, Part rule) {
    List<Part> targets = rule.at("Targets").list();
    return rule.at("ScheduleExpression").text().equals("rate(5 minutes)")
        && rule.at("State").text().equals("ENABLED")
        && targets.size() == 1
        && targets.getFirst().at("Input").text().equals("{}")
        && calls(expanded, targets.getFirst().at("Arn", "Ref").text());
  }

  private static boolean calls(Template expanded, String alias) {
    return expanded.resource(alias).at("Properties", "FunctionName", "Ref").text().equals(FUNCTION);
  }
}
