package expunge.simulator.memory;

import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.dataset.Template;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Linked tables in memory. An index never lags behind. */
public final class MemoryLinkedStore implements LinkedStore {
  private final MemoryTables tables;

  /** On these tables; a linked table has to exist. */
  public MemoryLinkedStore(MemoryTables tables) {
    this.tables = tables;
  }

  @Override
  public Page find(LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
    synchronized (tables) {
      MemoryTables.Page page =
          tables.page(
              table.table(),
              item -> belongs(table, profile, item) && hasToLose(table, item),
              after,
              RECORDS_PER_PAGE);
      return new Page(page.items().stream().map(item -> record(table, item)).toList(), page.next());
    }
  }

  @Override
  public List<LinkedRecord> treat(
      LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId) {
    if (records.size() > LinkedStore.perCall(table)) {
      throw new IllegalArgumentException("too many records for one request: " + records.size());
    }
    synchronized (tables) {
      List<LinkedRecord> changed = new ArrayList<>();
      for (LinkedRecord linked : records) {
        Optional<Map<String, Value>> item =
            tables.find(table.table(), linked.key()).filter(one -> belongs(table, profile, one));
        if (item.filter(one -> meets(table, one) != linked.meetsCriterion()).isPresent()) {
          changed.add(record(table, item.get()));
        } else {
          item.ifPresent(one -> treat(table, one, newId));
        }
      }
      return changed;
    }
  }

  private static boolean belongs(LinkedTable table, ProfileKey profile, Map<String, Value> item) {
    Value link = ProfileKeys.write(table.link().attribute(), profile);
    return link.equals(item.get(table.link().attribute().attribute()))
        && table
            .link()
            .sortBegins()
            .filter(begins -> !begins(table, begins, profile, item))
            .isEmpty();
  }

  private static boolean begins(
      LinkedTable table, Template begins, ProfileKey profile, Map<String, Value> item) {
    return item.get(table.sort().orElseThrow().name()) instanceof Value.Text(String text)
        && text.startsWith(begins.with(profile.value()));
  }

  private static boolean hasToLose(LinkedTable table, Map<String, Value> item) {
    return !(table.rule() instanceof LinkedRule.Strip strip)
        || strip.attributes().stream().anyMatch(item::containsKey);
  }

  private LinkedRecord record(LinkedTable table, Map<String, Value> item) {
    return new LinkedRecord(tables.key(table.table(), item), meets(table, item));
  }

  private static boolean meets(LinkedTable table, Map<String, Value> item) {
    return table.rule() instanceof LinkedRule.DeleteWhere(String attribute, Value value)
        && value.equals(item.get(attribute));
  }

  private void treat(LinkedTable table, Map<String, Value> item, String newId) {
    Map<String, Value> rest = new HashMap<>(item);
    switch (table.rule()) {
      case LinkedRule.Delete _ -> tables.remove(table.table(), item);
      case LinkedRule.DeleteWhere _ when meets(table, item) -> tables.remove(table.table(), item);
      case LinkedRule.Detach _, LinkedRule.DeleteWhere _ -> unlink(table, item, rest, newId);
      case LinkedRule.Anonymize anonymize -> {
        rest.keySet().removeAll(anonymize.remove());
        rest.putAll(anonymize.replace());
        unlink(table, item, rest, newId);
      }
      case LinkedRule.Strip strip -> {
        rest.keySet().removeAll(strip.attributes());
        tables.put(table.table(), rest);
      }
    }
  }

  private void unlink(
      LinkedTable table, Map<String, Value> item, Map<String, Value> rest, String newId) {
    String link = table.link().attribute().attribute();
    if (table.movesRecords()) {
      tables.remove(table.table(), item);
      rest.put(link, new Value.Text(table.detachedPrefix() + newId));
    } else {
      rest.remove(link);
    }
    tables.put(table.table(), rest);
  }
}
