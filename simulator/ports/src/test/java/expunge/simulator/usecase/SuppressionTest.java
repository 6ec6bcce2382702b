package expunge.simulator.usecase;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.dataset.Identifier;
import expunge.deletion.People;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.linked.LinkedStore;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.ExpungeException;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.suppression.Suppressions;
import expunge.task.Doorbells;
import expunge.task.Task;
import expunge.task.TaskStore;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever is deleted is on the suppression list, and nobody else is. */
class SuppressionTest {
  private static final List<String> IDS = List.of("a", "b", "c", "d");
  private static final int MANY = 10_000;

  private MemorySystem system = system();

  private static MemorySystem system() {
    return Shop.system(Shop.suppressing(), 3, IDS);
  }

  @Test
  void whateverADeletedProfileWasKnownByIsRemembered() {
    change(
        "a", Map.of("email", text("A@Example.com"), "cookie", text("k"), "device_id", text("d")));
    Task task = system.run("a.csv", "customer\na\nnobody\n");
    assertThat(task.balance())
        .isEqualTo(new Balance(Map.of(Outcome.DELETED, 1L, Outcome.NOT_FOUND, 1L)));
    assertThat(suppressed("customer", "a", "b", "nobody")).containsExactly(true, false, false);
    assertThat(suppressed("email", "a@example.com", "b@example.com")).containsExactly(true, false);
    assertThat(suppressed("phone", "+49a")).containsExactly(true);
    assertThat(suppressed("cookie", "k", "a")).containsExactly(true, false);
    assertThat(suppressed("device_id", "d")).containsExactly(true);
    assertThat(system.tables.all("suppressed"))
        .hasSize(5)
        .allSatisfy(entry -> assertThat(entry).containsEntry("taskId", text(task.id().value())))
        .noneMatch(entry -> entry.toString().contains("xample"));
  }

  @Test
  void valuesAreRememberedAsAFileWouldHaveThemAndEmptyOnesAreNot() {
    change("a", Map.of("email", text(" A@Example.com\t"), "phone", text("-"), "cookie", text("")));
    system.run("a.csv", "customer\na\n");
    assertThat(suppressed("email", "a@example.com")).containsExactly(true);
    assertThat(system.tables.all("suppressed")).hasSize(2);
  }

  @Test
  void whoIsGoneBeforeTheLastLookIsRememberedByTheRowThatFoundIt() {
    meddle(
        "email\na@example.com\n",
        (method, real) -> {
          Object answer = real.make();
          if (method.equals("find")) {
            system.profiles.remove(system.dataset, List.of(new ProfileKey("a")));
          }
          return answer;
        });
    assertThat(suppressed("email", "a@example.com")).containsExactly(true);
    assertThat(suppressed("customer", "a")).containsExactly(true);
    assertThat(suppressed("phone", "+49a")).containsExactly(false);
  }

  @Test
  void whoStaysIsNotRemembered() {
    change("a", Map.of("legalHold", text("court")));
    system.run("a.csv", "customer\na\n");
    drop("b.csv", "customer\nb\n", Map.of("dry-run", "true"));
    drop("c.csv", "customer\nc\n", Map.of("deletion-type", "contact"));
    assertThat(system.tables.all("suppressed")).isEmpty();
    assertThat(IDS).allMatch(system::hasProfile);
  }

  @Test
  void whatAProfileIsKnownByWhenItIsDeletedCounts() {
    AtomicBoolean changed = new AtomicBoolean();
    meddle(
        "customer\na\n",
        (method, real) -> {
          if (method.equals("eraseAndSuppress") && !changed.getAndSet(true)) {
            change("a", Map.of("email", text("new@example.com")));
            Object refused = real.make();
            assertThat(system.tables.all("suppressed")).isEmpty();
            return refused;
          }
          return real.make();
        });
    assertThat(system.hasProfile("a")).isFalse();
    assertThat(suppressed("email", "new@example.com", "a@example.com"))
        .containsExactly(true, false);
  }

  @Test
  void aHoldThatIsSetInTheLastMomentLeavesNoEntry() {
    Task task =
        meddle(
            "customer\na\nb\n",
            (method, real) -> {
              if (method.equals("eraseAndSuppress")) {
                change("a", Map.of("legalHold", text("court")));
              }
              return real.make();
            });
    assertThat(task.balance())
        .isEqualTo(new Balance(Map.of(Outcome.PROTECTED, 1L, Outcome.DELETED, 1L)));
    assertThat(suppressed("customer", "a", "b")).containsExactly(false, true);
  }

  @Test
  void whoWasFoundAndIsDeletedBySomebodyElseIsRememberedAllTheSame() {
    Task task =
        meddle(
            "email\na@example.com\n",
            (method, real) -> {
              if (method.equals("eraseAndSuppress")) {
                system.profiles.remove(system.dataset, List.of(new ProfileKey("a")));
              }
              return real.make();
            });
    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 1L)));
    assertThat(suppressed("email", "a@example.com")).containsExactly(true);
    assertThat(suppressed("customer", "a")).containsExactly(true);
  }

  @ParameterizedTest
  @CsvSource({"customer, false", "customer, true", "email, false", "email, true"})
  void aWorkerMayDieAtAnyCallAndNobodyIsGoneWithoutAnEntry(String identifier, boolean effect) {
    int deaths = 0;
    for (int at = 1; at < MANY; at++) {
      system = system();
      String end = identifier.equals("email") ? "@example.com\n" : "\n";
      ArrivedFile file =
          system.put("a.csv", identifier + "\na" + end + "b" + end + "c" + end, Map.of());
      system.intake().fileArrived(file);
      Crashing crash = new Crashing(at, effect);
      answerUntilDeath(crash);
      assertGoneAndRememberedAreTheSame();
      if (!crash.happened()) {
        break;
      }
      deaths++;
      system.answerAll();
      assertGoneAndRememberedAreTheSame();
      assertThat(system.task(file).balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 3L)));
    }
    assertThat(deaths).isGreaterThan(50);
  }

  private void assertGoneAndRememberedAreTheSame() {
    List<Boolean> gone = IDS.stream().map(id -> !system.hasProfile(id)).toList();
    assertThat(suppressed("customer", IDS.toArray(String[]::new))).isEqualTo(gone);
    assertThat(
            suppressed("email", IDS.stream().map(id -> id + "@example.com").toArray(String[]::new)))
        .isEqualTo(gone);
  }

  private void answerUntilDeath(Crashing crash) {
    crash.answerUntilDeath(
        system,
        system.worker(
            crash.port(TaskStore.class, system.tasks),
            crash.port(ObjectStore.class, system.objects),
            crash.port(Doorbells.class, system.doorbells),
            new People(
                crash.port(ProfileStore.class, system.profiles),
                crash.port(LinkedStore.class, system.linked),
                () -> MemorySystem.KEY),
            WorkerRules.STANDARD));
  }

  @Test
  void aProfileThatTheTableNeverDeletesHasFailedAndIsNotRemembered() {
    StubbornProfiles stubborn =
        new StubbornProfiles(
            system.profiles, keys -> keys.stream().filter(key -> key.value().equals("b")).toList());
    ArrivedFile file = system.put("a.csv", "customer\na\nb\nc\n", Map.of());
    system.intake().fileArrived(file);
    system.answerAll(
        system.worker(
            system.tasks, system.objects, system.doorbells, stubborn, WorkerRules.STANDARD));
    assertThat(system.task(file).balance())
        .isEqualTo(new Balance(Map.of(Outcome.DELETED, 2L, Outcome.FAILED, 1L)));
    assertThat(suppressed("customer", "a", "b", "c")).containsExactly(true, false, true);
  }

  @Test
  void withoutTheKeyNobodyIsDeleted() {
    ArrivedFile file = system.put("a.csv", "customer\na\n", Map.of());
    system.intake().fileArrived(file);
    People keyless =
        new People(
            system.profiles,
            system.linked,
            () -> {
              throw new ExpungeException.Permanent("no key", null);
            });
    system.answerAll(
        system.worker(
            system.tasks, system.objects, system.doorbells, keyless, WorkerRules.STANDARD));
    assertThat(system.task(file).balance()).isEqualTo(new Balance(Map.of(Outcome.FAILED, 1L)));
    assertThat(system.hasProfile("a")).isTrue();
    assertThat(system.tables.all("mails")).anyMatch(mail -> mail.containsValue(text("a")));
  }

  @Test
  void anEntryRunsOut() {
    system.run("a.csv", "customer\na\n");
    system.scheduler.advance(Duration.ofDays(364));
    assertThat(suppressed("customer", "a")).containsExactly(true);
    system.scheduler.advance(Duration.ofDays(1));
    assertThat(suppressed("customer", "a")).containsExactly(false);
  }

  @Test
  void liftingIsRecordedAndSaysWhoWasSuppressed() {
    system.run("a.csv", "customer\na\nb\n");
    Identifier customer = system.dataset.key();
    assertThat(suppressions().lift(system.dataset, customer, List.of("a", "c"), "ann", "asked"))
        .containsExactly(true, false);
    assertThat(suppressed("customer", "a", "b", "c")).containsExactly(false, true, false);
    assertThat(suppressed("email", "a@example.com")).containsExactly(true);
    assertThat(system.tables.all("suppressed"))
        .filteredOn(item -> item.containsKey("reason"))
        .singleElement()
        .satisfies(record -> assertThat(record).containsEntry("by", text("ann")));
    assertThat(system.entries).contains(new LogEntry.SuppressionsLifted(1));
  }

  private List<Boolean> suppressed(String identifier, String... values) {
    Identifier kind = system.dataset.identifier(identifier).orElseThrow();
    return suppressions().check(system.dataset, kind, List.of(values));
  }

  private Suppressions suppressions() {
    return new Suppressions(
        system.suppressions, () -> MemorySystem.KEY, system.scheduler, system.entries::add);
  }

  private void change(String id, Map<String, Value> attributes) {
    Shop.put(system, id, attributes);
  }

  private void drop(String name, String text, Map<String, String> options) {
    system.intake().fileArrived(system.put(name, text, options));
    system.answerAll();
  }

  private Task meddle(String text, Meddling.Meddler onProfiles) {
    return Meddling.run(system, text, onProfiles);
  }
}
