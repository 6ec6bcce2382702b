package expunge.simulator.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document. What is not there is a node too, without a value.
 *
 * @param value as the parser has it; null for nothing
 */
public record Node(@Nullable Object value) {
  /** Below this one, by the names of members. */
  public Node at(String... names) {
    Node node = this;
    for (String name : names) {
      node = new Node(node.value instanceof Map<?, ?> map ? map.get(name) : null);
    }
    return node;
  }

  /** Whether the document has it. */
  public boolean isThere() {
    return value != null;
  }

  /** The members of an object, in their order; none of anything else. */
  public Map<String, Node> members() {
    Map<String, Node> members = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), new Node(member)));
    }
    return members;
  }

  /** The elements of a list; none of anything else. */
  public List<Node> elements() {
    return value instanceof List<?> list
        ? list.stream().<Node>map(Node::new).toList()
        : List.<Node>of();
  }

  /** The elements of a list as texts. */
  public List<String> texts() {
    return elements().stream().map(Node::text).toList();
  }

  /** A text or number as it is written; empty where there is nothing. */
  public String text() {
    return value == null ? "" : String.valueOf(value);
  }

  /** This one and everything below it. */
  public Stream<Node> all() {
    return Stream.concat(
        Stream.of(this),
        Stream.concat(members().values().stream(), elements().stream()).flatMap(Node::all));
  }
}
