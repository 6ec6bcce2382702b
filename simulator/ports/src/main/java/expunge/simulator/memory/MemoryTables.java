package expunge.simulator.memory;

import expunge.dataset.KeyAttribute;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.run.ExpungeException;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Tables of items, as DynamoDB keeps them: an item has one key, and keys are compared as their
 * types say. A table exists once it was made or something was put into it. For many threads.
 */
public final class MemoryTables {
  private static final Comparator<Value> ORDER =
      Comparator.<Value>comparingInt(value -> value instanceof Value.Numeric ? 0 : 1)
          .thenComparing(MemoryTables::number)
          .thenComparing(MemoryTables::text);

  private final Map<String, Table> tables = new HashMap<>();
  private Listener listener = (_, _, _) -> {};

  /** A table on its own. */
  private record Table(List<String> key, NavigableMap<List<Value>, Map<String, Value>> items) {}

  /** Items and where the next ones begin. */
  record Page(List<Map<String, Value>> items, Optional<Cursor> next) {}

  /** Is told of every change, at its instant. */
  @FunctionalInterface
  public interface Listener {
    /**
     * One item is another.
     *
     * @param before empty where there was none of its key
     * @param after empty where it was removed
     */
    void changed(
        String table, Optional<Map<String, Value>> before, Optional<Map<String, Value>> after);
  }

  /** Lets somebody know of every change from now on. */
  public synchronized void listen(Listener newListener) {
    listener = newListener;
  }

  /** Tables of their own that hold the same items. */
  public synchronized MemoryTables copy() {
    MemoryTables copy = new MemoryTables();
    tables.forEach(
        (name, table) ->
            copy.tables.put(name, new Table(table.key(), new TreeMap<>(table.items()))));
    return copy;
  }

  /** Makes a table where there is none. */
  public synchronized void make(String name, List<KeyAttribute> key) {
    tables.computeIfAbsent(
        name,
        made ->
            new Table(
                key.stream().map(KeyAttribute::name).toList(), new TreeMap<>(MemoryTables::order)));
  }

  /**
   * Puts an item, in the place of the one with its key.
   *
   * @throws ExpungeException.Permanent if there is no such table
   */
  public synchronized void put(String name, Map<String, Value> item) {
    Table table = table(name);
    Map<String, Value> after = Map.copyOf(item);
    Optional<Map<String, Value>> before =
        Optional.ofNullable(table.items().put(keyOf(table, item), after));
    if (!before.equals(Optional.of(after))) {
      listener.changed(name, before, Optional.of(after));
    }
  }

  /** The item of a key; empty where there is none. */
  public synchronized Optional<Map<String, Value>> find(String name, Map<String, Value> key) {
    Table table = table(name);
    return Optional.ofNullable(table.items().get(keyOf(table, key)));
  }

  /** Removes the item of a key, if there is one. */
  public synchronized void remove(String name, Map<String, Value> key) {
    Table table = table(name);
    Optional.ofNullable(table.items().remove(keyOf(table, key)))
        .ifPresent(before -> listener.changed(name, Optional.of(before), Optional.empty()));
  }

  /** All items, in the order of their keys. */
  public synchronized List<Map<String, Value>> all(String name) {
    return List.copyOf(table(name).items().values());
  }

  /** Up to {@code limit} of the items that {@code wanted} takes, in the order of their keys. */
  synchronized Page page(
      String name, Predicate<Map<String, Value>> wanted, Optional<Cursor> after, int limit) {
    Table table = table(name);
    List<Map<String, Value>> found =
        after
            .map(cursor -> table.items().tailMap(keyOf(table, cursor.position()), false))
            .orElse(table.items())
            .values()
            .stream()
            .filter(wanted)
            .limit(limit)
            .toList();
    return new Page(
        found,
        found.size() < limit ? Optional.empty() : Optional.of(cursor(table, found.getLast())));
  }

  /** The attributes of an item's key. */
  synchronized Map<String, Value> key(String name, Map<String, Value> item) {
    return keyMap(table(name), item);
  }

  private static Cursor cursor(Table table, Map<String, Value> item) {
    return new Cursor(keyMap(table, item));
  }

  private static Map<String, Value> keyMap(Table table, Map<String, Value> item) {
    return table.key().stream()
        .collect(Collectors.toMap(name -> name, name -> attribute(item, name)));
  }

  private static List<Value> keyOf(Table table, Map<String, Value> item) {
    return table.key().stream().map(name -> attribute(item, name)).toList();
  }

  private static Value attribute(Map<String, Value> item, String name) {
    return Objects.requireNonNull(item.get(name), "an item lacks an attribute of its key");
  }

  private Table table(String name) {
    Table table = tables.get(name);
    if (table == null) {
      throw new ExpungeException.Permanent("there is no table " + name, null);
    }
    return table;
  }

  private static int order(List<Value> one, List<Value> other) {
    for (int i = 0; i < one.size(); i++) {
      int order = ORDER.compare(one.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static BigDecimal number(Value value) {
    return value instanceof Value.Numeric(String text) ? new BigDecimal(text) : BigDecimal.ZERO;
  }

  private static String text(Value value) {
    return value instanceof Value.Text(String text) ? text : "";
  }
}
