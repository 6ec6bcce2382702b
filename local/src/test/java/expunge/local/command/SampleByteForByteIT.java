package expunge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.DescribedHttp;
import expunge.local.Eventually;
import expunge.local.Ports;
import expunge.local.system.LocalOptions;
import expunge.local.system.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * All tables of the sample, whole, before a task and after it. What is right is computed here, from
 * the items before and the file: nothing of it is the product's, and nothing that is not said here
 * may differ in a byte. Each test goes on with what the others have left.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleByteForByteIT {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String ID = "MaestraId";
  private static final List<String> IDENTIFIERS =
      List.of(ID, "email", "phone", "customer_id", "cookie", "device_id");

  private final LocalSystem system = started();
  private final StatusClient status =
      new StatusClient(system.settings(), new DescribedHttp(system.settings().api()));
  private final Set<String> seen = new HashSet<>();

  SampleByteForByteIT() {
    new SampleData(system.clients().dynamoDb()).load();
    new Curiosities(system.clients().dynamoDb()).load();
  }

  private static LocalSystem started() {
    Path root = Path.of(System.getProperty("expunge.root", "."));
    try {
      Path work = Files.createTempDirectory(root.resolve("local/target"), "bytes");
      return LocalSystem.start(LocalOptions.standard(root, work, Ports.free()));
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @AfterAll
  void stop() {
    status.close();
    system.close();
  }

  @Test
  void removingContactDetailsTakesThemFromTheListedAndChangesNothingElse() {
    Snapshot before = Snapshot.of(system);
    Set<String> listed = ids(3_000);
    Set<String> meant = unprotected(before, listed);

    TaskStatus task = run("contact-details", ID + "\n" + String.join("\n", listed));

    assertThat(task.profilesDeleted()).isEqualTo(meant.size()).isEqualTo(99);
    assertThat(task.balance()).containsEntry("protected", 1L);
    Snapshot after = Snapshot.of(system);
    after.assertIs(
        before
            .with("customers", item -> Stream.of(changed(item, meant, "email", "phone")))
            .with("survey-participations", item -> Stream.of(changed(item, meant, "email")))
            .with("sms", item -> Stream.of(changed(item, meant, "phone"))));
    tell("contact-details", before, after);
  }

  @Test
  void removingSubscriptionsByEmailTouchesProfilesAlone() {
    Snapshot before = Snapshot.of(system);
    Set<String> meant = unprotected(before, ids(3_200));
    String emails =
        before.items("customers").stream()
            .filter(profile -> ids(3_200).contains(text(profile, ID)))
            .map(profile -> text(profile, "email"))
            .collect(Collectors.joining("\n"));

    TaskStatus task = run("subscriptions", "email\n" + emails);

    assertThat(task.profilesDeleted()).isEqualTo(meant.size()).isEqualTo(99);
    Snapshot after = Snapshot.of(system);
    after.assertIs(
        before.with("customers", item -> Stream.of(changed(item, meant, "subscriptions"))));
    tell("subscriptions", before, after);
  }

  @Test
  void aCompleteDeletionLeavesEveryOtherItemAsItWas() {
    Snapshot before = Snapshot.of(system);
    Set<String> gone =
        unprotected(before, SampleData.file().lines().skip(1).collect(Collectors.toSet()));

    TaskStatus task = run("complete", SampleData.file());

    assertThat(task.profilesDeleted()).isEqualTo(gone.size()).isEqualTo(SampleData.DELETED);
    Snapshot after = Snapshot.of(system);
    withoutNewOwners(before, after)
        .with("customers-suppressed", item -> Stream.of())
        .assertIs(treated(before, gone));
    assertThatTheGoneAreRememberedByHashesAlone(before, after, gone);
    assertThat(after.items("campaign-totals")).isEqualTo(before.items("campaign-totals"));
    assertThatMailsResolveToNothing(before, gone);
    assertThatAnswersCountAndTellOfNobody(before, after, gone);
    assertThatDetachedGoalsNameNobody(before, after);
    tell("complete", before, after);
  }

  /** What the sample's declaration says of each table, in this test's own words. */
  private static Snapshot treated(Snapshot before, Set<String> gone) {
    return before
        .with("customers", item -> isOf(gone, item) ? Stream.of() : Stream.of(item))
        .with("email-interactions", item -> isOf(gone, item) ? Stream.of() : Stream.of(item))
        .with("survey-participations", item -> Stream.of(isOf(gone, item) ? answer(item) : item))
        .with("goals", item -> Stream.of(isOf(gone, item) ? ofNobody(item) : item))
        .with("sms", item -> Stream.of(changed(item, gone, ID)))
        .with(
            "table-entries",
            item ->
                isOf(gone, item) && text(item, "kind").equals("personal")
                    ? Stream.of()
                    : Stream.of(changed(item, gone, ID)));
  }

  private static Map<String, AttributeValue> answer(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> anonymous = new TreeMap<>(item);
    anonymous.keySet().removeAll(List.of(ID, "name", "email"));
    anonymous.put("ageGroup", AttributeValue.fromS("unknown"));
    return anonymous;
  }

  private static Map<String, AttributeValue> ofNobody(Map<String, AttributeValue> goal) {
    Map<String, AttributeValue> detached = new TreeMap<>(goal);
    detached.put(ID, AttributeValue.fromS("nobody"));
    return detached;
  }

  /** With one word for all new owners of goals: they are ids made at random. */
  private static Snapshot withoutNewOwners(Snapshot before, Snapshot after) {
    Set<String> owners = owners(before);
    return after.with("goals", goal -> Stream.of(isOf(owners, goal) ? goal : ofNobody(goal)));
  }

  private static Set<String> owners(Snapshot snapshot) {
    return snapshot.items("goals").stream().map(goal -> text(goal, ID)).collect(Collectors.toSet());
  }

  private void assertThatTheGoneAreRememberedByHashesAlone(
      Snapshot before, Snapshot after, Set<String> gone) {
    RememberedIdentifiers identifiers =
        new RememberedIdentifiers(system.settings().suppressionKey());
    assertThat(after.items("customers-suppressed").stream().map(entry -> text(entry, "id")))
        .containsExactlyInAnyOrderElementsOf(
            before.items("customers").stream()
                .filter(profile -> isOf(gone, profile))
                .flatMap(identifiers::of)
                .collect(Collectors.toSet()));
    assertThat(after.items("customers-suppressed"))
        .allSatisfy(
            entry ->
                assertThat(entry)
                    .containsOnlyKeys(
                        "version", "id", "dataset", "identifier", "taskId", "since", "expiresAt"));
  }

  private void assertThatMailsResolveToNothing(Snapshot before, Set<String> gone) {
    List<Map<String, AttributeValue>> mails =
        before.items("email-interactions").stream().filter(mail -> isOf(gone, mail)).toList();
    assertThat(mails).hasSizeGreaterThan(400);
    assertThat(mails).noneMatch(mail -> isThere("email-interactions", "emailId", mail));
  }

  private boolean isThere(String table, String key, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> wanted = Map.of(key, AttributeValue.fromS(text(item, key)));
    return system
        .clients()
        .dynamoDb()
        .getItem(r -> r.tableName(table).key(wanted).consistentRead(true))
        .hasItem();
  }

  private static void assertThatAnswersCountAndTellOfNobody(
      Snapshot before, Snapshot after, Set<String> gone) {
    String table = "survey-participations";
    assertThat(after.items(table)).hasSameSizeAs(before.items(table));
    Map<String, Map<String, AttributeValue>> profiles = by(ID, before.items("customers"));
    Map<String, Map<String, AttributeValue>> now = by("participationId", after.items(table));
    List<Map<String, AttributeValue>> answers =
        before.items(table).stream().filter(answer -> isOf(gone, answer)).toList();
    assertThat(answers).hasSizeGreaterThan(400);
    for (Map<String, AttributeValue> answer : answers) {
      Map<String, AttributeValue> person = profiles.getOrDefault(text(answer, ID), Map.of());
      String left = String.valueOf(now.get(text(answer, "participationId")));
      assertThat(left).contains("unknown");
      assertThat(IDENTIFIERS.stream().filter(person::containsKey).map(name -> text(person, name)))
          .hasSizeGreaterThan(1)
          .noneMatch(left::contains);
    }
  }

  private static Map<String, Map<String, AttributeValue>> by(
      String name, List<Map<String, AttributeValue>> items) {
    return items.stream().collect(Collectors.toMap(item -> text(item, name), item -> item));
  }

  /** No two share an owner, so that nothing tells which were of one customer. */
  private static void assertThatDetachedGoalsNameNobody(Snapshot before, Snapshot after) {
    Set<String> known = owners(before);
    assertThat(owners(after))
        .filteredOn(owner -> !known.contains(owner))
        .hasSizeGreaterThan(390)
        .allMatch(owner -> owner.matches("detached#[0-9a-z]{26}"));
    assertThat(after.items("goals").stream().map(goal -> text(goal, ID)))
        .filteredOn(owner -> !known.contains(owner))
        .doesNotHaveDuplicates();
  }

  private static Map<String, AttributeValue> changed(
      Map<String, AttributeValue> item, Set<String> ids, String... removed) {
    Map<String, AttributeValue> changed = new TreeMap<>(item);
    if (isOf(ids, item)) {
      changed.keySet().removeAll(List.of(removed));
    }
    return changed;
  }

  private static boolean isOf(Set<String> ids, Map<String, AttributeValue> item) {
    return ids.contains(text(item, ID));
  }

  private static Set<String> unprotected(Snapshot before, Set<String> listed) {
    return before.items("customers").stream()
        .filter(profile -> isOf(listed, profile) && !profile.containsKey("legalHold"))
        .map(profile -> text(profile, ID))
        .collect(Collectors.toSet());
  }

  /** A hundred of the sample that its file does not list. */
  private static Set<String> ids(int from) {
    return IntStream.range(from, from + 100).mapToObj(SampleData::id).collect(Collectors.toSet());
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
  }

  private TaskStatus run(String type, String file) {
    String bucket = system.settings().bucket();
    system
        .clients()
        .s3()
        .putObject(
            r ->
                r.bucket(bucket)
                    .key("drop/" + type + ".csv")
                    .metadata(Map.of("deletion-type", type)),
            RequestBody.fromString(file));
    Eventually.within(PATIENCE, () -> ended().isPresent());
    TaskStatus task = ended().orElseThrow();
    seen.add(task.id());
    return task;
  }

  private Optional<TaskStatus> ended() {
    try {
      return status.newest().filter(task -> task.hasEnded() && !seen.contains(task.id()));
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void tell(String type, Snapshot before, Snapshot after) {
    Map<String, String> items = new TreeMap<>();
    before
        .tables()
        .keySet()
        .forEach(
            table ->
                items.put(table, before.items(table).size() + " → " + after.items(table).size()));
    System.out.println(
        type + ", each item as it should be: " + items + ", together " + after.size());
  }
}
