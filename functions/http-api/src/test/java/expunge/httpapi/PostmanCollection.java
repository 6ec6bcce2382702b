package expunge.httpapi;

import expunge.simulator.openapi.Description;
import expunge.simulator.openapi.Node;
import expunge.simulator.openapi.Operation;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A description of an API as a collection for Postman (v2.1). */
final class PostmanCollection {
  private static final JsonType<Object> JSON = Jsonb.instance().type(Object.class);
  private static final String SCHEMA =
      "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";

  private final Description api;

  PostmanCollection(Description api) {
    this.api = api;
  }

  /** Its text. */
  String text() {
    Map<String, Object> collection = new LinkedHashMap<>();
    collection.put(
        "info",
        members(
            "name", api.root().at("info", "title").text(),
            "description", api.root().at("info", "summary").text(),
            "schema", SCHEMA));
    collection.put("variable", variables());
    collection.put("item", api.root().at("tags").elements().stream().map(this::folder).toList());
    return JSON.toJsonPretty(collection) + "\n";
  }

  /** All that differs from system to system; the keys are for whoever uses it to fill in. */
  private List<Object> variables() {
    List<Object> variables = new ArrayList<>();
    variables.add(members("key", "apiUrl", "value", "http://127.0.0.1:3000"));
    for (String role : List.of("viewer", "operator", "administrator")) {
      variables.add(members("key", role + "Key", "value", ""));
    }
    api.operations().stream()
        .flatMap(call -> call.fields().stream())
        .distinct()
        .forEach(field -> variables.add(members("key", field, "value", "")));
    return variables;
  }

  private Object folder(Node tag) {
    String name = tag.at("name").text();
    return members(
        "name",
        name,
        "description",
        tag.at("description").text(),
        "item",
        api.operations().stream()
            .filter(call -> call.node().at("tags").texts().contains(name))
            .flatMap(call -> call.examples().stream().map(shown -> item(call, shown)))
            .toList());
  }

  private Object item(Operation call, Operation.Example shown) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("method", call.method());
    request.put("description", call.node().at("description").text());
    request.put("auth", auth(shown.role()));
    request.put("header", List.of());
    request.put("url", url(call));
    shown
        .body()
        .ifPresent(
            body ->
                request.put(
                    "body",
                    members(
                        "mode",
                        "raw",
                        "raw",
                        body,
                        "options",
                        Map.of("raw", Map.of("language", "json")))));
    return members("name", shown.summary(), "request", request);
  }

  private static Object auth(String role) {
    return role.equals("none")
        ? members("type", "noauth")
        : members(
            "type",
            "basic",
            "basic",
            List.of(
                members("key", "username", "value", "{{" + role + "Key}}", "type", "string"),
                members("key", "password", "value", "", "type", "string")));
  }

  private static Object url(Operation call) {
    List<String> path =
        Arrays.stream(call.path().substring(1).split("/", -1))
            .map(segment -> segment.replaceAll("^\\{(.*)}$", ":$1"))
            .toList();
    return members(
        "raw",
        "{{apiUrl}}/" + String.join("/", path),
        "host",
        List.of("{{apiUrl}}"),
        "path",
        path,
        "query",
        call.queryParameters().stream()
            .map(name -> members("key", name, "value", "", "disabled", true))
            .toList(),
        "variable",
        call.fields().stream()
            .map(field -> members("key", field, "value", "{{" + field + "}}"))
            .toList());
  }

  /** An object of these names and values, in this order. */
  private static Object members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return members;
  }
}
