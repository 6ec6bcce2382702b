package expunge.local.tables;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a table is made.
 *
 * @param key its attributes, the partition's first
 * @param indexes by their names
 * @param inUse whether it can be read and written
 */
public record TableShape(List<KeyShape> key, Map<String, IndexShape> indexes, boolean inUse) {
  /** Copies both. */
  public TableShape {
    key = List.copyOf(key);
    indexes = Map.copyOf(indexes);
  }

  /** The attribute as the key of the table or of an index has it; empty where none has it. */
  Optional<KeyShape> keyAttribute(String name) {
    return Stream.concat(
            key.stream(), indexes.values().stream().flatMap(index -> index.key().stream()))
        .filter(attribute -> attribute.name().equals(name))
        .findFirst();
  }

  /**
   * An attribute of a key.
   *
   * @param type {@code S}, {@code N} or {@code B}
   */
  public record KeyShape(String name, String type) {
    String kind() {
      return switch (type) {
        case "S" -> "text";
        case "N" -> "number";
        default -> "binary";
      };
    }

    @Override
    public String toString() {
      return name + " (" + kind() + ")";
    }
  }

  /**
   * How an index is made.
   *
   * @param key its attributes, the partition's first
   * @param projected the attributes beside keys that it holds; empty for all
   * @param complete whether it is in use, with all that the table has
   */
  public record IndexShape(List<KeyShape> key, Optional<Set<String>> projected, boolean complete) {
    /** Copies both. */
    public IndexShape {
      key = List.copyOf(key);
      projected = projected.map(Set::copyOf);
    }
  }
}
