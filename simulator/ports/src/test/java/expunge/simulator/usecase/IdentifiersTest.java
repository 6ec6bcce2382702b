package expunge.simulator.usecase;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.task.Task;
import expunge.task.TaskState;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files by other identifiers than the table's key. */
class IdentifiersTest {
  private final MemorySystem system = Shop.system(100, List.of("a", "b", "c"));

  @Test
  void aFileMayListAnIdentifierWithAnIndex() {
    Task task =
        system.run("mails.csv", "email\nA@example.com\nnobody@example.com\na@EXAMPLE.com\n");

    assertThat(task.balance())
        .isEqualTo(
            new Balance(Map.of(Outcome.DELETED, 1L, Outcome.NOT_FOUND, 1L, Outcome.DUPLICATE, 1L)));
    assertThat(system.report(task))
        .contains("2,A@example.com,deleted,1,")
        .contains("4,a@EXAMPLE.com,duplicate,0,same identifier as line 2");
    assertThat(system.hasProfile("a")).isFalse();
    assertThat(system.hasProfile("b")).isTrue();
  }

  @Test
  void firstTakesTheFirstInTheDeclaredOrderAndNoOther() {
    same("email", text("shared@example.com"), 120);
    Shop.put(
        system,
        "oldest",
        Map.of("email", text("shared@example.com"), "since", new Value.Numeric("1999")));

    Task task = system.run("mails.csv", "email\nshared@example.com\n");

    assertThat(task.profilesDeleted()).isEqualTo(1);
    assertThat(system.hasProfile("oldest")).isFalse();
    assertThat(left()).isEqualTo(120);
  }

  @Test
  void allTakesAsManyAsItsLimitAndTheNextTaskTakesTheNext() {
    same("phone", text("+491"), 120);

    assertThat(delete("one.csv", "phone\n+49 1\n")).isEqualTo(50);
    assertThat(delete("two.csv", "phone\n+49-1\n")).isEqualTo(50);
    assertThat(delete("three.csv", "phone\n(+49) 1\n")).isEqualTo(20);
    assertThat(left()).isZero();
  }

  @Test
  void ambiguousTouchesNone() {
    same("cookie", text("k"), 2);
    Shop.put(system, "single", Map.of("cookie", text("only")));

    Task task = system.run("cookies.csv", "cookie\nk\nonly\n");

    assertThat(task.balance())
        .isEqualTo(new Balance(Map.of(Outcome.AMBIGUOUS, 1L, Outcome.DELETED, 1L)));
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
    assertThat(left()).isEqualTo(2);
  }

  @Test
  void nobodyLooksAtEachOfMoreThanAThousand() {
    same("phone", text("+491"), 1_001);

    Task task = system.run("many.csv", "phone\n+491\n");

    assertThat(system.report(task))
        .contains("2,+491,ambiguous,0,more than 1000 items have this identifier");
    assertThat(task.profilesDeleted()).isZero();
  }

  @Test
  void anIdentifierWithoutAnIndexIsRefused() {
    Task task = system.run("devices.csv", "device_id\nd\n");
    assertThat(task.state()).isEqualTo(TaskState.REJECTED);
    assertThat(task.problem().orElseThrow().type()).isEqualTo("identifier-not-deletable");
  }

  @Test
  void aFileWithTwoIdentifiersSaysWhichOneIsMeant() {
    ArrivedFile file =
        system.put("two.csv", "customer,email\na,b@example.com\n", Map.of("identifier", "email"));
    system.intake().fileArrived(file);
    system.answerAll();
    assertThat(system.hasProfile("a")).isTrue();
    assertThat(system.hasProfile("b")).isFalse();
  }

  @Test
  void aProfileThatLostTheIdentifierSinceStays() {
    Task task =
        run(
            "email\na@example.com\n",
            (method, real) -> {
              if (method.equals("erase")) {
                change("a", Map.of("email", text("other@example.com")));
              }
              return real.make();
            });
    assertThat(system.hasProfile("a")).isTrue();
    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.NOT_FOUND, 1L)));
    assertThat(system.report(task)).contains("lost this identifier");
  }

  @Test
  void whatAnIndexSaysIsReadAgain() {
    Task task =
        run(
            "email\na@example.com\n",
            (method, real) -> {
              Object answer = real.make();
              if (method.equals("matching")) {
                change("a", Map.of("email", text("other@example.com")));
              }
              return answer;
            });
    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.NOT_FOUND, 1L)));
    assertThat(system.tables.all("mails")).anyMatch(mail -> mail.containsValue(text("a")));
    assertThat(system.hasProfile("a")).isTrue();
  }

  @Test
  void aProfileThatChangesItsIdentifierWhileRowsAreLookedUpBelongsToTheLaterRow() {
    String between =
        IntStream.range(0, 120)
            .mapToObj("nobody%d@example.com\n"::formatted)
            .collect(Collectors.joining());
    MemorySystem large = Shop.system(1_000, List.of("a"));
    Task task =
        Meddling.run(
            large,
            "email\na@example.com\n" + between + "new@example.com\n",
            (method, real) -> {
              Object answer = real.make();
              if (method.equals("find")) {
                Shop.put(large, "a", Map.of("email", text("new@example.com")));
              }
              return answer;
            });
    assertThat(task.profilesDeleted()).isEqualTo(1);
    assertThat(large.report(task))
        .contains("2,a@example.com,not_found,0,")
        .contains("123,new@example.com,deleted,1,");
  }

  @Test
  void aRetryGoesOnWithTheSameIdentifier() {
    ArrivedFile file = system.put("a.csv", "email\na@example.com\n", Map.of());
    system.intake().fileArrived(file);
    system.control().cancel(system.idOf(file));
    system.answerAll();
    assertThat(system.task(file).state()).isEqualTo(TaskState.CANCELLED);
    system.retry().retry(system.idOf(file));
    system.answerAll();
    assertThat(system.objects.keys("uploads/"))
        .singleElement()
        .satisfies(
            key -> assertThat(system.objects.text(key)).isEqualTo("email\r\na@example.com\r\n"));
    system.takeInUploads();
    assertThat(system.hasProfile("a")).isFalse();
  }

  @Test
  void aProtectedProfileIsNeverTouched() {
    change("a", Map.of("legalHold", text("court")));
    change("b", Map.of("legalHold", new Value.Flag(false)));

    Task task = system.run("a.csv", "customer\na\nb\n");

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(task.balance())
        .isEqualTo(new Balance(Map.of(Outcome.PROTECTED, 1L, Outcome.DELETED, 1L)));
    assertThat(system.tables.all("mails")).anyMatch(mail -> mail.containsValue(text("a")));
    assertThat(system.tables.all("mails")).noneMatch(mail -> mail.containsValue(text("b")));
  }

  @Test
  void aHoldThatIsSetBetweenLookUpAndDeletionIsKept() {
    Task task =
        run(
            "customer\na\nb\n",
            (method, real) -> {
              if (method.equals("erase")) {
                change("a", Map.of("legalHold", text("court")));
              }
              return real.make();
            });
    assertThat(system.hasProfile("a")).isTrue();
    assertThat(task.balance())
        .isEqualTo(new Balance(Map.of(Outcome.PROTECTED, 1L, Outcome.DELETED, 1L)));
  }

  @Test
  void allTellsHowManyAreProtected() {
    same("phone", text("+491"), 3);
    change("same-1", Map.of("legalHold", text("court"), "phone", text("+491")));
    Task task = system.run("p.csv", "phone\n+491\n");
    assertThat(system.report(task)).contains("2,+491,deleted,2,1 more protected and kept");
    assertThat(system.hasProfile("same-1")).isTrue();
  }

  @Test
  void aTypeThatRemovesAttributesLeavesEverythingElse() {
    Task task = typed("contact", "email\na@example.com\nb@example.com\n");

    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 2L)));
    assertThat(system.profiles.stored(system.dataset, new ProfileKey("a")).orElseThrow())
        .containsKey("since")
        .doesNotContainKeys("email", "phone");
    assertThat(system.tables.all("mails"))
        .hasSize(3)
        .filteredOn(mail -> mail.containsValue(text("a")))
        .singleElement()
        .satisfies(mail -> assertThat(mail).doesNotContainKey("address"));
    assertThat(system.tables.all("answers")).allMatch(answer -> answer.containsKey("name"));
  }

  @Test
  void anUnknownTypeIsRefusedWithTheKnownOnes() {
    Task task = typed("everything", "customer\na\n");
    assertThat(task.state()).isEqualTo(TaskState.REJECTED);
    assertThat(task.problem().orElseThrow().toString()).contains("complete").contains("contact");
  }

  private Task typed(String type, String text) {
    ArrivedFile file = system.put("a.csv", text, Map.of("deletion-type", type));
    system.intake().fileArrived(file);
    system.answerAll();
    return system.task(file);
  }

  private Task run(String text, Meddling.Meddler onProfiles) {
    return Meddling.run(system, text, onProfiles);
  }

  private void change(String id, Map<String, Value> attributes) {
    Shop.put(system, id, attributes);
  }

  private void same(String attribute, Value value, int profiles) {
    IntStream.rangeClosed(1, profiles)
        .forEach(n -> Shop.put(system, "same-" + n, Map.of(attribute, value)));
  }

  private long delete(String name, String file) {
    return system.run(name, file).profilesDeleted();
  }

  private long left() {
    return IntStream.rangeClosed(1, 120).filter(n -> system.hasProfile("same-" + n)).count();
  }
}
