package expunge.local.tables;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyPart;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Value;
import expunge.local.tables.TableShape.IndexShape;
import expunge.local.tables.TableShape.KeyShape;
import java.util.List;
import java.util.Optional;

/** Whether a linked table is as the dataset declares. */
final class LinkedCheck {
  private final Dataset dataset;
  private final LinkedTable declared;

  LinkedCheck(Dataset dataset, LinkedTable declared) {
    this.dataset = dataset;
    this.declared = declared;
  }

  void check(TableShape table, Findings findings) {
    checkKey(table.key(), findings.at("key"));
    KeyPart link = declared.link().attribute();
    Findings ofLink = findings.at("link");
    Optional<IndexShape> index =
        declared
            .link()
            .index()
            .flatMap(
                name -> Shapes.index(table, name, link.attribute(), link.type(), "type", ofLink));
    if (declared.rule() instanceof LinkedRule.DeleteWhere(String attribute, _)) {
      index.ifPresent(it -> checkProjected(table, it, attribute, "where.attribute", findings));
    }
    if (declared.rule() instanceof LinkedRule.Anonymize anonymize) {
      anonymize.replace().forEach((name, value) -> checkReplaced(table, name, value, findings));
    }
  }

  private void checkKey(List<KeyShape> there, Findings findings) {
    compare(there.getFirst(), declared.partition(), "partition", findings);
    Optional<KeyShape> sort = there.stream().skip(1).findFirst();
    if (sort.isEmpty()) {
      declared
          .sort()
          .ifPresent(one -> findings.add("sort", "the table's key has no sort key", "remove it"));
    } else if (declared.sort().isEmpty()) {
      findings.add(
          "sort",
          "the table's key has the sort key " + sort.get() + ", which is not declared",
          "declare it");
    } else {
      compare(sort.get(), declared.sort().get(), "sort", findings);
    }
  }

  private static void compare(
      KeyShape there, KeyAttribute attribute, String member, Findings findings) {
    Shapes.compare(there, attribute.name(), attribute.type(), member, member + "Type", findings);
  }

  /** What the deletion types take from the records; they are looked for in the index. */
  void checkTypes(TableShape table, Findings findings) {
    Optional<IndexShape> index =
        declared.link().index().flatMap(name -> Optional.ofNullable(table.indexes().get(name)));
    List<DeletionType> types = dataset.deletionTypes();
    for (int i = 1; i < types.size(); i++) { // the complete one is not declared
      if (types.get(i) instanceof DeletionType.RemoveAttributes some && index.isPresent()) {
        String member = "deletionTypes[" + (i - 1) + "].linked." + declared.name();
        for (String attribute : some.linked().getOrDefault(declared.name(), List.of())) {
          checkProjected(table, index.get(), attribute, member, findings);
        }
      }
    }
  }

  private void checkProjected(
      TableShape table, IndexShape index, String attribute, String member, Findings findings) {
    if (!Shapes.holds(table, index, attribute)) {
      findings.add(
          member,
          "the index %s does not hold %s, by which it is decided"
              .formatted(declared.link().index().orElse(""), attribute),
          "make an index that projects it");
    }
  }

  /** A key of an index takes no other type, so that the write would be refused. */
  private static void checkReplaced(
      TableShape table, String attribute, Value value, Findings findings) {
    table
        .keyAttribute(attribute)
        .filter(key -> !takes(key, value))
        .ifPresent(
            key ->
                findings.add(
                    "replace." + attribute,
                    key + " is the key of an index, which does not take the value",
                    "remove the attribute instead, or replace it with a " + key.kind()));
  }

  private static boolean takes(KeyShape key, Value value) {
    return switch (value) {
      case Value.Text(String text) -> key.kind().equals("text") && !text.isEmpty();
      case Value.Numeric _ -> key.kind().equals("number");
      case Value.Flag _, Value.Several _, Value.Bytes _, Value.Other _ -> false;
    };
  }
}
