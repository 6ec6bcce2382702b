package expunge.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import expunge.item.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EverythingDeclaredTest {
  private final Datasets datasets = Datasets.parse(Declarations.EVERYTHING);
  private final Dataset shop = datasets.defaultDataset();

  private static KeyPart text(String attribute, String template) {
    return new KeyPart(attribute, KeyType.TEXT, new Template(template));
  }

  private static KeyAttribute text(String name) {
    return new KeyAttribute(name, KeyType.TEXT);
  }

  private LinkedTable linked(String name) {
    return shop.linked().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theDefaultDoesNotDependOnTheOrder() {
    assertThat(datasets.names()).containsExactly("leads", "shop");
    assertThat(shop.name()).isEqualTo("shop");
    assertThat(datasets.of("leads").key().type()).isEqualTo(KeyType.NUMBER);
  }

  @Test
  void theProfileTableIsRead() {
    assertThat(shop.profiles())
        .isEqualTo(
            new ProfileTable(
                "shop",
                text("pk", "CUSTOMER#{id}"),
                Optional.of(text("sk", "PROFILE")),
                Optional.of("legalHold"),
                OptionalInt.of(500)));
    assertThat(shop.key().name()).isEqualTo("customer");
    assertThat(shop.key().pattern().map(Pattern::pattern)).contains("C[0-9]+");
  }

  @Test
  void identifiersAreReadWithWhatSeveralMatchesMean() {
    Order newest = new Order(Optional.of("since"), true);
    Order oldest = new Order(Optional.of("since"), false);
    assertThat(shop.identifiers())
        .extracting(Identifier::index)
        .containsExactly(
            Optional.of(new Index("by-email", new Matches.First(newest))),
            Optional.of(new Index("by-phone", new Matches.All(20, oldest))),
            Optional.of(new Index("by-crm", new Matches.Ambiguous())),
            Optional.empty());
    assertThat(shop.identifiers())
        .extracting(Identifier::attribute)
        .containsExactly("mail", "phone", "crm", "device_id");
    assertThat(shop.identifiers())
        .extracting(Identifier::normalization)
        .containsExactly(
            Normalization.LOWER_CASE, Normalization.PHONE, Normalization.NONE, Normalization.NONE);
    assertThat(shop.identifier("crm").map(Identifier::type)).contains(KeyType.NUMBER);
    assertThat(shop.deletableBy())
        .extracting(Identifier::name)
        .containsExactly("customer", "email", "phone", "crm");
  }

  @Test
  void linkedTablesAreReadInTheirOrder() {
    assertThat(shop.linked())
        .extracting(LinkedTable::name)
        .containsExactly("mails", "orders", "answers", "goals", "entries", "feed");
    assertThat(linked("mails").link())
        .isEqualTo(new Link(text("owner", "{id}"), Optional.of("by-owner"), Optional.empty()));
    assertThat(linked("orders").link())
        .isEqualTo(
            new Link(
                text("pk", "CUSTOMER#{id}"),
                Optional.empty(),
                Optional.of(new Template("ORDER#"))));
    assertThat(linked("orders").key()).containsExactly(text("pk"), text("sk"));
    assertThat(linked("answers").key())
        .containsExactly(new KeyAttribute("survey", KeyType.NUMBER), text("answer"));
  }

  @Test
  void rulesAreRead() {
    assertThat(linked("mails").rule()).isEqualTo(new LinkedRule.Delete());
    assertThat(linked("answers").rule())
        .isEqualTo(
            new LinkedRule.Anonymize(
                List.of("name", "owner"),
                Map.of(
                    "age", new Value.Text("unknown"),
                    "score", new Value.Numeric("-1.5"),
                    "known", new Value.Flag(false))));
    assertThat(linked("goals").rule()).isEqualTo(new LinkedRule.Detach());
    assertThat(linked("entries").rule())
        .isEqualTo(new LinkedRule.DeleteWhere("kind", new Value.Text("draft")));
  }

  @Test
  void aRecordMovesWhereItsKeyHasTheLinkAndItStays() {
    assertThat(shop.linked().stream().filter(LinkedTable::movesRecords))
        .containsExactly(linked("goals"));
    assertThat(linked("goals").detachedPrefix()).isEqualTo("nobody#");
    assertThat(linked("mails").detachedPrefix()).isEqualTo("detached#");
  }

  @Test
  void deletionTypesAreReadAfterTheCompleteOne() {
    assertThat(shop.deletionTypes())
        .containsExactly(
            new DeletionType.Complete(),
            new DeletionType.RemoveAttributes(
                "contact",
                "Contact details",
                List.of("mail", "phone"),
                Map.of("mails", List.of("address", "subject"))),
            new DeletionType.RemoveAttributes(
                "subscriptions", "subscriptions", List.of("newsletter"), Map.of()));
  }

  @Test
  void aDeletionTypeStripsTheLinkedTablesThatItNamesAndNoOther() {
    DeletionType contact = shop.deletionType("contact").orElseThrow();

    assertThat(shop.linkedFor(contact))
        .extracting(LinkedTable::name, LinkedTable::rule)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(
                "mails", new LinkedRule.Strip(List.of("address", "subject"))));
    assertThat(shop.linkedFor(new DeletionType.Complete())).isEqualTo(shop.linked());
  }

  @Test
  void theSuppressionListIsRead() {
    assertThat(shop.suppression())
        .contains(new Suppression("shop-suppressed", Duration.ofDays(400)));
    assertThat(datasets.of("leads").suppression()).isEmpty();
  }

  @Test
  void segmentsAreRead() {
    assertThat(shop.segments())
        .contains(
            new Segments(
                "shop-segments",
                Optional.of(
                    new Segments.Membership(
                        linked("mails"),
                        new KeyAttribute("list", KeyType.TEXT),
                        Optional.of("by-list"))),
                Optional.of("segments")));
    assertThat(datasets.of("leads").segments()).isEmpty();
  }

  @Test
  void onlyWhatDecidesWhichProfileIsMeantChangesTheFingerprint() {
    String before = shop.fingerprint();

    for (String harmless :
        List.of("writesPerSecond\": 500", "keepDays\": 400", "ORDER#", "draft")) {
      assertThat(changed(harmless)).as(harmless).isEqualTo(before);
    }
    for (String decisive : List.of("CUSTOMER#", "C[0-9]+", "by-email", "limit\": 20", "PROFILE")) {
      assertThat(changed(decisive)).as(decisive).isNotEqualTo(before);
    }
  }

  private static String changed(String part) {
    String other = part.endsWith("0") ? part.replace("0", "1") : part + "x";
    String declaration = Declarations.EVERYTHING.replace(part, other);
    assertThat(declaration).isNotEqualTo(Declarations.EVERYTHING);
    return Datasets.parse(declaration).defaultDataset().fingerprint();
  }
}
