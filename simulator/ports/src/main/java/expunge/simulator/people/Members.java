package expunge.simulator.people;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.dataset.Index;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyPart;
import expunge.dataset.KeyType;
import expunge.dataset.Matches;
import expunge.dataset.Normalization;
import expunge.dataset.ProfileTable;
import expunge.dataset.Template;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A dataset whose table holds other records too, and whose attributes have names that can't stand
 * in an expression or a statement as they are.
 */
public final class Members {
  /** A text with an index. */
  public static final Identifier EMAIL = indexed("email", "e-mail \"address\"", KeyType.TEXT);

  /** A number with an index. */
  public static final Identifier NUMBER = indexed("number", "member.size", KeyType.NUMBER);

  /** Marks protected profiles. */
  public static final String HOLD = "legal-hold?";

  /** An attribute that is only ever removed. */
  public static final String PHONE = "select";

  /** Takes a profile as a whole. */
  public static final DeletionType COMPLETE = new DeletionType.Complete();

  /** Takes the email and the phone. */
  public static final DeletionType CONTACT =
      new DeletionType.RemoveAttributes(
          "contact", "Contact details", List.of(EMAIL.attribute(), PHONE), Map.of());

  private static final String PARTITION = "key.partition";
  private static final String SORT = "sort key";

  private Members() {}

  /** Profiles in this table, whose ids are of this type; texts stand in a template. */
  public static Dataset dataset(String table, KeyType type) {
    Template template = type == KeyType.TEXT ? new Template("MEMBER#{id}") : Template.ID;
    ProfileTable profiles =
        new ProfileTable(
            table,
            new KeyPart(PARTITION, type, template),
            Optional.of(new KeyPart(SORT, KeyType.TEXT, new Template("PROFILE"))),
            Optional.of(HOLD),
            OptionalInt.empty());
    return new Dataset(
        "members",
        profiles,
        Identifier.plain("id", type),
        List.of(EMAIL, NUMBER),
        List.of(COMPLETE, CONTACT),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same table, of which no profile is protected. */
  public static Dataset withoutProtection(Dataset dataset) {
    ProfileTable profiles =
        new ProfileTable(
            dataset.table(),
            dataset.profiles().partition(),
            dataset.profiles().sort(),
            Optional.empty(),
            OptionalInt.empty());
    return new Dataset(
        dataset.name(),
        profiles,
        dataset.key(),
        dataset.identifiers(),
        dataset.deletionTypes(),
        dataset.linked(),
        dataset.suppression(),
        dataset.segments());
  }

  /** Makes the dataset's table. */
  public static void make(PeoplesTables tables, Dataset dataset) {
    tables.make(
        dataset.table(),
        Stream.of(dataset.profiles().partition(), dataset.profiles().sort().orElseThrow())
            .map(part -> new KeyAttribute(part.attribute(), part.type()))
            .toList(),
        Stream.of(EMAIL, NUMBER).collect(Collectors.toMap(Members::index, Members::keyAttribute)));
  }

  /** A profile with these attributes beside its key. */
  public static Map<String, Value> profile(
      Dataset dataset, String id, Map<String, Value> attributes) {
    Map<String, Value> item = new HashMap<>(attributes);
    item.putAll(ProfileKeys.write(dataset, new ProfileKey(id)));
    return item;
  }

  /** A record that is no profile, in the same table. */
  public static Map<String, Value> record(
      Dataset dataset, String id, String sort, Map<String, Value> attributes) {
    Map<String, Value> item = profile(dataset, id, attributes);
    item.put(SORT, new Value.Text(sort));
    return item;
  }

  private static Identifier indexed(String name, String attribute, KeyType type) {
    return new Identifier(
        name,
        attribute,
        type,
        Optional.empty(),
        Normalization.NONE,
        Optional.of(new Index("by-" + name, new Matches.Ambiguous())),
        Identifier.LONGEST_KEY);
  }

  private static String index(Identifier identifier) {
    return identifier.index().map(Index::name).orElseThrow();
  }

  private static KeyAttribute keyAttribute(Identifier identifier) {
    return new KeyAttribute(identifier.attribute(), identifier.type());
  }
}
