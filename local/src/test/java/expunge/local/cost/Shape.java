package expunge.local.cost;

import expunge.dataset.Datasets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A dataset, and what its tables hold: items of less than 1 KB, and of each profile the same number
 * of records in every linked table.
 *
 * @param tables how many tables are linked: the first of five, one for each rule of the sample
 */
record Shape(Found found, int tables, int records) {
  /** The order in which they are shown. */
  static final Comparator<Shape> ORDER =
      Comparator.comparing(Shape::found)
          .thenComparingInt(Shape::tables)
          .thenComparingInt(Shape::records);

  /** The profile table. */
  static final String PROFILES = "profiles";

  /** The one linked table that is found by its key, and whose records have to move. */
  static final String BY_KEY = "goals";

  private static final Map<String, String> RULES =
      Map.of(
          "mails",
          "\"rule\": \"delete\"",
          "answers",
          "\"rule\": \"anonymize\", \"remove\": [\"name\"]",
          BY_KEY,
          "\"rule\": \"detach\"",
          "texts",
          "\"rule\": \"detach\"",
          "entries",
          "\"rule\": \"delete-where\", \"where\": {\"attribute\": \"kind\", \"equals\":"
              + " \"draft\"}");

  /** How rows find profiles. */
  enum Found {
    BY_KEY("", ""),
    BY_KEY_UNLESS_HELD("", ", \"protectedBy\": \"hold\""),
    BY_KEY_AND_REMEMBERED("{\"name\": \"email\"}", ""),
    BY_INDEX("{\"name\": \"email\", \"index\": \"by-email\", \"matches\": \"first\"}", "");

    private final String identifier;
    private final String mark;

    Found(String identifier, String mark) {
      this.identifier = identifier;
      this.mark = mark;
    }

    /** The column of the file. */
    String column() {
      return this == BY_INDEX ? "email" : "id";
    }
  }

  /** The linked tables, by their names without the prefix. */
  List<String> linked() {
    return List.of("mails", "answers", BY_KEY, "texts", "entries").subList(0, tables);
  }

  /** Whether the records of a linked table are found by its key. */
  static boolean isByKey(String linked) {
    return linked.equals(BY_KEY);
  }

  /** How many indexes of a table each of its items is in. */
  int indexes(String table) {
    boolean plain = table.equals(PROFILES) ? found != Found.BY_INDEX : isByKey(table);
    return plain ? 0 : 1;
  }

  /** The declaration, with tables whose names begin with this. */
  Datasets datasets(String prefix) {
    List<String> all = new ArrayList<>();
    linked().forEach(table -> all.add(declared(prefix, table)));
    return Datasets.parse(
        """
        {"datasets": {"people": {
          "profiles": {"table": "%s", "key": "id"%s}, "identifiers": [%s], "linked": [%s]%s}}}
        """
            .formatted(
                prefix + PROFILES,
                found.mark,
                found.identifier,
                String.join(", ", all),
                list(prefix)));
  }

  private String list(String prefix) {
    return found == Found.BY_KEY_AND_REMEMBERED
        ? ", \"suppression\": {\"table\": \"" + prefix + "suppressed\"}"
        : "";
  }

  private static String declared(String prefix, String table) {
    String place =
        isByKey(table)
            ? "\"key\": {\"partition\": \"person\", \"sort\": \"id\"}, \"link\": {\"attribute\":"
                + " \"person\"}"
            : "\"key\": {\"partition\": \"id\"}, \"link\": {\"attribute\": \"person\", \"index\":"
                + " \"by-person\"}";
    return "{\"name\": \"%s\", \"table\": \"%s\", %s, %s}"
        .formatted(table, prefix + table, place, RULES.get(table));
  }

  /** A profile. */
  Map<String, AttributeValue> profile(String id) {
    return texts("id", id, "email", id + "@example.com");
  }

  /** The records of a profile in a linked table. */
  List<Map<String, AttributeValue>> records(String table, String id) {
    return IntStream.range(0, records)
        .mapToObj(
            number -> texts("id", id + "-" + number, "person", id, "name", table, "kind", "draft"))
        .toList();
  }

  private static Map<String, AttributeValue> texts(String... namesAndValues) {
    Map<String, AttributeValue> item = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      item.put(namesAndValues[i], AttributeValue.fromS(namesAndValues[i + 1]));
    }
    return item;
  }
}
