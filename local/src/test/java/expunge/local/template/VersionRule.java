package expunge.local.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every change publishes a version: of properties, as SAM is told, and of parameters, whose longest
 * values fit into a version's description. Of the template as written, since the translator takes
 * the former for itself.
 */
final class VersionRule implements Rule {
  private static final int LONGEST_DESCRIPTION = 256;
  private static final String ANY = "x";
  private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

  @Override
  public List<String> problems(Template written) {
    List<String> problems = new ArrayList<>();
    Part all = written.root().at("Globals", "Function", "AutoPublishAliasAllProperties");
    if (!all.text().equals("true")) {
      problems.add("a changed property publishes no version");
    }
    written
        .properties("AWS::Serverless::Function")
        .forEach(
            (name, function) -> {
              int length = longest(written, function.at("VersionDescription", "Fn::Sub")).length();
              if (length > LONGEST_DESCRIPTION) {
                problems.add(name + "'s version may need a description of " + length);
              }
            });
    return problems;
  }

  private static String longest(Template written, Part substitution) {
    List<Part> arguments = substitution.list();
    Map<String, Part> own = arguments.getLast().map();
    return PLACE
        .matcher(arguments.getFirst().text())
        .replaceAll(
            place -> {
              Part choice = own.getOrDefault(place.group(1), new Part(null));
              Part parameter = written.root().at("Parameters", place.group(1));
              return Matcher.quoteReplacement(
                  choice.isThere()
                      ? longest(choice.at("Fn::If").texts().stream().skip(1).toList())
                      : longest(parameter));
            });
  }

  private static String longest(Part parameter) {
    if (parameter.at("AllowedValues").isThere()) {
      return longest(parameter.at("AllowedValues").texts());
    }
    if (parameter.at("MaxValue").isThere()) {
      return parameter.at("MaxValue").text();
    }
    Part most = parameter.at("MaxLength");
    return ANY.repeat(most.isThere() ? most.number() : LONGEST_DESCRIPTION + 1);
  }

  private static String longest(List<String> values) {
    return values.stream().max(Comparator.comparingInt(String::length)).orElse("");
  }
}
