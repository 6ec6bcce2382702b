package expunge.simulator.openapi;

import io.avaje.json.mapper.JsonMapper;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An OpenAPI document (3.1), with the extensions that its own {@code info} explains. */
public final class Description {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Node root;
  private final List<Operation> operations;

  private Description(Node root) {
    this.root = root;
    this.operations =
        root.at("paths").members().entrySet().stream()
            .flatMap(path -> operations(path.getKey(), path.getValue()))
            .toList();
  }

  /** Reads a document. */
  public static Description of(String json) {
    return new Description(new Node(JSON.fromJsonObject(json)));
  }

  private Stream<Operation> operations(String path, Node item) {
    return item.members().entrySet().stream()
        .filter(member -> METHODS.contains(member.getKey()))
        .map(
            member ->
                new Operation(
                    member.getKey().toUpperCase(Locale.ROOT), path, item, member.getValue(), this));
  }

  /** The whole document. */
  public Node root() {
    return root;
  }

  /** Every call, in the order of the document. */
  public List<Operation> operations() {
    return operations;
  }

  /** The call that such a request is; the one that leaves the least of its path open. */
  public Optional<Operation> operation(String method, String actualPath) {
    return operations.stream()
        .filter(operation -> operation.method().equals(method) && operation.isOn(actualPath))
        .min(Comparator.comparingInt(operation -> operation.fields().size()));
  }

  /** What an answer to anything else may be. */
  Node elsewhere(int status) {
    return resolved(root.at("x-elsewhere", String.valueOf(status)));
  }

  /** What a reference stands for; anything else is itself. */
  public Node resolved(Node node) {
    Node reference = node.at("$ref");
    return reference.isThere() ? resolved(target(reference.text())) : node;
  }

  private Node target(String reference) {
    String[] names = reference.split("/", -1);
    return root.at(Arrays.copyOfRange(names, 1, names.length));
  }

  static String json(Node node) {
    return JSON.toJson(node.value());
  }
}
