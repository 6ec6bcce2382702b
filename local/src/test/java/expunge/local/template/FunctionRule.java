package expunge.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Every function runs on what it was built and measured for. */
final class FunctionRule implements Rule {
  static final String TYPE = "AWS::Lambda::Function";

  private static final int LONGEST_HTTP_CALL = 30;

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    expanded
        .properties(TYPE)
        .forEach(
            (name, function) -> {
              expect(problems, name, function.at("Runtime"), "java25");
              expect(problems, name, function.at("Architectures"), "arm64");
              expect(problems, name, function.at("SnapStart", "ApplyOn"), "PublishedVersions");
              expect(problems, name, function.at("Handler"), handlerOf(name));
            });
    if (timeout(expanded, "HttpApiFunction") >= LONGEST_HTTP_CALL) {
      problems.add("HttpApiFunction may run longer than API Gateway waits");
    }
    return problems;
  }

  /** In seconds; 0 where there is no such function. */
  static int timeout(Template expanded, String function) {
    return expanded.resource(function).at("Properties", "Timeout").number();
  }

  /** A handler is the class of the same name, in the package that is named after it. */
  private static String handlerOf(String function) {
    String module = function.replace("Function", "").toLowerCase(Locale.ROOT);
    return "expunge." + module + "." + function + "::handleRequest";
  }

  private static void expect(List<String> problems, String name, Part actual, String expected) {
    if (!actual.texts().equals(List.of(expected))) {
      problems.add(name + " has " + actual.texts() + " instead of " + expected);
    }
  }
}
