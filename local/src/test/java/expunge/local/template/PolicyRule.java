package expunge.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Each may do only what it needs, promise P10: a function has a role of its own, no action with a
 * {@code *}, and a {@code *} in a resource only at the end of an object's, an index's or a log
 * stream's ARN.
 */
final class PolicyRule implements Rule {
  private static final Pattern OBJECTS = Pattern.compile("arn:aws:s3:::[^/*]+/[^*]+/\\*");
  private static final Pattern LOG_STREAMS = Pattern.compile("<\\w*Logs\\.Arn>");

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    Values values = new Values(expanded, Map.of("AWS::Partition", "aws"));
    Map<String, Part> functions = expanded.properties(FunctionRule.TYPE);
    List<String> roles =
        functions.values().stream()
            .map(function -> function.at("Role", "Fn::GetAtt").texts().getFirst())
            .toList();
    if (roles.stream().distinct().count() < functions.size()) {
      problems.add("two functions share a role");
    }
    for (String role : expanded.properties("AWS::IAM::Role").keySet()) {
      Part properties = expanded.resource(role).at("Properties");
      if (properties.at("ManagedPolicyArns").isThere()) {
        problems.add(role + " has a policy that is not written here");
      }
      allStatements(properties).forEach(statement -> check(role, values.of(statement), problems));
    }
    return problems;
  }

  /** What a role's policies say, where their conditions hold; functions in it stay. */
  static Stream<Part> statements(Part role, Values values) {
    return role.at("Policies").list().stream()
        .flatMap(policy -> policy.at("PolicyDocument", "Statement").list().stream())
        .map(values::chosen)
        .filter(statement -> !statement.calls("Ref"));
  }

  /** What a role's policies may say, whatever the conditions. */
  private static Stream<Part> allStatements(Part role) {
    return role.at("Policies").list().stream()
        .flatMap(policy -> policy.at("PolicyDocument", "Statement").list().stream())
        .flatMap(
            statement ->
                statement.calls("Fn::If")
                    ? statement.at("Fn::If").list().stream().skip(1)
                    : Stream.of(statement))
        .filter(statement -> !statement.calls("Ref"));
  }

  private static void check(String role, Part statement, List<String> problems) {
    String where = role + "'s " + statement.at("Sid").text();
    if (!statement.at("Effect").text().equals("Allow")) {
      problems.add(where + " is no permission");
    }
    statement.at("Action").texts().stream()
        .filter(action -> action.contains("*"))
        .forEach(action -> problems.add(where + " allows " + action));
    statement.at("Resource").texts().stream()
        .filter(PolicyRule::isTooWide)
        .forEach(resource -> problems.add(where + " is not limited: " + resource));
    if (statement.at("NotAction").isThere() || statement.at("NotResource").isThere()) {
      problems.add(where + " allows everything else");
    }
  }

  /** A log group's ARN, as CloudFormation gives it, ends in {@code :*} for its streams. */
  private static boolean isTooWide(String resource) {
    return resource.contains("*")
        && !OBJECTS.matcher(resource).matches()
        && !LOG_STREAMS.matcher(resource).matches();
  }
}
