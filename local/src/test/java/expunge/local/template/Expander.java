package expunge.local.template;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Tool;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.file.Path;
import java.util.List;

/** The SAM translator, which AWS runs on a template when a stack is made of it. */
final class Expander {
  private static final JsonType<List<String>> TEXTS = Jsonb.instance().type(String.class).list();
  private static final JsonType<List<Object>> TEMPLATES =
      Jsonb.instance().type(Object.class).list();

  private final Tool tool =
      Tool.required(List.of("python3", script().toString()), "pip install aws-sam-translator");

  /** The templates as plain CloudFormation, in the same order. */
  List<Template> expand(List<String> templates) {
    Tool.Result result = tool.run(TEXTS.toJson(templates));
    assertThat(result.exitValue()).as(result.errors()).isZero();
    return TEMPLATES.fromJson(result.output()).stream()
        .map(template -> new Template(new Part(template)))
        .toList();
  }

  private static Path script() {
    return Path.of(
        System.getProperty("expunge.root", "."), "local/src/test/python/expand_template.py");
  }
}
