package expunge.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whatever calls a function calls its alias: behind anything else there is no snapshot. */
final class AliasRule implements Rule {
  @Override
  public List<String> problems(Template expanded) {
    Set<String> aliases = expanded.properties("AWS::Lambda::Alias").keySet();
    List<String> problems = new ArrayList<>();
    callers(expanded)
        .forEach(
            (caller, target) -> {
              if (aliases.stream().noneMatch(alias -> names(target, alias))) {
                problems.add(caller + " does not call an alias");
              }
            });
    if (aliases.size() != expanded.properties(FunctionRule.TYPE).size()) {
      problems.add("there is a function without an alias");
    }
    return problems;
  }

  private static Map<String, Part> callers(Template expanded) {
    Map<String, Part> callers = new LinkedHashMap<>();
    expanded
        .properties("AWS::Lambda::EventSourceMapping")
        .forEach((name, mapping) -> callers.put(name, mapping.at("FunctionName")));
    expanded
        .properties("AWS::Lambda::Permission")
        .forEach((name, permission) -> callers.put(name, permission.at("FunctionName")));
    expanded
        .properties("AWS::S3::Bucket")
        .forEach(
            (name, bucket) -> notified(bucket).forEach(n -> callers.put(name + n.hashCode(), n)));
    RouteRule.operations(expanded)
        .forEach(
            (route, operation) ->
                callers.put(route, operation.at("x-amazon-apigateway-integration", "uri")));
    return callers;
  }

  private static List<Part> notified(Part bucket) {
    return bucket.at("NotificationConfiguration", "LambdaConfigurations").list().stream()
        .map(notification -> notification.at("Function"))
        .toList();
  }

  private static boolean names(Part target, String alias) {
    return target.at("Ref").text().equals(alias)
        || target.at("Fn::Sub").text().contains("${" + alias + "}");
  }
}
