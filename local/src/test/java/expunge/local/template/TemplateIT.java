package expunge.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Tool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template holds what it has to, and every rule finds the template that breaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateIT {
  private final Map<String, Template> expanded = new HashMap<>();

  /** All in one run, as the translator takes longer to start than to expand. */
  @BeforeAll
  void expand() {
    List<String> texts =
        Stream.concat(Stream.of(Template.text()), mutations().map(TemplateIT::mutated)).toList();
    List<Template> templates = new Expander().expand(texts);
    IntStream.range(0, texts.size()).forEach(i -> expanded.put(texts.get(i), templates.get(i)));
  }

  @Test
  void cloudFormationsCheckerFindsNothing() {
    Tool checker = Tool.required(List.of("cfn-lint"), "pip install cfn-lint", "--version");

    Tool.Result result = checker.run("", "--include-checks", "I", "--", Template.file().toString());

    assertThat(result.exitValue()).as(result.output()).isZero();
  }

  @Test
  void everyRuleHolds() {
    assertThat(problems(Template.text())).isEmpty();
  }

  static Stream<Mutation> mutations() {
    return Mutation.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aTemplateThatBreaksARuleIsFound(Mutation mutation) {
    assertThat(problems(mutated(mutation)))
        .anySatisfy(problem -> assertThat(problem).contains(mutation.expected()));
  }

  private static String mutated(Mutation mutation) {
    return mutation.appliedTo(Template.text());
  }

  private List<String> problems(String text) {
    Template template = Objects.requireNonNull(expanded.get(text));
    return Stream.concat(
            problems(Rule.OF_WRITTEN, Template.ofYaml(text)), problems(Rule.OF_EXPANDED, template))
        .toList();
  }

  private static Stream<String> problems(List<Rule> rules, Template template) {
    return rules.stream().flatMap(rule -> rule.problems(template).stream());
  }
}
