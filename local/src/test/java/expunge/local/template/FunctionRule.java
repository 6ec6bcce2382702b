package expunge.local.template;

import expunge.local.lambda.DeployedFunction;
import java.util.ArrayList;
import java.util.List;

/** Every function runs on what it was built and measured for, and as long as it has to. */
final class FunctionRule implements Rule {
  static final String TYPE = "AWS::Lambda::Function";

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    for (DeployedFunction each : DeployedFunction.values()) {
      String name = each.logicalId();
      Part function = expanded.resource(name).at("Properties");
      expect(problems, name, function.at("Runtime"), "java25");
      expect(problems, name, function.at("Architectures"), "arm64");
      expect(problems, name, function.at("SnapStart", "ApplyOn"), "PublishedVersions");
      expect(problems, name, function.at("Handler"), each.handler());
      expect(problems, name, function.at("Timeout"), seconds(each));
      expect(problems, name, function.at("Role", "Fn::GetAtt"), each.role(), "Arn");
    }
    if (expanded.properties(TYPE).size() != DeployedFunction.values().length) {
      problems.add("there is a function that nobody built");
    }
    return problems;
  }

  /** In seconds; 0 where there is no such function. */
  static int timeout(Template expanded, String function) {
    return expanded.resource(function).at("Properties", "Timeout").number();
  }

  /**
   * In seconds: all that Lambda gives, a batch with its repetitions, less than the gateway waits.
   */
  private static String seconds(DeployedFunction function) {
    return switch (function) {
      case FILE_INTAKE, HOUSEKEEPING -> "900";
      case DELETION_WORKER, IMPORT_WORKER -> "120";
      case HTTP_API -> "29";
    };
  }

  private static void expect(List<String> problems, String name, Part actual, String... expected) {
    if (!actual.texts().equals(List.of(expected))) {
      problems.add(name + " has " + actual.texts() + " instead of " + String.join(".", expected));
    }
  }
}
