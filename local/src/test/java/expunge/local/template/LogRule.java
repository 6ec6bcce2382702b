package expunge.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Logs end, are JSON, and never name what was asked for, only the route. */
final class LogRule implements Rule {
  private static final List<String> TELLING =
      List.of("path", "query", "rawPath", "protocol", "error");

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    Map<String, Part> groups = expanded.properties("AWS::Logs::LogGroup");
    groups.forEach(
        (name, group) -> {
          if (!group.at("RetentionInDays").isThere()) {
            problems.add(name + " is kept for ever");
          }
        });
    expanded
        .properties(FunctionRule.TYPE)
        .forEach(
            (name, function) -> {
              if (!groups.containsKey(function.at("LoggingConfig", "LogGroup", "Ref").text())) {
                problems.add(name + " writes to no log group of the stack");
              }
              if (!function.at("LoggingConfig", "LogFormat").text().equals("JSON")) {
                problems.add(name + " does not log as JSON");
              }
            });
    expanded
        .properties("AWS::ApiGatewayV2::Stage")
        .forEach(
            (name, stage) ->
                checkAccess(problems, name, stage.at("AccessLogSettings", "Format").text()));
    return problems;
  }

  private static void checkAccess(List<String> problems, String name, String format) {
    if (!format.contains("$context.routeKey")) {
      problems.add(name + " does not log the route");
    }
    TELLING.stream()
        .filter(variable -> format.contains("$context." + variable))
        .forEach(variable -> problems.add(name + " logs " + variable));
  }
}
