package expunge.local.tables;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Datasets;
import expunge.local.tables.TableShape.IndexShape;
import expunge.local.tables.TableShape.KeyShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DatasetCheckTest {
  private static final Datasets DECLARED = Datasets.parse(Declared.SHOP_AND_LEADS);
  private static final IndexShape BY_OWNER = all(s("owner"));

  private final Map<String, TableShape> there = new HashMap<>();
  private final Map<String, Tables.Expiry> expiries = new HashMap<>();

  DatasetCheckTest() {
    there.put("leads", table(List.of(n("id")), Map.of()));
    there.put("shop", table(List.of(s("pk"), s("sk")), Map.of("by-email", all(s("email")))));
    there.put("entries", table(List.of(n("entry")), Map.of("by-owner", BY_OWNER)));
    there.put("answers", table(List.of(s("survey")), Map.of("by-owner", BY_OWNER)));
    there.put("gone", table(List.of(s("id")), Map.of()));
    expiries.put("gone", new Tables.Expiry.By("expiresAt"));
  }

  private static KeyShape s(String name) {
    return new KeyShape(name, "S");
  }

  private static KeyShape n(String name) {
    return new KeyShape(name, "N");
  }

  private static TableShape table(List<KeyShape> key, Map<String, IndexShape> indexes) {
    return new TableShape(key, indexes, true);
  }

  private static IndexShape all(KeyShape... key) {
    return new IndexShape(List.of(key), Optional.empty(), true);
  }

  private static IndexShape only(Set<String> attributes) {
    return new IndexShape(List.of(s("owner")), Optional.of(attributes), true);
  }

  private List<String> problems() {
    return problems(DECLARED);
  }

  private List<String> problems(Datasets declared) {
    return new DatasetCheck(new There()).problems(declared);
  }

  private class There implements Tables {
    @Override
    public Answer describe(String table) {
      return Optional.ofNullable(there.get(table))
          .<Answer>map(Answer.Found::new)
          .orElseGet(Answer.Missing::new);
    }

    @Override
    public Expiry expiry(String table) {
      return expiries.getOrDefault(table, new Expiry.Never());
    }
  }

  @Test
  void tablesThatAreAsDeclaredHaveNoProblem() {
    assertThat(problems()).isEmpty();
    assertThat(DatasetCheck.tables(DECLARED))
        .containsExactly("answers", "entries", "gone", "leads", "shop");
  }

  @Test
  void everyTableThatIsMissingIsNamed() {
    there.clear();

    String advice = "; create it, or name the right one, or ask in its account and region";
    assertThat(problems())
        .containsExactly(
            "datasets.leads.profiles.table: there is no table leads" + advice,
            "datasets.shop.profiles.table: there is no table shop" + advice,
            "datasets.shop.linked[0].table: there is no table shop" + advice,
            "datasets.shop.linked[1].table: there is no table entries" + advice,
            "datasets.shop.linked[2].table: there is no table answers" + advice,
            "datasets.shop.suppression.table: there is no table gone" + advice);
  }

  @Test
  void aTableThatNobodyMayLookAtIsAProblemOfThatTable() {
    Tables tables =
        new There() {
          @Override
          public Answer describe(String name) {
            return name.equals("leads")
                ? new Answer.Refused("AccessDeniedException")
                : super.describe(name);
          }
        };

    assertThat(new DatasetCheck(tables).problems(DECLARED))
        .containsExactly(
            "datasets.leads.profiles.table: leads could not be looked at (AccessDeniedException);"
                + " use credentials that may call dynamodb:DescribeTable");
  }

  @Test
  void aTableOnItsWayIsNotYetOrNoLongerOne() {
    there.put("leads", new TableShape(List.of(n("id")), Map.of(), false));

    assertThat(problems())
        .containsExactly(
            "datasets.leads.profiles.table: leads is being created or deleted; wait, and check"
                + " again");
  }

  @Test
  void aKeyOfAnotherNameOrTypeIsTold() {
    there.put("leads", table(List.of(s("id")), Map.of()));
    there.put("shop", table(List.of(s("PK"), n("sk")), Map.of("by-email", all(s("email")))));

    assertThat(problems())
        .containsExactly(
            "datasets.leads.profiles.keyType: id (text) is no number; declare text",
            "datasets.shop.profiles.partition.attribute: the key has PK (text) here, not pk;"
                + " declare PK",
            "datasets.shop.profiles.sort: sk (number) is no text; Expunge can't use a profile table"
                + " with such a sort key",
            "datasets.shop.linked[0].key.partition: the key has PK (text) here, not pk; declare PK",
            "datasets.shop.linked[0].key.sortType: sk (number) is no text; declare number");
  }

  @Test
  void theKeyThatIsTheAttributeIsToldWhereItIsDeclared() {
    there.put("leads", table(List.of(new KeyShape("Id", "B")), Map.of()));
    there.put("entries", table(List.of(new KeyShape("entry", "B")), Map.of("by-owner", BY_OWNER)));

    assertThat(problems())
        .containsExactly(
            "datasets.leads.profiles.key: the key has Id (binary) here, not id; declare Id",
            "datasets.shop.linked[1].key.partitionType: entry (binary) is no number; Expunge takes"
                + " texts and numbers only");
  }

  @Test
  void aSortKeyThatOneSideKnowsAloneIsTold() {
    there.put("leads", table(List.of(n("id"), s("kind")), Map.of()));
    there.put("shop", table(List.of(s("pk")), Map.of("by-email", all(s("email")))));
    there.put("answers", table(List.of(s("survey"), n("at")), Map.of("by-owner", BY_OWNER)));

    assertThat(problems())
        .containsExactly(
            "datasets.leads.profiles.sort: the table's key has the sort key kind (text), which is"
                + " not declared; declare what it says of a profile",
            "datasets.shop.profiles.sort: the table's key has no sort key; remove it",
            "datasets.shop.linked[0].key.sort: the table's key has no sort key; remove it",
            "datasets.shop.linked[2].key.sort: the table's key has the sort key at (number), which"
                + " is not declared; declare it");
  }

  @Test
  void anIndexThatIsMissingIsToldWithThoseThatThereAre() {
    there.put(
        "shop",
        table(
            List.of(s("pk"), s("sk")), Map.of("by-mail", all(s("email")), "by-at", all(n("at")))));
    there.put("answers", table(List.of(s("survey")), Map.of()));

    assertThat(problems())
        .containsExactly(
            "datasets.shop.identifiers[1].index: there is no index by-email (there is by-at,"
                + " by-mail); create it with the partition key email (text), or name the right one",
            "datasets.shop.linked[2].link.index: there is no index by-owner (there is none); create"
                + " it with the partition key owner (text), or name the right one");
  }

  @Test
  void anIndexOfAnotherAttributeOrTypeFindsNothing() {
    there.put("shop", table(List.of(s("pk"), s("sk")), Map.of("by-email", all(n("email")))));
    there.put("answers", table(List.of(s("survey")), Map.of("by-owner", all(s("at"), s("owner")))));

    assertThat(problems())
        .containsExactly(
            "datasets.shop.identifiers[1].type: email (number) of the index by-email is no text;"
                + " declare number",
            "datasets.shop.linked[2].link.index: by-owner has the partition key at (text), not"
                + " owner; name an index whose partition key it is");
  }

  @Test
  void anIndexThatIsBeingBuiltMissesItems() {
    there.put(
        "shop",
        table(
            List.of(s("pk"), s("sk")),
            Map.of("by-email", new IndexShape(List.of(s("email")), Optional.empty(), false))));

    assertThat(problems())
        .containsExactly(
            "datasets.shop.identifiers[1].index: by-email is being built or removed, and misses"
                + " items; wait until it is there");
  }

  @Test
  void whatARuleAsksOfAnIndexHasToBeProjected() {
    there.put("entries", table(List.of(n("entry")), Map.of("by-owner", only(Set.of("other")))));

    assertThat(problems())
        .containsExactly(
            "datasets.shop.linked[1].where.attribute: the index by-owner does not hold kind, by"
                + " which it is decided; make an index that projects it",
            "datasets.shop.deletionTypes[1].linked.entries: the index by-owner does not hold text,"
                + " by which it is decided; make an index that projects it");
  }

  @Test
  void whatIsProjectedOrOfAKeyIsThere() {
    IndexShape index =
        new IndexShape(List.of(s("owner"), s("kind")), Optional.of(Set.of("text")), true);
    there.put("entries", table(List.of(n("entry")), Map.of("by-owner", index)));

    assertThat(problems()).isEmpty();
  }

  @Test
  void aKeyOfAnIndexIsNotReplacedByAnotherType() {
    there.put(
        "answers",
        table(List.of(s("survey")), Map.of("by-owner", BY_OWNER, "by-age", all(n("age")))));

    assertThat(problems())
        .containsExactly(
            "datasets.shop.linked[2].replace.age: age (number) is the key of an index, which does"
                + " not take the value; remove the attribute instead, or replace it with a number");
  }

  @Test
  void theSuppressionListHasATableOfItsOwn() {
    there.put("gone", table(List.of(s("pk"), s("sk")), Map.of()));

    assertThat(problems())
        .containsExactly(
            "datasets.shop.suppression.table: its key is pk (text) and sk (text); name a table of"
                + " its own, whose key is the text id");
  }

  @Test
  void aListWhoseTableForgetsNothingIsKeptLongerThanItIsDeclared() {
    expiries.clear();

    assertThat(problems())
        .containsExactly(
            "datasets.shop.suppression.table: gone keeps entries that no longer count; enable time"
                + " to live on expiresAt");
  }

  @Test
  void aListWhoseTableForgetsByAnotherAttributeForgetsNothing() {
    expiries.put("gone", new Tables.Expiry.By("ttl"));

    assertThat(problems())
        .containsExactly(
            "datasets.shop.suppression.table: gone removes items by ttl, which no entry has;"
                + " disable its time to live, and enable it on expiresAt");
  }

  @Test
  void aTimeToLiveThatNobodyMayLookAtIsAProblemOfItsOwn() {
    expiries.put("gone", new Tables.Expiry.Refused("AccessDeniedException"));

    assertThat(problems())
        .containsExactly(
            "datasets.shop.suppression.table: the time to live of gone could not be looked at"
                + " (AccessDeniedException); use credentials that may call"
                + " dynamodb:DescribeTimeToLive");
  }

  @Test
  void noOtherTableIsAskedForItsTimeToLive() {
    Tables tables =
        new There() {
          @Override
          public Expiry expiry(String table) {
            assertThat(table).isEqualTo("gone");
            return super.expiry(table);
          }
        };

    assertThat(new DatasetCheck(tables).problems(DECLARED)).isEmpty();
  }

  @Test
  void datasetsMayShareTheTableOfTheirListsAndEachIsToldOfIt() {
    Datasets sharing =
        Datasets.parse(
            Declared.SHOP_AND_LEADS.replace(
                "\"keyType\": \"number\"}}",
                "\"keyType\": \"number\"}, \"suppression\": {\"table\": \"gone\"}}"));
    assertThat(problems(sharing)).isEmpty();

    expiries.clear();
    assertThat(problems(sharing))
        .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
        .containsExactly("datasets.leads.suppression.table", "datasets.shop.suppression.table");
  }
}
