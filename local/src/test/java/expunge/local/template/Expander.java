package expunge.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Tool;
import java.nio.file.Path;
import java.util.List;

/** The SAM translator, which AWS runs on a template when a stack is made of it. */
final class Expander {
  private final Tool tool =
      Tool.required(
          List.of(
              "python3",
              Path.of(
                      System.getProperty("expunge.root", "."),
                      "local/src/test/python/expand_template.py")
                  .toString()),
          "pip install aws-sam-translator",
          "--probe");

  /** The template as plain CloudFormation. */
  Template expand(String yaml) {
    Tool.Result result = tool.run(yaml);
    assertThat(result.exitValue()).as(result.output()).isZero();
    return Template.ofJson(result.output());
  }
}
