package expunge.dataset;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import expunge.run.InvalidSettings;
import java.util.List;

/** Declarations for tests. */
final class Declarations {
  private static final String PLACE = "datasets.a.";

  /** With every member that there is. */
  static final String EVERYTHING =
      """
      {"$schema": "datasets.schema.json",
       "default": "shop",
       "datasets": {
         "leads": {"profiles": {"table": "leads", "key": "LeadId", "keyType": "number"}},
         "shop": {
           "profiles": {
             "table": "shop", "key": "customer", "keyType": "text", "keyPattern": "C[0-9]+",
             "partition": {"attribute": "pk", "template": "CUSTOMER#{id}"},
             "sort": {"attribute": "sk", "template": "PROFILE"},
             "protectedBy": "legalHold", "writesPerSecond": 500},
           "identifiers": [
             {"name": "email", "attribute": "mail", "type": "text", "pattern": ".+@.+",
              "normalization": "lower-case", "index": "by-email", "matches": "first",
              "order": {"attribute": "since", "descending": true}},
             {"name": "phone", "index": "by-phone", "normalization": "phone",
              "matches": "all", "limit": 20, "order": {"attribute": "since"}},
             {"name": "crm", "type": "number", "index": "by-crm"},
             {"name": "device_id"}],
           "linked": [
             {"name": "mails", "table": "mails", "rule": "delete",
              "key": {"partition": "mail"},
              "link": {"attribute": "owner", "type": "text", "index": "by-owner"}},
             {"name": "orders", "table": "shop", "rule": "delete",
              "key": {"partition": "pk", "sort": "sk", "sortType": "text"},
              "link": {"attribute": "pk", "template": "CUSTOMER#{id}", "sortBegins": "ORDER#"}},
             {"name": "answers", "table": "answers", "rule": "anonymize",
              "key": {"partition": "survey", "partitionType": "number", "sort": "answer"},
              "link": {"attribute": "owner", "index": "by-owner"},
              "remove": ["name", "owner"],
              "replace": {"age": "unknown", "score": -1.50, "known": false}},
             {"name": "goals", "table": "goals", "rule": "detach", "detachedPrefix": "nobody#",
              "key": {"partition": "owner", "sort": "goal"}, "link": {"attribute": "owner"}},
             {"name": "entries", "table": "entries", "rule": "delete-where",
              "key": {"partition": "entry"}, "link": {"attribute": "owner", "index": "by-owner"},
              "where": {"attribute": "kind", "equals": "draft"}},
             {"name": "feed", "table": "feed", "rule": "delete",
              "key": {"partition": "owner", "sort": "activity"}, "link": {"attribute": "owner"}}],
           "deletionTypes": [
             {"name": "contact", "title": "Contact details", "remove": ["mail", "phone"],
              "linked": {"mails": ["address", "subject"]}},
             {"name": "subscriptions", "remove": ["newsletter"]}],
           "suppression": {"table": "shop-suppressed", "keepDays": 400},
           "segments": {"table": "shop-segments", "attribute": "segments",
                        "members": {"linked": "mails", "segment": "list", "index": "by-list"}},
           "import": {"activities": "feed", "newKeys": "given", "columns": [
             {"name": "birthday", "attribute": "born", "type": "text", "pattern": "[0-9-]+",
              "hint": "as 1990-12-31"},
             {"name": "points", "type": "number"}]}}}}
      """;

  private Declarations() {}

  /** What is wrong with a document. */
  static List<String> problemsOf(String declaration) {
    return assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> Datasets.parse(declaration))
        .actual()
        .problems();
  }

  /** What is wrong with the only dataset of a document; paths begin there. */
  static List<String> problemsIn(String members) {
    return problemsOf(document(members)).stream()
        .map(problem -> problem.startsWith(PLACE) ? problem.substring(PLACE.length()) : problem)
        .toList();
  }

  /** The only dataset of a document. */
  static Dataset dataset(String members) {
    return Datasets.parse(document(members)).defaultDataset();
  }

  private static String document(String members) {
    return "{\"datasets\": {\"a\": {" + members + "}}}";
  }
}
