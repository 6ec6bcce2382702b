package expunge.dataset;

import expunge.item.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the rule of a linked table. */
final class DeclaredRule {
  private static final List<String> OF_ANONYMIZE = List.of("remove", "replace");
  private static final List<String> OF_DELETE_WHERE = List.of("where");

  private DeclaredRule() {}

  static LinkedRule rule(Section declared) {
    List<String> remove = declared.attributes("remove");
    Map<String, Value> replace =
        declared.optionalSection("replace").map(DeclaredRule::values).orElse(Map.of());
    Optional<LinkedRule> where = declared.optionalSection("where").flatMap(DeclaredRule::where);
    SequencedMap<String, LinkedRule> rules = new LinkedHashMap<>();
    rules.put("delete", new LinkedRule.Delete());
    rules.put("anonymize", new LinkedRule.Anonymize(remove, replace));
    rules.put("detach", new LinkedRule.Detach());
    rules.put("delete-where", where.orElseGet(LinkedRule.Detach::new));
    String word = declared.text("rule");
    if (rules.containsKey(word)) {
      refuseWhatDoesNotBelong(declared, word);
    }
    replace.keySet().stream()
        .filter(remove::contains)
        .forEach(name -> declared.problem("replace." + name, "is removed too"));
    return declared.oneOf("rule", rules);
  }

  private static void refuseWhatDoesNotBelong(Section declared, String word) {
    if (!word.equals("anonymize")) {
      declared.refuse(OF_ANONYMIZE, "belongs to the rule anonymize alone");
    }
    if (!word.equals("delete-where")) {
      declared.refuse(OF_DELETE_WHERE, "belongs to the rule delete-where alone");
    } else {
      declared.section("where");
    }
  }

  private static Map<String, Value> values(Section section) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (String name : section.names()) {
      section.checkAttribute(name, name);
      section.value(name).ifPresent(value -> values.put(name, value));
    }
    return values;
  }

  private static Optional<LinkedRule> where(Section section) {
    String attribute = section.attribute("attribute");
    Optional<Value> value = section.value("equals");
    section.refuseTheRest();
    return value.map(one -> new LinkedRule.DeleteWhere(attribute, one));
  }

  /** Notes what the rule names and can't, as it is of the table's key, or its link. */
  static void check(Section declared, LinkedTable table) {
    List<String> key = table.key().stream().map(KeyAttribute::name).toList();
    String link = table.link().attribute().attribute();
    switch (table.rule()) {
      case LinkedRule.Anonymize(List<String> remove, Map<String, Value> replace) -> {
        remove.stream()
            .filter(name -> key.contains(name) && !name.equals(link))
            .forEach(name -> declared.problem("remove", "names the key's " + name));
        replace.keySet().stream()
            .filter(name -> key.contains(name) || name.equals(link))
            .forEach(
                name -> declared.problem("replace." + name, "is of the table's key or its link"));
      }
      case LinkedRule.DeleteWhere(String attribute, _) -> {
        if (key.contains(attribute) || attribute.equals(link)) {
          declared.problem("where.attribute", "can't be of the table's key, or its link");
        }
      }
      case LinkedRule.Delete _, LinkedRule.Detach _, LinkedRule.Strip _ -> {
        // nothing of the record is named
      }
    }
  }
}
