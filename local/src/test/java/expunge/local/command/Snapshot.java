package expunge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.system.LocalSystem;
import expunge.local.system.TableItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every item of every table that is not the product's own, whole. Items are equal if all their
 * attributes are, of whatever type, to the last byte.
 *
 * @param tables the items, by the table's name
 */
record Snapshot(Map<String, List<Map<String, AttributeValue>>> tables) {
  static Snapshot of(LocalSystem system) {
    Map<String, List<Map<String, AttributeValue>>> tables = new TreeMap<>();
    var dynamoDb = system.clients().dynamoDb();
    List<String> own = List.of(system.settings().tasksTable(), system.settings().accessTable());
    dynamoDb.listTablesPaginator().tableNames().stream()
        .filter(table -> !own.contains(table))
        .forEach(table -> tables.put(table, TableItems.all(dynamoDb, table)));
    return new Snapshot(tables);
  }

  List<Map<String, AttributeValue>> items(String table) {
    return tables.getOrDefault(table, List.of());
  }

  /** The same, with each item of a table as {@code change} makes it; none where it goes. */
  Snapshot with(
      String table,
      Function<Map<String, AttributeValue>, Stream<Map<String, AttributeValue>>> change) {
    Map<String, List<Map<String, AttributeValue>>> changed = new TreeMap<>(tables);
    changed.put(table, items(table).stream().flatMap(change).toList());
    return new Snapshot(changed);
  }

  /** That there is every item of the other, as often as there, and no item more. */
  void assertIs(Snapshot expected) {
    assertThat(tables.keySet()).isEqualTo(expected.tables.keySet());
    expected.tables.forEach(
        (table, items) -> {
          assertThat(without(items, items(table))).as("missing in " + table).isEmpty();
          assertThat(without(items(table), items)).as("too many in " + table).isEmpty();
        });
  }

  private static List<Map<String, AttributeValue>> without(
      List<Map<String, AttributeValue>> items, List<Map<String, AttributeValue>> others) {
    Map<Map<String, AttributeValue>, Integer> left = new HashMap<>();
    others.forEach(item -> left.merge(item, 1, Integer::sum));
    List<Map<String, AttributeValue>> rest = new ArrayList<>();
    for (Map<String, AttributeValue> item : items) {
      if (left.merge(item, -1, Integer::sum) < 0) {
        rest.add(item);
      }
    }
    return rest;
  }

  /** How many items there are in all tables. */
  int size() {
    return tables.values().stream().mapToInt(List::size).sum();
  }
}
