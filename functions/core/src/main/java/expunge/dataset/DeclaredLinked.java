package expunge.dataset;

import expunge.item.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads what is declared of a linked table. */
final class DeclaredLinked {
  private static final String DETACHED = "detached#";

  private final Section declared;
  private final Identifier profileKey;

  private DeclaredLinked(Section declared, Identifier profileKey) {
    this.declared = declared;
    this.profileKey = profileKey;
  }

  static LinkedTable table(Section declared, Identifier profileKey) {
    return new DeclaredLinked(declared, profileKey).table();
  }

  private LinkedTable table() {
    Section key = declared.section("key");
    KeyAttribute partition =
        new KeyAttribute(
            key.attribute("partition"), key.oneOf("partitionType", DeclaredIdentifier.TYPES));
    KeyType sortType = key.oneOf("sortType", DeclaredIdentifier.TYPES);
    Optional<KeyAttribute> sort =
        key.optionalAttribute("sort").map(name -> new KeyAttribute(name, sortType));
    key.refuseTheRest();
    LinkedTable table =
        new LinkedTable(
            declared.text("name"),
            declared.text("table"),
            partition,
            sort,
            link(partition, sort),
            rule(),
            declared.optionalText("detachedPrefix").orElse(DETACHED));
    check(table);
    declared.refuseTheRest();
    return table;
  }

  private Link link(KeyAttribute partition, Optional<KeyAttribute> sort) {
    Section section = declared.section("link");
    KeyType type = section.oneOf("type", DeclaredIdentifier.TYPES);
    Template template = DeclaredProfiles.template(section, "template", type);
    if (template.isConstant()) {
      section.problem("template", "needs {id} where the profile's id stands");
    }
    if (type == KeyType.NUMBER && profileKey.type() != KeyType.NUMBER) {
      section.problem("type", "can't be number, as the profiles' key is a text");
    }
    Link link =
        new Link(
            new KeyPart(section.attribute("attribute"), type, template),
            section.optionalText("index"),
            section.optionalText("sortBegins").map(Template::new));
    if (link.isByKey() && !link.attribute().attribute().equals(partition.name())) {
      section.problem("index", "missing, as the attribute is not the table's partition key");
    }
    if (link.sortBegins().isPresent() && (!link.isByKey() || sort.isEmpty())) {
      section.problem("sortBegins", "needs the table's own key, with a sort key");
    }
    section.refuseTheRest();
    return link;
  }

  private LinkedRule rule() {
    List<String> remove = declared.attributes("remove");
    Map<String, Value> replace =
        declared.optionalSection("replace").map(DeclaredLinked::values).orElse(Map.of());
    Optional<LinkedRule> where = declared.optionalSection("where").flatMap(DeclaredLinked::where);
    SequencedMap<String, LinkedRule> rules = new LinkedHashMap<>();
    rules.put("delete", new LinkedRule.Delete());
    rules.put("anonymize", new LinkedRule.Anonymize(remove, replace));
    rules.put("detach", new LinkedRule.Detach());
    rules.put("delete-where", where.orElseGet(LinkedRule.Detach::new));
    String word = declared.text("rule");
    LinkedRule rule = declared.oneOf("rule", rules);
    refuseWhatDoesNotBelong(word);
    replace.keySet().stream()
        .filter(remove::contains)
        .forEach(name -> declared.problem("replace." + name, "is removed too"));
    return rule;
  }

  private void refuseWhatDoesNotBelong(String word) {
    if (!word.equals("anonymize")) {
      declared.names().stream()
          .filter(List.of("remove", "replace")::contains)
          .forEach(name -> declared.problem(name, "belongs to the rule anonymize alone"));
    }
    if (word.equals("delete-where") != declared.names().contains("where")) {
      declared.problem("where", "belongs to the rule delete-where, which needs it");
    }
  }

  private static Map<String, Value> values(Section section) {
    Map<String, Value> values = new LinkedHashMap<>();
    section
        .names()
        .forEach(name -> section.value(name).ifPresent(value -> values.put(name, value)));
    return values;
  }

  private static Optional<LinkedRule> where(Section section) {
    String attribute = section.attribute("attribute");
    Optional<Value> value = section.value("equals");
    section.refuseTheRest();
    return value.map(one -> new LinkedRule.DeleteWhere(attribute, one));
  }

  private void check(LinkedTable table) {
    List<String> fixed = table.key().stream().map(KeyAttribute::name).toList();
    String link = table.link().attribute().attribute();
    if (fixed.stream().distinct().count() < fixed.size()) {
      declared.problem("key.sort", "names an attribute declared before");
    }
    switch (table.rule()) {
      case LinkedRule.Anonymize(List<String> remove, Map<String, Value> replace) -> {
        remove.stream()
            .filter(name -> fixed.contains(name) && !name.equals(link))
            .forEach(name -> declared.problem("remove", "names the key's " + name));
        replace.keySet().stream()
            .filter(name -> fixed.contains(name) || name.equals(link))
            .forEach(
                name -> declared.problem("replace." + name, "is of the table's key or its link"));
      }
      case LinkedRule.DeleteWhere(String attribute, _) -> {
        if (fixed.contains(attribute) || attribute.equals(link)) {
          declared.problem("where.attribute", "can't be of the table's key, or its link");
        }
      }
      case LinkedRule.Delete _, LinkedRule.Detach _, LinkedRule.Strip _ -> {
        // nothing of the record is named
      }
    }
    if (table.movesRecords() && table.link().attribute().type() == KeyType.NUMBER) {
      declared.problem("link.type", "can't be number, as the link is part of the key that moves");
    }
  }
}
