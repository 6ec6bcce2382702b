package expunge.simulator.contract;

import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileKey;
import expunge.simulator.people.LinkedShape;
import expunge.simulator.people.PeoplesTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A linked table of a test's own. */
record RecordTable(PeoplesTables tables, LinkedShape shape, LinkedTable table) {
  /** Whose records are treated. */
  static final ProfileKey HERS = new ProfileKey("1700000017");

  /** Whose records stay. */
  static final ProfileKey HIS = new ProfileKey("1800000018");

  private static final int SENDINGS = 50;

  static RecordTable make(PeoplesTables tables, LinkedShape shape, LinkedRule rule) {
    String name = "records-" + UUID.randomUUID();
    shape.make(tables, name);
    return new RecordTable(tables, shape, shape.table(name, rule));
  }

  /** Puts a record, and answers with its item. */
  Map<String, Value> put(ProfileKey owner, int number, Map<String, Value> attributes) {
    Map<String, Value> item = new HashMap<>(attributes);
    item.putAll(shape.record(owner.value(), number));
    tables.put(table.table(), item);
    return item;
  }

  List<Map<String, Value>> all() {
    return tables.all(table.table());
  }

  /** Of all pages. */
  List<LinkedRecord> find(ProfileKey owner) {
    List<LinkedRecord> found = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      LinkedStore.Page page = tables.linked().find(table, owner, after);
      found.addAll(page.records());
      after = page.next();
    } while (after.isPresent());
    return found;
  }

  /** Treats each record on its own, until nothing is to be sent again. */
  void treat(ProfileKey owner, List<LinkedRecord> records) {
    for (int i = 0; i < records.size(); i++) {
      List<LinkedRecord> left = List.of(records.get(i));
      for (int sending = 0; sending < SENDINGS && !left.isEmpty(); sending++) {
        left = tables.linked().treat(table, owner, left, "new" + i);
      }
      if (!left.isEmpty()) {
        throw new AssertionError("sent again without end");
      }
    }
  }

  /** Finds and treats everything. */
  void sweep(ProfileKey owner) {
    treat(owner, find(owner));
  }

  /** An item as it has to be when it has lost its link. */
  Map<String, Value> detached(Map<String, Value> item) {
    Map<String, Value> rest = new HashMap<>(item);
    rest.remove(shape.owner());
    return rest;
  }

  /** Items without the link that the moved ones among them got. */
  List<Map<String, Value>> withoutNewLinks() {
    return all().stream().map(item -> isMoved(item) ? detached(item) : item).toList();
  }

  boolean isMoved(Map<String, Value> item) {
    return item.get(shape.owner()) instanceof Value.Text(String link)
        && link.startsWith(LinkedShape.DETACHED + "new");
  }
}
