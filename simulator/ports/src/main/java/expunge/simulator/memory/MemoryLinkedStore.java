package expunge.simulator.memory;

import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
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
import java.util.function.Predicate;

/** Linked tables in memory. An index never lags behind. */
public final class MemoryLinkedStore implements LinkedStore {
  private final MemoryTables tables;
  private final int recordsPerPage;

  /** On these tables; a linked table has to exist. */
  public MemoryLinkedStore(MemoryTables tables) {
    this(tables, RECORDS_PER_PAGE);
  }

  /** On these tables, with so many records on a page. */
  public MemoryLinkedStore(MemoryTables tables, int recordsPerPage) {
    this.tables = tables;
    this.recordsPerPage = recordsPerPage;
  }

  @Override
  public Page find(LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
    Predicate<Map<String, Value>> belongs = belonging(table, profile);
    synchronized (tables) {
      MemoryTables.Page page =
          tables.page(
              table.table(),
              item -> belongs.test(item) && hasToLose(table, item),
              after,
              recordsPerPage);
      return new Page(page.items().stream().map(item -> record(table, item)).toList(), page.next());
    }
  }

  @Override
  public List<LinkedRecord> treat(
      LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId) {
    if (records.size() > LinkedStore.perCall(table)) {
      throw new IllegalArgumentException("too many records for one request: " + records.size());
    }
    Predicate<Map<String, Value>> belongs = belonging(table, profile);
    synchronized (tables) {
      List<LinkedRecord> changed = new ArrayList<>();
      for (LinkedRecord linked : records) {
        Optional<Map<String, Value>> item =
            tables.find(table.table(), linked.key()).filter(belongs);
        if (item.filter(one -> meets(table, one) != linked.meetsCriterion()).isPresent()) {
          changed.add(record(table, item.get()));
        } else {
          item.ifPresent(one -> treat(table, one, newId));
        }
      }
      return changed;
    }
  }

  private static Predicate<Map<String, Value>> belonging(LinkedTable table, ProfileKey profile) {
    Value link = ProfileKeys.write(table.link().attribute(), profile);
    String attribute = table.link().attribute().attribute();
    Optional<String> begins = table.link().sortBegins().map(text -> text.with(profile.value()));
    return item ->
        link.equals(item.get(attribute))
            && begins.filter(text -> !begins(table, text, item)).isEmpty();
  }

  private static boolean begins(LinkedTable table, String text, Map<String, Value> item) {
    return item.get(table.sort().orElseThrow().name()) instanceof Value.Text(String sort)
        && sort.startsWith(text);
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
