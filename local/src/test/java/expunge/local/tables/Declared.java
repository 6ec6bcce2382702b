package expunge.local.tables;

/** A declaration for tests. */
final class Declared {
  static final String SHOP_AND_LEADS =
      """
      {"default": "shop", "datasets": {
        "leads": {"profiles": {"table": "leads", "key": "id", "keyType": "number"}},
        "shop": {
          "profiles": {"table": "shop", "key": "customer",
                       "partition": {"attribute": "pk", "template": "C#{id}"},
                       "sort": {"attribute": "sk", "template": "PROFILE"}},
          "identifiers": [{"name": "device"}, {"name": "email", "index": "by-email"}],
          "linked": [
            {"name": "orders", "table": "shop", "rule": "delete",
             "key": {"partition": "pk", "sort": "sk"},
             "link": {"attribute": "pk", "template": "C#{id}", "sortBegins": "ORDER#"}},
            {"name": "entries", "table": "entries", "rule": "delete-where",
             "key": {"partition": "entry", "partitionType": "number"},
             "link": {"attribute": "owner", "index": "by-owner"},
             "where": {"attribute": "kind", "equals": "draft"}},
            {"name": "answers", "table": "answers", "rule": "anonymize",
             "key": {"partition": "survey"}, "link": {"attribute": "owner", "index": "by-owner"},
             "replace": {"age": "unknown"}}],
          "deletionTypes": [
            {"name": "a", "remove": ["phone"]},
            {"name": "b", "remove": ["phone"], "linked": {"entries": ["text"]}}],
          "suppression": {"table": "gone"}}}}
      """;

  private Declared() {}
}
