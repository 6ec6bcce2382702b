package expunge.simulator.scenario;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.dataset.Index;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyPart;
import expunge.dataset.KeyType;
import expunge.dataset.Link;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.dataset.Matches;
import expunge.dataset.Normalization;
import expunge.dataset.Order;
import expunge.dataset.ProfileTable;
import expunge.dataset.Suppression;
import expunge.dataset.Template;
import expunge.item.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Declares a dataset with an email that many profiles may have, and with two linked tables. */
final class RichDataset {
  /** Its records are found by their key. */
  static final String ORDERS = "orders";

  /** Its records are found by an index. */
  static final String MAILS = "mails";

  /** Where the deleted are remembered, in some worlds. */
  static final Suppression LIST = new Suppression("suppressed", Duration.ofDays(1_000));

  /** The attribute by which records belong to profiles. */
  static final String OWNER = "owner";

  private static final String KIND = "kind";
  private static final List<String> TRACES = List.of("name", "choice");

  private final Dice dice;

  RichDataset(Dice dice) {
    this.dice = dice;
  }

  /** In the place of a plain one. */
  Dataset of(Dataset plain) {
    ProfileTable profiles =
        new ProfileTable(
            plain.table(),
            plain.profiles().partition(),
            Optional.empty(),
            Optional.of(Riches.HOLD),
            dice.happens(0.5) ? plain.writesPerSecond() : OptionalInt.empty());
    return new Dataset(
        plain.name(),
        profiles,
        plain.key(),
        List.of(email()),
        List.of(new DeletionType.Complete(), someAttributes()),
        List.of(orders(), mails()),
        Optional.empty(),
        Optional.empty());
  }

  private Identifier email() {
    Index index = new Index("by-email", matches());
    return new Identifier(
        Riches.EMAIL,
        Riches.EMAIL,
        KeyType.TEXT,
        Optional.empty(),
        Normalization.NONE,
        Optional.of(index),
        Identifier.LONGEST_KEY);
  }

  private Matches matches() {
    Order order =
        dice.happens(0.6) ? new Order(Optional.of(Riches.SINCE), dice.happens(0.5)) : Order.BY_KEY;
    return dice.oneOf(
        List.of(
            new Matches.First(order),
            new Matches.All(dice.between(2, 4), order),
            new Matches.Ambiguous()));
  }

  private DeletionType someAttributes() {
    Map<String, List<String>> linked = new HashMap<>();
    linked.put(MAILS, TRACES);
    if (dice.happens(0.6)) {
      linked.put(ORDERS, TRACES);
    }
    List<String> attributes = dice.happens(0.5) ? List.of(Riches.EMAIL, "phone") : List.of("phone");
    return new DeletionType.RemoveAttributes("contact", "Contact details", attributes, linked);
  }

  /** The link is part of the key: whatever is not deleted has to move. */
  private LinkedTable orders() {
    KeyPart owner = new KeyPart(OWNER, KeyType.TEXT, new Template("CUSTOMER#{id}"));
    Optional<Template> begins =
        dice.happens(0.5) ? Optional.of(new Template("ORDER#")) : Optional.empty();
    return new LinkedTable(
        ORDERS,
        ORDERS,
        new KeyAttribute(OWNER, KeyType.TEXT),
        Optional.of(new KeyAttribute("order", KeyType.TEXT)),
        new Link(owner, Optional.empty(), begins),
        rule(),
        "detached#");
  }

  private LinkedTable mails() {
    KeyPart owner = new KeyPart(OWNER, KeyType.TEXT, Template.ID);
    KeyAttribute sort = new KeyAttribute(OWNER, KeyType.TEXT);
    return new LinkedTable(
        MAILS,
        MAILS,
        new KeyAttribute("mail", KeyType.TEXT),
        dice.happens(0.3) ? Optional.of(sort) : Optional.empty(),
        new Link(owner, Optional.of("by-owner"), Optional.empty()),
        rule(),
        "lost-");
  }

  private LinkedRule rule() {
    return dice.oneOf(
        List.of(
            new LinkedRule.Delete(),
            new LinkedRule.Anonymize(TRACES, Map.of("age", new Value.Text("unknown"))),
            new LinkedRule.Detach(),
            new LinkedRule.DeleteWhere(KIND, new Value.Text("draft"))));
  }
}
