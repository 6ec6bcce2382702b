package expunge.simulator.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One call of the description.
 *
 * @param method in upper case
 * @param path a template, such as {@code /tasks/{taskId}}
 * @param item what all calls at this path have in common
 * @param node what the document says of this one
 */
public record Operation(String method, String path, Node item, Node node, Description description) {
  private static final String JSON = "application/json";

  /** Such as {@code GET /tasks/{taskId}}. */
  public String route() {
    return method + " " + path;
  }

  /** The role that it needs at least; {@code none} where nobody is asked for a key. */
  public String role() {
    return node.at("x-role").text();
  }

  /** The names of the parameters in the query, in their order. */
  public List<String> queryParameters() {
    return parameters("query").map(parameter -> parameter.at("name").text()).toList();
  }

  /** The parts of the path that are open, in their order. */
  public List<String> fields() {
    return Arrays.stream(path.split("/", -1))
        .filter(Operation::isField)
        .map(field -> field.substring(1, field.length() - 1))
        .toList();
  }

  /** What the document shows for a part of the path; empty where it shows nothing. */
  public String exampleOf(String field) {
    return parameters("path")
        .filter(parameter -> parameter.at("name").text().equals(field))
        .map(parameter -> parameter.at("example").text())
        .findFirst()
        .orElse("");
  }

  /** Whether a path is of this template; every character counts. */
  public boolean isOn(String actual) {
    List<String> expected = List.of(path.split("/", -1));
    List<String> given = List.of(actual.split("/", -1));
    if (expected.size() != given.size()) {
      return false;
    }
    for (int i = 0; i < given.size(); i++) {
      boolean open = isField(expected.get(i)) && !given.get(i).isEmpty();
      if (!open && !expected.get(i).equals(given.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Every status that it may answer. */
  public Set<Integer> statuses() {
    Set<Integer> statuses = new TreeSet<>();
    node.at("responses").members().keySet().forEach(key -> statuses.add(Integer.valueOf(key)));
    return statuses;
  }

  /** Whether it heeds an {@code Idempotency-Key}. */
  public boolean isKeyed() {
    return parameters("header")
        .anyMatch(parameter -> parameter.at("name").text().equals("Idempotency-Key"));
  }

  /** Of a call that is not on a task, what it answers as its examples show it. */
  public int exampleStatus() {
    return Integer.parseInt(node.at("x-example-status").text());
  }

  /** Of a call on a task, the states by the status that they lead to. */
  public Map<Integer, List<String>> states() {
    Map<Integer, List<String>> states = new TreeMap<>();
    node.at("x-states")
        .members()
        .forEach((status, names) -> states.put(Integer.valueOf(status), names.texts()));
    return states;
  }

  /** What an answer of this status is; a node without a value where it is not documented. */
  public Node response(int status) {
    return description.resolved(node.at("responses", String.valueOf(status)));
  }

  /** The schema of the JSON body that it takes; empty where it takes none. */
  public Optional<Node> requestSchema() {
    return Optional.of(body().at("schema")).filter(Node::isThere);
  }

  /** The calls that the document shows: one at least, be it without a body. */
  public List<Example> examples() {
    Map<String, Node> several = body().at("examples").members();
    if (several.isEmpty()) {
      Optional<String> only =
          Optional.of(body().at("example")).filter(Node::isThere).map(Description::json);
      return List.of(new Example(node.at("summary").text(), role(), only));
    }
    return several.values().stream().map(this::example).toList();
  }

  private Example example(Node shown) {
    String role = shown.at("x-role").text();
    return new Example(
        shown.at("summary").text(),
        role.isEmpty() ? role() : role,
        Optional.of(Description.json(shown.at("value"))));
  }

  /**
   * A call that the document shows.
   *
   * @param summary what it does
   * @param role what it needs at least, which may be more than other calls of the operation
   * @param body as JSON; empty where it takes none, or none is shown
   */
  public record Example(String summary, String role, Optional<String> body) {}

  private Node body() {
    return description.resolved(node.at("requestBody")).at("content", JSON);
  }

  private Stream<Node> parameters(String place) {
    return Stream.concat(
            item.at("parameters").elements().stream(), node.at("parameters").elements().stream())
        .map(description::resolved)
        .filter(parameter -> parameter.at("in").text().equals(place));
  }

  private static boolean isField(String segment) {
    return segment.startsWith("{");
  }

  @Override
  public String toString() {
    return route();
  }
}
