package expunge.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates CloudFormation's functions, with given values for parameters, resources and their
 * attributes. What has no value stays a name in brackets, such as {@code <Table.Arn>}.
 */
final class Values {
  /** What a member that is left out has instead of a value. */
  static final String NOTHING = "<AWS::NoValue>";

  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]+)}");

  private final Template template;
  private final Map<String, String> given;

  /**
   * For one template.
   *
   * @param given by name, such as {@code Table} or {@code Table.Arn}; a parameter without one has
   *     its default
   */
  Values(Template template, Map<String, String> given) {
    this.template = template;
    this.given = Map.copyOf(given);
  }

  /** With the functions in it evaluated, all the way down. */
  Part of(Part part) {
    if (part.calls("Ref")) {
      return referred(part.at("Ref").text());
    }
    if (part.calls("Fn::GetAtt")) {
      return new Part(named(String.join(".", part.at("Fn::GetAtt").texts())));
    }
    if (part.calls("Fn::Sub")) {
      return new Part(substituted(part.at("Fn::Sub").list()));
    }
    if (part.calls("Fn::If")) {
      List<Part> choice = part.at("Fn::If").list();
      return of(choice.get(isMet(choice.getFirst().text()) ? 1 : 2));
    }
    if (part.calls("Fn::Join")) {
      List<Part> join = part.at("Fn::Join").list();
      return new Part(String.join(join.getFirst().text(), of(join.getLast()).texts()));
    }
    return inside(part);
  }

  /** What a condition chooses, itself not evaluated; anything else as it is. */
  Part chosen(Part part) {
    if (!part.calls("Fn::If")) {
      return part;
    }
    List<Part> choice = part.at("Fn::If").list();
    return chosen(choice.get(isMet(choice.getFirst().text()) ? 1 : 2));
  }

  private Part inside(Part part) {
    if (part.value() instanceof Map<?, ?>) {
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      part.map().forEach((name, member) -> members.put(name, of(member).value()));
      members.values().removeIf(NOTHING::equals);
      return new Part(members);
    }
    if (part.value() instanceof List<?>) {
      List<@Nullable Object> elements = new ArrayList<>();
      part.list().forEach(element -> elements.add(of(element).value()));
      return new Part(elements);
    }
    return part;
  }

  /** A parameter that is a list has as many elements as there are between commas. */
  private Part referred(String name) {
    String value = named(name);
    boolean isList =
        template.root().at("Parameters", name, "Type").equals(new Part("CommaDelimitedList"));
    return isList ? new Part(List.of(value.split(",", -1))) : new Part(value);
  }

  private String named(String name) {
    Part parameter = template.root().at("Parameters", name, "Default");
    String otherwise = parameter.isThere() ? parameter.text() : "<" + name + ">";
    return given.getOrDefault(name, otherwise);
  }

  private String substituted(List<Part> arguments) {
    Map<String, Part> own = arguments.size() > 1 ? arguments.get(1).map() : Map.of();
    return PLACE
        .matcher(arguments.getFirst().text())
        .replaceAll(
            place -> {
              Part value = own.get(place.group(1));
              return Matcher.quoteReplacement(
                  value == null ? named(place.group(1)) : of(value).text());
            });
  }

  private boolean isMet(String condition) {
    return isTrue(template.root().at("Conditions", condition));
  }

  private boolean isTrue(Part condition) {
    if (condition.calls("Fn::Not")) {
      return !isTrue(condition.at("Fn::Not").list().getFirst());
    }
    if (condition.calls("Fn::And")) {
      return condition.at("Fn::And").list().stream().allMatch(this::isTrue);
    }
    if (condition.calls("Condition")) {
      return isMet(condition.at("Condition").text());
    }
    List<Part> both = condition.at("Fn::Equals").list();
    return of(both.getFirst()).text().equals(of(both.getLast()).text());
  }
}
