package expunge.simulator.people;

import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyPart;
import expunge.dataset.KeyType;
import expunge.dataset.Link;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.dataset.Template;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ways in which the records of a linked table name their profile. Attributes have names that
 * can't stand in an expression or a statement as they are.
 */
public enum LinkedShape {
  /** In an attribute of no key, a text with an index. */
  BESIDE_THE_KEY,
  /** In an attribute of no key, a number with an index. */
  BY_A_NUMBER,
  /** In the partition key. */
  PARTITION_KEY,
  /** In the partition key, where the sort key tells them from others. */
  PARTITION_KEY_AND_SORT,
  /** In the sort key, which has an index. */
  SORT_KEY;

  /** How the new link of a moved record begins. */
  public static final String DETACHED = "detached#";

  private static final String OWNER = "owner's \"id\"";
  private static final String INDEX = "by-owner";
  private static final KeyAttribute ID = new KeyAttribute("record.id", KeyType.TEXT);
  private static final KeyAttribute DATE = new KeyAttribute("date", KeyType.NUMBER);

  /** A table of this shape. */
  public LinkedTable table(String name, LinkedRule rule) {
    KeyAttribute owner = new KeyAttribute(OWNER, link().attribute().type());
    return switch (this) {
      case BESIDE_THE_KEY -> table(name, ID, Optional.empty(), rule);
      case BY_A_NUMBER -> table(name, ID, Optional.of(DATE), rule);
      case PARTITION_KEY -> table(name, owner, Optional.of(DATE), rule);
      case PARTITION_KEY_AND_SORT -> table(name, owner, Optional.of(ID), rule);
      case SORT_KEY -> table(name, ID, Optional.of(owner), rule);
    };
  }

  private LinkedTable table(
      String name, KeyAttribute partition, Optional<KeyAttribute> sort, LinkedRule rule) {
    return new LinkedTable("records", name, partition, sort, link(), rule, DETACHED);
  }

  private Link link() {
    return switch (this) {
      case BESIDE_THE_KEY, SORT_KEY -> byIndex(KeyType.TEXT);
      case BY_A_NUMBER -> byIndex(KeyType.NUMBER);
      case PARTITION_KEY ->
          new Link(
              new KeyPart(OWNER, KeyType.TEXT, Template.ID), Optional.empty(), Optional.empty());
      case PARTITION_KEY_AND_SORT ->
          new Link(
              new KeyPart(OWNER, KeyType.TEXT, new Template("CUSTOMER#{id}")),
              Optional.empty(),
              Optional.of(new Template("ORDER#{id}#")));
    };
  }

  private static Link byIndex(KeyType type) {
    return new Link(new KeyPart(OWNER, type, Template.ID), Optional.of(INDEX), Optional.empty());
  }

  /** Makes a table of this shape. */
  public void make(PeoplesTables tables, String name) {
    KeyAttribute owner = new KeyAttribute(OWNER, link().attribute().type());
    tables.make(
        name,
        table(name, new LinkedRule.Delete()).key(),
        link().index().map(index -> Map.of(index, owner)).orElse(Map.of()));
  }

  /**
   * The key of a record, and its link.
   *
   * @param owner a number, as all ids here
   * @param number of the record, in the whole table
   */
  public Map<String, Value> record(String owner, int number) {
    Value linked = linked(owner);
    Value text = new Value.Text("ORDER#%s#%06d".formatted(owner, number));
    Value date = new Value.Numeric(Integer.toString(number));
    return switch (this) {
      case BESIDE_THE_KEY -> Map.of(ID.name(), text, OWNER, linked);
      case BY_A_NUMBER -> Map.of(ID.name(), text, DATE.name(), date, OWNER, linked);
      case PARTITION_KEY -> Map.of(OWNER, linked, DATE.name(), date);
      case PARTITION_KEY_AND_SORT, SORT_KEY -> Map.of(OWNER, linked, ID.name(), text);
    };
  }

  /** The attribute that names the profile. */
  public String owner() {
    return OWNER;
  }

  /** What names this profile. */
  public Value linked(String id) {
    return ProfileKeys.write(link().attribute(), new ProfileKey(id));
  }

  /** The shapes whose records move when they lose their link. */
  public boolean isInKey() {
    return List.of(PARTITION_KEY, PARTITION_KEY_AND_SORT, SORT_KEY).contains(this);
  }
}
