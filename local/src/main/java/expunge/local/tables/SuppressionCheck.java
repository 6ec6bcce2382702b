package expunge.local.tables;

import expunge.aws.SuppressionTable;
import expunge.dataset.Suppression;
import expunge.local.tables.TableShape.KeyShape;
import java.util.List;

/** Whether a suppression list's table has the form that all of them have: the list is ours. */
final class SuppressionCheck {
  private static final List<KeyShape> KEY = List.of(new KeyShape(SuppressionTable.ID, "S"));
  private static final String MEMBER = "suppression.table";

  private final Tables tables;
  private final Suppression declared;

  SuppressionCheck(Tables tables, Suppression declared) {
    this.tables = tables;
    this.declared = declared;
  }

  /** A table with another key is another table, of which nothing more is asked. */
  void check(TableShape table, Findings findings) {
    if (table.key().equals(KEY)) {
      checkExpiry(findings);
    } else {
      findings.add(
          MEMBER,
          "its key is " + Shapes.listed(table.key()),
          "name a table of its own, whose key is the text " + SuppressionTable.ID);
    }
  }

  private void checkExpiry(Findings findings) {
    switch (tables.expiry(declared.table())) {
      case Tables.Expiry.By(String attribute)
          when attribute.equals(SuppressionTable.EXPIRES_AT) -> {
        // entries go some days after they have ceased to count
      }
      case Tables.Expiry.By(String attribute) ->
          findings.add(
              MEMBER,
              "%s removes items by %s, which no entry has".formatted(declared.table(), attribute),
              "disable its time to live, and enable it on " + SuppressionTable.EXPIRES_AT);
      case Tables.Expiry.Never _ ->
          findings.add(
              MEMBER,
              declared.table() + " keeps entries that no longer count",
              "enable time to live on " + SuppressionTable.EXPIRES_AT);
      case Tables.Expiry.Refused(String why) ->
          findings.add(
              MEMBER,
              "the time to live of %s could not be looked at (%s)".formatted(declared.table(), why),
              "use credentials that may call dynamodb:DescribeTimeToLive");
    }
  }
}
