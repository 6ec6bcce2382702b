package expunge.local.tables;

import expunge.dataset.KeyType;
import expunge.local.tables.TableShape.IndexShape;
import expunge.local.tables.TableShape.KeyShape;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Comparisons of an attribute and an index with what is declared of them. */
final class Shapes {
  private Shapes() {}

  /** Adds what is wrong with an attribute of a key: its name, or else its type. */
  static void compare(
      KeyShape there,
      String declared,
      KeyType type,
      String nameMember,
      String typeMember,
      Findings findings) {
    if (!there.name().equals(declared)) {
      findings.add(
          nameMember, "the key has " + there + " here, not " + declared, "declare " + there.name());
    } else if (!fits(there, type)) {
      findings.add(typeMember, there + " is no " + word(type), advice(there));
    }
  }

  static boolean fits(KeyShape there, KeyType type) {
    return there.kind().equals(word(type));
  }

  static String word(KeyType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** Whether an item of the index has the attribute, where that of the table has it. */
  static boolean holds(TableShape table, IndexShape index, String attribute) {
    return index.projected().map(names -> names.contains(attribute)).orElse(true)
        || index.key().stream().map(KeyShape::name).anyMatch(attribute::equals)
        || table.key().stream().map(KeyShape::name).anyMatch(attribute::equals);
  }

  private static String advice(KeyShape there) {
    return there.kind().equals("binary")
        ? "Expunge takes texts and numbers only"
        : "declare " + there.kind();
  }

  /**
   * The index, if it can find records by the attribute; what keeps it from that is added.
   *
   * @param typeMember where the attribute's type is declared
   */
  static Optional<IndexShape> index(
      TableShape table,
      String name,
      String attribute,
      KeyType type,
      String typeMember,
      Findings findings) {
    IndexShape index = table.indexes().get(name);
    if (index == null) {
      findings.add(
          "index",
          "there is no index " + name + " (there is " + listed(table) + ")",
          "create it with the partition key %s (%s), or name the right one"
              .formatted(attribute, word(type)));
      return Optional.empty();
    }
    KeyShape partition = index.key().getFirst();
    if (!partition.name().equals(attribute)) {
      findings.add(
          "index",
          name + " has the partition key " + partition + ", not " + attribute,
          "name an index whose partition key it is");
      return Optional.empty();
    }
    if (!fits(partition, type)) {
      findings.add(
          typeMember,
          partition + " of the index " + name + " is no " + word(type),
          advice(partition));
    }
    if (!index.complete()) {
      findings.add(
          "index", name + " is being built or removed, and misses items", "wait until it is there");
    }
    return Optional.of(index);
  }

  private static String listed(TableShape table) {
    return table.indexes().isEmpty()
        ? "none"
        : String.join(", ", new TreeSet<>(table.indexes().keySet()));
  }

  static String listed(List<KeyShape> key) {
    return key.stream().map(KeyShape::toString).collect(Collectors.joining(" and "));
  }
}
