package expunge.simulator.memory;

import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyType;
import expunge.dataset.Suppression;
import expunge.item.Value;
import expunge.suppression.Entry;
import expunge.suppression.EntryId;
import expunge.suppression.Lifting;
import expunge.suppression.SuppressionList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Suppression lists in memory; a list's table has to exist. */
public final class MemorySuppressionList implements SuppressionList {
  private static final String ID = "id";
  private static final String UNTIL = "expiresAt";

  private final MemoryTables tables;

  /** On these tables. */
  public MemorySuppressionList(MemoryTables tables) {
    this.tables = tables;
  }

  /** Makes a list's table where there is none. */
  public static void make(MemoryTables tables, Suppression list) {
    tables.make(list.table(), List.of(new KeyAttribute(ID, KeyType.TEXT)));
  }

  @Override
  public Set<EntryId> standing(Suppression list, Set<EntryId> entries, Instant now) {
    if (entries.size() > ENTRIES_PER_CALL) {
      throw new IllegalArgumentException("too many entries for one request: " + entries.size());
    }
    return entries.stream()
        .filter(entry -> isStanding(tables.find(list.table(), key(entry)), now))
        .collect(Collectors.toSet());
  }

  private static boolean isStanding(Optional<Map<String, Value>> item, Instant now) {
    return item.map(found -> found.get(UNTIL))
        .filter(
            until ->
                until instanceof Value.Numeric(String seconds)
                    && Instant.ofEpochSecond(Long.parseLong(seconds)).isAfter(now))
        .isPresent();
  }

  @Override
  public boolean lift(Suppression list, Lifting lifting) {
    synchronized (tables) {
      if (!isStanding(tables.find(list.table(), key(lifting.entry())), lifting.at())) {
        return false;
      }
      tables.remove(list.table(), key(lifting.entry()));
      tables.put(
          list.table(),
          Map.of(
              ID,
              new Value.Text("lifted#" + lifting.id()),
              "by",
              new Value.Text(lifting.by()),
              "reason",
              new Value.Text(lifting.reason())));
      return true;
    }
  }

  /** Makes an entry. */
  static void put(MemoryTables tables, Suppression list, Entry entry) {
    tables.put(
        list.table(),
        Map.of(
            ID,
            new Value.Text(entry.id().hex()),
            "dataset",
            new Value.Text(entry.dataset()),
            "identifier",
            new Value.Text(entry.identifier()),
            "taskId",
            new Value.Text(entry.task().value()),
            UNTIL,
            new Value.Numeric(Long.toString(entry.until().getEpochSecond()))));
  }

  private static Map<String, Value> key(EntryId entry) {
    return Map.of(ID, new Value.Text(entry.hex()));
  }
}
