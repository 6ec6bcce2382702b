package expunge.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import expunge.run.InvalidSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the schema, the parser and the examples together. */
class SchemaTest {
  private static final Path ROOT = Path.of("../..");
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");

  /** What a schema can tell, as it is about one member alone. */
  private static final Pattern STRUCTURAL =
      Pattern.compile(
          ".*: (unknown|missing|has to be (an object|a list|a list of names|a text.*|a whole.*"
              + "|true or false|text or number|[a-z-]+, .* or .*))");

  private final String text = Files.readString(DOCS.resolve("datasets.schema.json"));
  private final Map<?, ?> json = (Map<?, ?>) Objects.requireNonNull(JsonTrees.read(text));
  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text, InputFormat.JSON);

  SchemaTest() throws IOException {}

  private List<Error> errors(String document) {
    return schema.validate(document, InputFormat.JSON);
  }

  @Test
  void theSchemaIsOne() throws IOException {
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                com.networknt.schema.SchemaLocation.of(
                    "https://json-schema.org/draft/2020-12/schema"));

    assertThat(meta.validate(text, InputFormat.JSON)).isEmpty();
  }

  @Test
  void schemaAndParserKnowTheSameMembers() {
    assertThat(SchemaMembers.of(json))
        .isEqualTo(MembersAsked.in(JsonTrees.read(Declarations.EVERYTHING)));
  }

  @Test
  void everythingThatCanBeDeclaredIsValid() {
    assertThat(errors(Declarations.EVERYTHING)).isEmpty();
  }

  @Test
  void whatTheParserTakesIsValidAndWhatHasTheWrongFormIsNot() {
    AtomicInteger taken = new AtomicInteger();
    JsonTrees.variants(JsonTrees.read(Declarations.EVERYTHING))
        .map(JsonTrees::write)
        .forEach(
            document -> {
              List<String> problems = problems(document);
              if (problems.isEmpty()) {
                taken.incrementAndGet();
                assertThat(errors(document)).as(document).isEmpty();
              } else if (problems.stream().anyMatch(STRUCTURAL.asMatchPredicate())) {
                assertThat(errors(document)).as("%s%n%s", problems, document).isNotEmpty();
              }
            });
    assertThat(taken).hasPositiveValue();
  }

  private static List<String> problems(String document) {
    try {
      Datasets datasets = Datasets.parse(document);
      assertThat(datasets.names()).isNotEmpty();
      return List.of();
    } catch (InvalidSettings wrong) {
      return wrong.problems();
    }
  }

  @ParameterizedTest
  @MethodSource
  void examplesAreValidAndCanBeRead(String example) {
    assertThat(Datasets.parse(example).names()).isNotEmpty();
    assertThat(errors(example)).isEmpty();
  }

  static Stream<String> examplesAreValidAndCanBeRead() throws IOException {
    try (Stream<Path> pages = Files.list(DOCS)) {
      List<String> inDocs =
          pages
              .filter(page -> page.toString().endsWith(".md"))
              .flatMap(SchemaTest::examples)
              .toList();
      String sample =
          Files.readString(ROOT.resolve("local/src/main/resources/expunge/local/datasets.json"));
      return Stream.concat(inDocs.stream(), Stream.of(sample));
    }
  }

  private static Stream<String> examples(Path page) {
    try {
      return EXAMPLE
          .matcher(Files.readString(page))
          .results()
          .map(block -> block.group(1))
          .filter(block -> block.contains("\"datasets\""));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}
