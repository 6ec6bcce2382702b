package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import expunge.simulator.openapi.Node;
import expunge.simulator.openapi.Operation;
import io.avaje.json.mapper.JsonMapper;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The description is a valid document, is complete in itself, and leaves nothing open. */
class DocumentTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern ADDRESS = Pattern.compile("[^\\s\"@]+@([A-Za-z0-9.-]+)");
  private static final Node ROOT = Described.API.root();
  private static final List<Operation> CALLS = Described.API.operations();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  @Test
  void aParserOfOthersFindsNothingWrong() {
    assertThat(parsed(OpenApi.document()).getMessages()).isEmpty();
  }

  @Test
  void aParserOfOthersFindsAMisspeltMember() {
    String misspelt = OpenApi.document().replaceFirst("\"responses\"", "\"response\"");

    assertThat(parsed(misspelt).getMessages()).isNotEmpty();
  }

  private static SwaggerParseResult parsed(String document) {
    return new OpenAPIV3Parser().readContents(document, null, new ParseOptions());
  }

  @Test
  void everySchemaIsOneOfDraft202012() {
    Schema meta =
        registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    assertThat(schemas())
        .isNotEmpty()
        .allSatisfy(
            schema ->
                assertThat(meta.validate(JSON.toJson(schema.value()), InputFormat.JSON)).isEmpty());
  }

  @Test
  void everyObjectSaysWhichMembersItHas() {
    assertThat(schemas().stream().flatMap(Node::all))
        .filteredOn(node -> node.at("type").text().equals("object"))
        .isNotEmpty()
        .allSatisfy(object -> assertThat(object.at("additionalProperties").isThere()).isTrue());
  }

  @Test
  void everyExampleIsOne() {
    assertThat(
            ROOT.all().filter(node -> node.at("example").isThere() && node.at("schema").isThere()))
        .isNotEmpty()
        .allSatisfy(
            node ->
                assertThat(problems(node.at("schema"), node.at("example")))
                    .as(node.at("example").text())
                    .isEmpty());
    assertThat(ROOT.all().filter(node -> node.at("examples").isThere()))
        .isNotEmpty()
        .allSatisfy(
            node ->
                assertThat(node.at("examples").members().values())
                    .allSatisfy(
                        shown ->
                            assertThat(problems(node.at("schema"), shown.at("value"))).isEmpty()));
  }

  private List<String> problems(Node schema, Node example) {
    String own = JSON.toJson(schema.value());
    String components = JSON.toJson(ROOT.at("components").value());
    return registry
        .getSchema(
            "{\"allOf\": [" + own + "], \"components\": " + components + "}", InputFormat.JSON)
        .validate(JSON.toJson(example.value()), InputFormat.JSON)
        .stream()
        .map(Object::toString)
        .toList();
  }

  @Test
  void nobodyRealIsInTheExamples() {
    assertThat(ADDRESS.matcher(OpenApi.document()).results().map(address -> address.group(1)))
        .isNotEmpty()
        .containsOnly("example.com");
  }

  @Test
  void everyReferenceLeadsSomewhereAndNothingIsLeftOver() {
    Set<String> referred =
        ROOT.all()
            .map(node -> node.at("$ref").text())
            .filter(reference -> !reference.isEmpty())
            .collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();
    ROOT.at("components")
        .members()
        .forEach(
            (kind, all) ->
                all.members()
                    .keySet()
                    .forEach(name -> named.add("#/components/" + kind + "/" + name)));
    named.remove("#/components/securitySchemes/apiKey");

    assertThat(referred).containsExactlyInAnyOrderElementsOf(named);
  }

  @Test
  void namesOfCallsAreTheirOwn() {
    assertThat(CALLS.stream().map(call -> call.node().at("operationId").text()))
        .doesNotHaveDuplicates()
        .doesNotContain("");
  }

  @ParameterizedTest
  @FieldSource("CALLS")
  void everyCallTellsWhatEveryCallAnswers(Operation call) {
    assertThat(call.node().at("summary").text()).isNotEmpty();
    assertThat(call.role()).isIn("none", "viewer", "operator", "administrator");
    assertThat(call.statuses()).contains(400, 500, 503);
    assertThat(call.statuses().contains(401)).isEqualTo(!call.role().equals("none"));
    assertThat(call.statuses().contains(403)).isEqualTo(call.role().matches("operator|adm.*"));
    assertThat(call.node().at("security").isThere()).isEqualTo(call.role().equals("none"));
    assertThat(call.statuses())
        .allSatisfy(
            status ->
                assertThat(call.response(status).at("headers").members())
                    .containsKeys("Cache-Control", "X-Content-Type-Options"));
  }

  @Test
  void everyProblemIsDescribedAndNoOther() throws IOException {
    assertThat(describedProblems()).isEqualTo(ProblemsInCode.types());
  }

  private static Set<String> describedProblems() {
    return ROOT.all()
        .flatMap(node -> node.at("content", "application/problem+json").all())
        .map(node -> node.at("properties", "type"))
        .flatMap(
            type -> Stream.concat(Stream.of(type.at("const")), type.at("enum").elements().stream()))
        .map(Node::text)
        .filter(type -> type.startsWith("/problems/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Those with a name, and those that stand where they are needed. */
  private static List<Node> schemas() {
    Map<String, Node> all = new TreeMap<>();
    ROOT.all()
        .map(node -> node.at("schema"))
        .filter(Node::isThere)
        .forEach(schema -> all.put(schema.text(), schema));
    all.putAll(ROOT.at("components", "schemas").members());
    return List.copyOf(all.values());
  }
}
