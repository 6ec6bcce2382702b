package expunge.simulator.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not described is found, whatever part of an exchange it is in. */
class ConformanceTest {
  private static final String DOCUMENT =
      """
      {"openapi": "3.1.0",
       "paths": {
         "/things/all": {
           "get": {"responses": {"200": {"description": "", "content": {"text/csv": {
             "schema": {"type": "string", "pattern": "^a"}}}}}}},
         "/things/{id}": {
           "parameters": [{"name": "id", "in": "path", "example": "7"}],
           "post": {
             "parameters": [{"name": "dry", "in": "query"}],
             "requestBody": {"content": {"application/json": {
               "schema": {"$ref": "#/components/schemas/Thing"}, "example": {"name": "x"}}}},
             "responses": {
               "200": {"description": "", "headers": {"ETag": {"$ref": "#/components/headers/Tag"}},
                 "content": {"application/json": {
                   "schema": {"$ref": "#/components/schemas/Thing"}}}},
               "204": {"description": ""},
               "400": {"description": ""}}}}},
       "x-elsewhere": {"404": {"description": ""}},
       "components": {
         "headers": {"Tag": {"required": true, "schema": {"pattern": "^[0-9]$"}}},
         "schemas": {"Thing": {"type": "object", "additionalProperties": false,
           "properties": {"name": {"type": "string"}, "at": {"format": "date-time"}}}}}}
      """;
  private static final String THING = "{\"name\": \"x\"}";

  private final Description description = Description.of(DOCUMENT);
  private final Conformance conformance = new Conformance(description);

  private final Map<String, String> headers =
      new HashMap<>(Map.of("Content-Type", "application/json", "etag", "1", "Date", "today"));

  private String problems(String path, int status, String request, String body) {
    return String.join(
        "\n",
        conformance.problems(
            new Exchange("POST", path, Set.of("dry"), request, status, headers, body)));
  }

  private String answered(String body) {
    return problems("/things/7", 200, THING, body);
  }

  @Test
  void whatIsDescribedIsNoProblem() {
    assertThat(answered(THING)).isEmpty();
  }

  @Test
  void anotherStatusIsFound() {
    assertThat(problems("/things/7", 201, THING, THING))
        .isEqualTo("POST /things/{id} has no status 201");
  }

  @Test
  void anotherMemberAndAnotherFormAreFound() {
    assertThat(answered("{\"names\": \"x\"}")).contains("names");
    assertThat(answered("{\"name\": 7}")).contains("/name");
    assertThat(answered("{\"at\": \"yesterday\"}")).contains("/at");
    assertThat(answered("")).isNotEmpty();
  }

  @Test
  void anotherHeaderIsFoundAndSoIsOneThatIsMissingOrHasAnotherForm() {
    headers.put("X-More", "1");
    assertThat(answered(THING)).endsWith("header x-more is not described");
    headers.remove("X-More");
    headers.put("etag", "one");
    assertThat(answered(THING)).contains("header etag");
    headers.remove("etag");
    assertThat(answered(THING)).endsWith("header etag is missing");
  }

  @Test
  void anotherMediaTypeIsFoundAndSoIsABodyWhereNoneIsDescribed() {
    headers.put("Content-Type", "text/plain");
    assertThat(answered(THING)).endsWith("the media type text/plain is not described");
    headers.remove("etag");
    assertThat(problems("/things/7", 204, THING, "more")).endsWith("a body is not described");
    assertThat(problems("/things/7", 204, THING, "")).isEmpty();
  }

  @Test
  void aCallThatIsAcceptedHasToBeDescribedAndOneThatIsRefusedDoesNot() {
    String other = "{\"other\": 7}";
    assertThat(problems("/things/7", 200, other, THING)).contains("a body is taken, although");
    headers.remove("etag");
    assertThat(problems("/things/7", 400, other, "")).isEmpty();
    Exchange more = new Exchange("POST", "/things/7", Set.of("more"), THING, 204, Map.of(), "");
    assertThat(conformance.problems(more))
        .containsExactly("POST /things/{id}: parameter more is taken and not described");
  }

  @Test
  void whatIsNoCallMayBeAnsweredOnlyAsIsDescribedForIt() {
    headers.remove("etag");
    assertThat(problems("/", 404, "", "")).isEmpty();
    assertThat(problems("/things/", 204, "", ""))
        .isEqualTo("no call of the document has no status 204");
  }

  @Test
  void aTextIsHeldToItsSchemaAndThePathWithTheFewestFieldsWins() {
    Map<String, String> csv = Map.of("content-type", "text/csv");
    Exchange good = new Exchange("GET", "/things/all", Set.of(), "", 200, csv, "a,b");
    Exchange bad = new Exchange("GET", "/things/all", Set.of(), "", 200, csv, "b,a");

    assertThat(conformance.problems(good)).isEmpty();
    assertThat(conformance.problems(bad)).hasSize(1);
  }

  @Test
  void aFailureTellsEverythingButWhatWasSent() {
    Exchange exchange =
        new Exchange("POST", "/things/secret", Set.of(), "secret", 201, Map.of(), "secret");

    assertThatThrownBy(() -> conformance.check(exchange))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("POST /things/{id} has no status 201")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aCallTellsItsExamples() {
    Operation call = description.operation("POST", "/things/7").orElseThrow();

    assertThat(call.fields()).containsExactly("id");
    assertThat(call.exampleOf("id")).isEqualTo("7");
    assertThat(call.examples())
        .extracting(Operation.Example::body)
        .containsExactly(Optional.of("{\"name\":\"x\"}"));
    assertThat(call.statuses()).containsExactly(200, 204, 400);
  }
}
