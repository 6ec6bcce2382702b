package expunge.simulator.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Holds exchanges against a description. Whatever a caller was not told to expect is a problem: a
 * status, a header, a media type, a member; and so is what was promised and is missing. Where a
 * call was accepted, the description has to know its parameters and its body too.
 */
public final class Conformance {
  private static final String CONTENT_TYPE = "content-type";

  /** What servers and gateways add to an answer on its way. */
  private static final Set<String> OF_TRANSPORT =
      Set.of(
          CONTENT_TYPE,
          "date",
          "content-length",
          "connection",
          "transfer-encoding",
          "apigw-requestid");

  private static final int FIRST_ERROR = 400;

  private final Description description;
  private final Schemas schemas;

  /** To this description. */
  public Conformance(Description description) {
    this.description = description;
    this.schemas = new Schemas(description);
  }

  /**
   * Fails where an exchange is not as described.
   *
   * @throws AssertionError with all problems
   */
  public void check(Exchange exchange) {
    List<String> problems = problems(exchange);
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "openapi.json does not describe "
              + exchange
              + String.join("", problems.stream().map(problem -> "\n  " + problem).toList()));
    }
  }

  /** What the description does not say, or says otherwise; empty where all is as described. */
  public List<String> problems(Exchange exchange) {
    Optional<Operation> operation = description.operation(exchange.method(), exchange.path());
    Node response =
        operation
            .map(call -> call.response(exchange.status()))
            .orElseGet(() -> description.elsewhere(exchange.status()));
    String where = operation.map(Operation::route).orElse("no call of the document");
    if (!response.isThere()) {
      return List.of(where + " has no status " + exchange.status());
    }
    List<String> problems = new ArrayList<>();
    problems.addAll(headers(response, exchange));
    problems.addAll(body(response, exchange));
    if (exchange.status() < FIRST_ERROR) {
      operation.ifPresent(call -> problems.addAll(request(call, exchange)));
    }
    return problems.stream().map(problem -> where + ": " + problem).toList();
  }

  private List<String> headers(Node response, Exchange exchange) {
    List<String> problems = new ArrayList<>();
    Map<String, Node> described = new TreeMap<>();
    response
        .at("headers")
        .members()
        .forEach(
            (name, header) ->
                described.put(name.toLowerCase(Locale.ROOT), description.resolved(header)));
    exchange.headers().keySet().stream()
        .filter(name -> !described.containsKey(name) && !OF_TRANSPORT.contains(name))
        .forEach(name -> problems.add("header " + name + " is not described"));
    described.forEach(
        (name, header) ->
            Optional.ofNullable(exchange.headers().get(name))
                .ifPresentOrElse(
                    value ->
                        schemas
                            .problemsOfText(header.at("schema"), value)
                            .forEach(problem -> problems.add("header " + name + problem)),
                    () -> {
                      if (header.at("required").text().equals("true")) {
                        problems.add("header " + name + " is missing");
                      }
                    }));
    return problems;
  }

  private List<String> body(Node response, Exchange exchange) {
    Map<String, Node> content = response.at("content").members();
    if (content.isEmpty()) {
      return exchange.body().isEmpty() ? List.of() : List.of("a body is not described");
    }
    String type = exchange.headers().getOrDefault(CONTENT_TYPE, "");
    if (!content.containsKey(type)) {
      return List.of("the media type " + type + " is not described");
    }
    Node schema = Objects.requireNonNull(content.get(type)).at("schema");
    return type.endsWith("json")
        ? schemas.problems(schema, exchange.body())
        : schemas.problemsOfText(schema, exchange.body());
  }

  private List<String> request(Operation operation, Exchange exchange) {
    List<String> problems = new ArrayList<>();
    exchange.parameters().stream()
        .filter(name -> !operation.queryParameters().contains(name))
        .forEach(name -> problems.add("parameter " + name + " is taken and not described"));
    operation
        .requestSchema()
        .ifPresent(
            schema ->
                schemas
                    .problems(schema, exchange.request())
                    .forEach(problem -> problems.add("a body is taken, although " + problem)));
    return problems;
  }
}
