package expunge.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Tool;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The template holds what it has to, and every rule finds the template that breaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TemplateIT {
  private final String text = Template.text();
  private Expander expander;

  @BeforeAll
  void findExpander() {
    expander = new Expander();
  }

  @Test
  void cloudFormationsCheckerFindsNothing() {
    Tool checker = Tool.required(List.of("cfn-lint"), "pip install cfn-lint", "--version");

    Tool.Result result = checker.run("", "--include-checks", "I", "--", Template.file().toString());

    assertThat(result.exitValue()).as(result.output()).isZero();
  }

  @Test
  void everyRuleHolds() {
    assertThat(problems(text)).isEmpty();
  }

  static Stream<Mutation> mutations() {
    return Mutation.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void aTemplateThatBreaksARuleIsFound(Mutation mutation) {
    assertThat(problems(mutation.appliedTo(text)))
        .anySatisfy(problem -> assertThat(problem).contains(mutation.expected()));
  }

  private List<String> problems(String yaml) {
    Template expanded = expander.expand(yaml);
    return Rule.ALL.stream().flatMap(rule -> rule.problems(expanded).stream()).toList();
  }
}
