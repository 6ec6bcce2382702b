package expunge.simulator.check;

import expunge.dataset.DeletionType;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Value;
import expunge.simulator.scenario.Riches;
import expunge.simulator.scenario.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a deletion has to make of profiles and records, read off the declaration. */
final class RichRules {
  private final Riches riches;
  private final Map<String, LinkedTable> tables = new HashMap<>();
  private final Map<String, LinkedRule> rules = new HashMap<>();

  RichRules(Scenario scenario, Riches riches) {
    this.riches = riches;
    for (LinkedTable table : scenario.dataset().linked()) {
      tables.put(table.table(), table);
      rule(table).ifPresent(rule -> rules.put(table.table(), rule));
    }
  }

  private Optional<LinkedRule> rule(LinkedTable table) {
    return switch (riches.type()) {
      case DeletionType.Complete _ -> Optional.of(table.rule());
      case DeletionType.RemoveAttributes some ->
          Optional.ofNullable(some.linked().get(table.name())).map(LinkedRule.Strip::new);
    };
  }

  /** Whether it is a linked table at all. */
  boolean isLinked(String table) {
    return tables.containsKey(table);
  }

  /** Whether its records are found by a key, so that none can be missed. */
  boolean isByKey(String table) {
    return table(table).link().index().isEmpty();
  }

  /** The profile that a record belongs to, as its table says; empty where it belongs to none. */
  Optional<String> owner(String table, Map<String, Value> item) {
    String template = table(table).link().attribute().template().text();
    String before = template.substring(0, template.indexOf('{'));
    return text(item.get(link(table)))
        .filter(text -> text.startsWith(before) && text.length() > before.length())
        .filter(_ -> isMeant(table, item))
        .map(text -> text.substring(before.length()));
  }

  /** In some tables only records are meant whose sort keys begin with a word. */
  private boolean isMeant(String table, Map<String, Value> item) {
    return table(table)
        .link()
        .sortBegins()
        .filter(
            begins ->
                !text(item.get(table(table).sort().orElseThrow().name()))
                    .orElse("")
                    .startsWith(begins.text()))
        .isEmpty();
  }

  private static Optional<String> text(@Nullable Value value) {
    return value instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
  }

  /** Whether a rule has something to do with a record that belongs to somebody. */
  boolean isOpen(String table, Map<String, Value> item) {
    return switch (rules.get(table)) {
      case null -> false;
      case LinkedRule.Strip(List<String> attributes) ->
          attributes.stream().anyMatch(item::containsKey);
      default -> true;
    };
  }

  /** Whether a rule keeps a record in another place than before. */
  boolean moves(String table, Map<String, Value> item) {
    boolean stays =
        switch (rules.get(table)) {
          case null -> false;
          case LinkedRule.Delete _, LinkedRule.Strip _ -> false;
          case LinkedRule.DeleteWhere where -> !meets(where, item);
          case LinkedRule.Anonymize _, LinkedRule.Detach _ -> true;
        };
    return stays && isLinkInKey(table);
  }

  private boolean isLinkInKey(String table) {
    return table(table).partition().name().equals(link(table))
        || table(table).sort().filter(sort -> sort.name().equals(link(table))).isPresent();
  }

  /** Whether a record became what its rule says. */
  boolean isTreated(String table, Map<String, Value> before, Optional<Map<String, Value>> after) {
    return switch (rules.get(table)) {
      case null -> false;
      case LinkedRule.Delete _ -> after.isEmpty();
      case LinkedRule.DeleteWhere where when meets(where, before) -> after.isEmpty();
      case LinkedRule.DeleteWhere _, LinkedRule.Detach _ -> isDetached(table, before, after);
      case LinkedRule.Anonymize(List<String> remove, Map<String, Value> replace) -> {
        Map<String, Value> rest = without(remove, before);
        rest.putAll(replace);
        yield isDetached(table, rest, after);
      }
      case LinkedRule.Strip(List<String> attributes) ->
          after.equals(Optional.of(without(attributes, before)));
    };
  }

  private static boolean meets(LinkedRule.DeleteWhere where, Map<String, Value> item) {
    return where.value().equals(item.get(where.attribute()));
  }

  private boolean isDetached(
      String table, Map<String, Value> rest, Optional<Map<String, Value>> after) {
    List<String> link = List.of(link(table));
    if (after.isEmpty() || !without(link, after.get()).equals(without(link, rest))) {
      return false;
    }
    String now = text(after.get().get(link(table))).orElse("");
    String prefix = table(table).detachedPrefix();
    return isLinkInKey(table)
        ? now.startsWith(prefix) && now.length() > prefix.length()
        : !after.get().containsKey(link(table));
  }

  /** Whether a profile lost what the task was to take, and nothing else. */
  boolean isErased(Map<String, Value> before, Optional<Map<String, Value>> after) {
    return switch (riches.type()) {
      case DeletionType.Complete _ -> after.isEmpty();
      case DeletionType.RemoveAttributes some ->
          after.equals(Optional.of(without(some.attributes(), before)));
    };
  }

  /** Whether a profile has nothing that the task takes. */
  boolean isBare(Map<String, Value> profile) {
    return riches.type() instanceof DeletionType.RemoveAttributes some
        && some.attributes().stream().noneMatch(profile::containsKey);
  }

  /** Whether a profile is protected. */
  static boolean isHeld(Map<String, Value> profile) {
    Value mark = profile.get(Riches.HOLD);
    return mark != null && !mark.equals(new Value.Flag(false));
  }

  /** The identifier by which files name a profile; empty where it has none. */
  String identifier(Map<String, Value> profile) {
    return text(profile.get(riches.identifier().attribute())).orElse("");
  }

  private static Map<String, Value> without(List<String> attributes, Map<String, Value> item) {
    Map<String, Value> rest = new HashMap<>(item);
    attributes.forEach(rest::remove);
    return rest;
  }

  private String link(String table) {
    return table(table).link().attribute().attribute();
  }

  private LinkedTable table(String name) {
    LinkedTable table = tables.get(name);
    if (table == null) {
      throw new IllegalStateException("no linked table: " + name);
    }
    return table;
  }
}
