package expunge.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Every variable that stands for a resource names one of the right kind, and every parameter that a
 * function reads publishes a version when it changes.
 */
final class SettingsRule implements Rule {
  private static final Map<String, String> KINDS =
      Map.of(
          "EXPUNGE_TASKS_TABLE", "AWS::DynamoDB::Table",
          "EXPUNGE_ACCESS_TABLE", "AWS::DynamoDB::Table",
          "EXPUNGE_DELETION_QUEUE_URL", "AWS::SQS::Queue",
          "EXPUNGE_IMPORT_QUEUE_URL", "AWS::SQS::Queue",
          "EXPUNGE_API_URL", "AWS::ApiGatewayV2::Api");
  private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    expanded
        .properties(FunctionRule.TYPE)
        .forEach(
            (name, function) -> {
              Part variables = function.at("Environment", "Variables");
              variables
                  .map()
                  .forEach((variable, value) -> check(expanded, name, variable, value, problems));
              checkVersion(expanded, name, variables, problems);
            });
    return problems;
  }

  private static void check(
      Template expanded, String function, String variable, Part value, List<String> problems) {
    String where = function + "'s " + variable;
    for (String name : namesIn(expanded, value)) {
      if (!expanded.resource(name).isThere()
          && !expanded.root().at("Parameters", name).isThere()
          && !name.startsWith("AWS::")) {
        problems.add(where + " names " + name + ", which does not exist");
      }
    }
    String kind = KINDS.get(variable);
    if (kind != null
        && namesIn(expanded, value).stream()
            .noneMatch(name -> expanded.resource(name).at("Type").text().equals(kind))) {
      problems.add(where + " names no " + kind);
    }
    if (variable.equals("EXPUNGE_BUCKET")
        && !expanded.properties("AWS::S3::Bucket").values().stream()
            .allMatch(bucket -> bucket.at("BucketName").equals(value))) {
      problems.add(where + " names another bucket");
    }
  }

  private static void checkVersion(
      Template expanded, String function, Part variables, List<String> problems) {
    Part version =
        expanded.properties("AWS::Lambda::Version").values().stream()
            .filter(v -> v.at("FunctionName", "Ref").text().equals(function))
            .findFirst()
            .orElse(new Part(null));
    Set<String> told = namesIn(expanded, version.at("Description"));
    for (String name : namesIn(expanded, variables)) {
      if (expanded.root().at("Parameters", name).isThere() && !told.contains(name)) {
        problems.add(function + " does not get a changed " + name + ", as no version is published");
      }
    }
  }

  /** Every resource, parameter and pseudo parameter that a value depends on. */
  private static Set<String> namesIn(Template expanded, Part part) {
    Set<String> names = new TreeSet<>();
    collect(expanded, part, names);
    return names;
  }

  private static void collect(Template expanded, Part part, Set<String> names) {
    if (part.calls("Ref")) {
      names.add(part.at("Ref").text());
    } else if (part.calls("Fn::GetAtt")) {
      names.add(part.at("Fn::GetAtt").texts().getFirst());
    } else if (part.calls("Fn::If")) {
      List<Part> choice = part.at("Fn::If").list();
      collect(expanded, expanded.root().at("Conditions", choice.getFirst().text()), names);
      choice.forEach(branch -> collect(expanded, branch, names));
    } else if (part.calls("Fn::Sub")) {
      List<Part> arguments = part.at("Fn::Sub").list();
      Set<String> own = arguments.getLast().map().keySet();
      PLACE
          .matcher(arguments.getFirst().text())
          .results()
          .map(place -> place.group(1))
          .filter(name -> !own.contains(name))
          .forEach(names::add);
      arguments.getLast().map().values().forEach(value -> collect(expanded, value, names));
    } else {
      part.map().values().forEach(member -> collect(expanded, member, names));
      if (part.map().isEmpty() && part.value() instanceof List<?>) {
        part.list().forEach(element -> collect(expanded, element, names));
      }
    }
  }
}
