package expunge.simulator;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Suppression;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dataset with everything that can be declared: identifiers with indexes, protected profiles, a
 * linked table for each rule, found by key and by index, and a type that removes attributes only.
 */
public final class Shop {
  private static final String DECLARATION =
      """
      {"datasets": {"shop": {
        "profiles": {"table": "shop", "key": "customer",
                     "partition": {"attribute": "pk", "template": "CUSTOMER#{id}"},
                     "sort": {"attribute": "sk", "template": "PROFILE"},
                     "protectedBy": "legalHold"},
        "identifiers": [
          {"name": "email", "index": "by-email", "normalization": "lower-case",
           "matches": "first", "order": {"attribute": "since"}},
          {"name": "phone", "index": "by-phone", "normalization": "phone",
           "matches": "all", "limit": 50},
          {"name": "cookie", "index": "by-cookie", "matches": "ambiguous"},
          {"name": "device_id"}],
        "linked": [
          {"name": "mails", "table": "mails", "rule": "delete",
           "key": {"partition": "mail"}, "link": {"attribute": "owner", "index": "by-owner"}},
          {"name": "orders", "table": "shop", "rule": "delete",
           "key": {"partition": "pk", "sort": "sk"},
           "link": {"attribute": "pk", "template": "CUSTOMER#{id}", "sortBegins": "ORDER#"}},
          {"name": "answers", "table": "answers", "rule": "anonymize",
           "key": {"partition": "survey", "sort": "answer"},
           "link": {"attribute": "owner", "index": "by-owner"},
           "remove": ["name"], "replace": {"age": "unknown"}},
          {"name": "goals", "table": "goals", "rule": "detach",
           "key": {"partition": "owner", "sort": "goal"}, "link": {"attribute": "owner"}},
          {"name": "entries", "table": "entries", "rule": "delete-where",
           "key": {"partition": "entry"}, "link": {"attribute": "owner", "index": "by-owner"},
           "where": {"attribute": "kind", "equals": "draft"}}],
        "deletionTypes": [
          {"name": "contact", "title": "Contact details", "remove": ["email", "phone"],
           "linked": {"mails": ["address"], "orders": ["sum"]}}]}}}
      """;

  private Shop() {}

  /** The dataset. */
  public static Dataset dataset() {
    return Datasets.parse(DECLARATION).defaultDataset();
  }

  /** The same, where the deleted are remembered for a year. */
  public static Dataset suppressing() {
    return dataset().suppressing(new Suppression("suppressed", Duration.ofDays(365)));
  }

  /** As {@link #system(int, List)}, of another dataset with the same tables. */
  public static MemorySystem system(Dataset dataset, int rowsPerBatch, List<String> ids) {
    MemorySystem system = new MemorySystem(dataset, rowsPerBatch);
    ids.forEach(id -> put(system, id, Map.of()));
    return system;
  }

  /** A system with these profiles, each with one record in every linked table. */
  public static MemorySystem system(int rowsPerBatch, List<String> ids) {
    return system(dataset(), rowsPerBatch, ids);
  }

  /** Puts a profile with what is linked to it; its attributes beside the usual ones win. */
  public static void put(MemorySystem system, String id, Map<String, Value> attributes) {
    Map<String, Value> all = new HashMap<>();
    all.put("email", text(id + "@example.com"));
    all.put("phone", text("+49" + id));
    all.put("since", new Value.Numeric("2020"));
    all.putAll(attributes);
    system.profiles.put(system.dataset, new ProfileKey(id), all);
    mail(system, id, 1);
    system.tables.put(
        "shop", Map.of("pk", text("CUSTOMER#" + id), "sk", text("ORDER#1"), "sum", text("9")));
    system.tables.put(
        "answers",
        Map.of(
            "survey", text("s"),
            "answer", text("answer-of-" + id),
            "owner", text(id),
            "name", text("name of " + id),
            "age", new Value.Numeric("42"),
            "choice", text("yes")));
    system.tables.put("goals", Map.of("owner", text(id), "goal", text("g1"), "value", text("7")));
    entry(system, id, "draft");
    entry(system, id, "sent");
  }

  /** Puts one more mail of a profile. */
  public static void mail(MemorySystem system, String id, int number) {
    system.tables.put(
        "mails",
        Map.of(
            "mail", text("%s-%06d".formatted(id, number)),
            "owner", text(id),
            "address", text(id + "@example.com")));
  }

  private static void entry(MemorySystem system, String id, String kind) {
    system.tables.put(
        "entries", Map.of("entry", text(kind + "-" + id), "owner", text(id), "kind", text(kind)));
  }

  /** A text of an item. */
  public static Value text(String text) {
    return new Value.Text(text);
  }
}
