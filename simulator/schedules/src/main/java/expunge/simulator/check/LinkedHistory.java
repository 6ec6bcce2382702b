package expunge.simulator.check;

import expunge.dataset.KeyAttribute;
import expunge.dataset.LinkedTable;
import expunge.item.Value;
import expunge.simulator.platform.Tables;
import expunge.simulator.scenario.Deed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The linked records that are there, since when, and to whom they belong. */
final class LinkedHistory {
  private final RichRules rules;
  private final Map<String, List<String>> keys = new HashMap<>();
  private final Map<String, Map<Name, Version>> byOwner = new HashMap<>();

  LinkedHistory(RichRules rules, List<LinkedTable> tables, List<Deed.Write> first) {
    this.rules = rules;
    for (LinkedTable table : tables) {
      keys.put(table.table(), table.key().stream().map(KeyAttribute::name).toList());
    }
    for (Deed.Write write : first) {
      changed(Long.MIN_VALUE, write.table(), Optional.empty(), Optional.of(write.item()));
    }
  }

  private record Name(String table, List<Value> key) {}

  private record Version(long since, String table, Map<String, Value> item) {}

  /** One became another. */
  void changed(
      long at,
      String table,
      Optional<Map<String, Value>> before,
      Optional<Map<String, Value>> after) {
    before.ifPresent(item -> of(table, item).remove(name(table, item)));
    after.ifPresent(item -> of(table, item).put(name(table, item), new Version(at, table, item)));
  }

  private Map<Name, Version> of(String table, Map<String, Value> item) {
    String owner = rules.owner(table, item).orElse("");
    return byOwner.computeIfAbsent(owner, _ -> new LinkedHashMap<>());
  }

  private Name name(String table, Map<String, Value> item) {
    List<Value> key = new ArrayList<>();
    for (String attribute : keys.getOrDefault(table, List.of())) {
      key.add(item.getOrDefault(attribute, new Value.Other()));
    }
    return new Name(table, key);
  }

  /**
   * Whether a profile has a record that nobody could miss and that is not treated.
   *
   * @param byKey before which those are meant that are found by a key
   * @param looked when the index was looked at first
   */
  boolean hasOpen(String owner, long byKey, long looked) {
    for (Version one : byOwner.getOrDefault(owner, Map.of()).values()) {
      long bound = rules.isByKey(one.table()) ? byKey : looked - Tables.LAG;
      if (one.since() < bound && rules.isOpen(one.table(), one.item())) {
        return true;
      }
    }
    return false;
  }
}
