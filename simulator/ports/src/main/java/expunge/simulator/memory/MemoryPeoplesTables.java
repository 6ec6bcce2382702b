package expunge.simulator.memory;

import expunge.dataset.KeyAttribute;
import expunge.imports.CustomerStore;
import expunge.item.Value;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileStore;
import expunge.selection.Selection;
import expunge.simulator.people.PeoplesTables;
import expunge.suppression.SuppressionList;
import java.util.List;
import java.util.Map;

/** Tables in memory, where every attribute has an index. */
public final class MemoryPeoplesTables implements PeoplesTables {
  private final MemoryTables tables = new MemoryTables();
  private final ProfileStore profiles = new MemoryProfileStore(tables);
  private final LinkedStore linked = new MemoryLinkedStore(tables);
  private final Selection selection = new MemorySelection(tables);
  private final SuppressionList suppressions = new MemorySuppressionList(tables);

  private final CustomerStore customers = new MemoryCustomerStore(tables);

  /** Without a table. */
  public MemoryPeoplesTables() {}

  @Override
  public ProfileStore profiles() {
    return profiles;
  }

  @Override
  public LinkedStore linked() {
    return linked;
  }

  @Override
  public SuppressionList suppressions() {
    return suppressions;
  }

  @Override
  public Selection selection() {
    return selection;
  }

  @Override
  public CustomerStore customers() {
    return customers;
  }

  @Override
  public void make(String table, List<KeyAttribute> key, Map<String, KeyAttribute> indexes) {
    tables.make(table, key);
  }

  @Override
  public void put(String table, Map<String, Value> item) {
    tables.put(table, item);
  }

  @Override
  public List<Map<String, Value>> all(String table) {
    return tables.all(table);
  }
}
