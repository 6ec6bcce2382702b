package expunge.simulator;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.dataset.ImportColumn;
import expunge.dataset.Imports;
import expunge.dataset.Index;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyPart;
import expunge.dataset.KeyType;
import expunge.dataset.Link;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.dataset.Matches;
import expunge.dataset.Normalization;
import expunge.dataset.ProfileTable;
import expunge.dataset.Segments;
import expunge.dataset.Suppression;
import expunge.dataset.Template;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A dataset that takes imports: with an activity feed, segments and a suppression list. */
public final class Market {
  /** The table of profiles. */
  public static final String PROFILES = "market";

  /** The activity feeds. */
  public static final String ACTIVITIES = "market-activities";

  /** Who is in a segment. */
  public static final String MEMBERSHIPS = "market-memberships";

  /** Marks profiles that must not be touched. */
  public static final String HOLD = "hold";

  private static final String ID = "id";
  private static final String CUSTOMER = "customer";
  private static final String SEGMENT = "segmentId";

  private Market() {}

  /** Texts as keys, which imports derive. */
  public static Dataset dataset() {
    return dataset(PROFILES);
  }

  /** The same in tables whose names begin with this one, that of the profiles. */
  public static Dataset dataset(String table) {
    KeyPart partition = new KeyPart(ID, KeyType.TEXT, Template.ID);
    LinkedTable activities = linked("activities", table + "-activities", CUSTOMER, "activityId");
    LinkedTable memberships = linked("memberships", table + "-memberships", CUSTOMER, SEGMENT);
    return new Dataset(
        "market",
        new ProfileTable(
            table, partition, Optional.empty(), Optional.of(HOLD), OptionalInt.empty()),
        Identifier.plain(ID, KeyType.TEXT),
        List.of(
            indexed("email", Normalization.LOWER_CASE),
            indexed("phone", Normalization.PHONE),
            indexed("external_id", Normalization.NONE)),
        List.of(new DeletionType.Complete()),
        List.of(activities, memberships),
        Optional.of(new Suppression(table + "-suppressed", Duration.ofDays(3_650))),
        Optional.of(
            new Segments(
                table + "-segments",
                Optional.of(
                    new Segments.Membership(
                        memberships,
                        new KeyAttribute(SEGMENT, KeyType.TEXT),
                        Optional.of("by-segment"))),
                Optional.of("segments"))),
        Optional.of(new Imports(columns(), activities, Imports.NewKeys.DERIVED)));
  }

  private static List<ImportColumn> columns() {
    return List.of(
        column("name", ImportColumn.Type.TEXT),
        column("points", ImportColumn.Type.NUMBER),
        column("subscribed", ImportColumn.Type.FLAG));
  }

  private static ImportColumn column(String name, ImportColumn.Type type) {
    return new ImportColumn(name, name, type, Optional.empty(), Optional.empty());
  }

  private static LinkedTable linked(String name, String table, String link, String sort) {
    return new LinkedTable(
        name,
        table,
        new KeyAttribute(link, KeyType.TEXT),
        Optional.of(new KeyAttribute(sort, KeyType.TEXT)),
        new Link(new KeyPart(link, KeyType.TEXT, Template.ID), Optional.empty(), Optional.empty()),
        new LinkedRule.Delete(),
        "detached#");
  }

  private static Identifier indexed(String name, Normalization normalization) {
    return new Identifier(
        name,
        name,
        KeyType.TEXT,
        Optional.empty(),
        normalization,
        Optional.of(new Index("by-" + name, new Matches.Ambiguous())),
        Identifier.LONGEST_KEY);
  }

  /** The key of the record that says that somebody is a member. */
  public static Map<String, Value> membership(String segment, ProfileKey customer) {
    return Map.of(CUSTOMER, new Value.Text(customer.value()), SEGMENT, new Value.Text(segment));
  }
}
