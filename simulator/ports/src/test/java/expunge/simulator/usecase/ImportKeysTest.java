package expunge.simulator.usecase;

import static expunge.balance.Outcome.CREATED;
import static expunge.balance.Outcome.FAILED;
import static expunge.balance.Outcome.PROTECTED;
import static expunge.balance.Outcome.SUPPRESSED;
import static expunge.balance.Outcome.UPDATED;
import static expunge.simulator.usecase.Imported.byEmail;
import static expunge.simulator.usecase.Imported.outcomes;
import static expunge.simulator.usecase.Imported.profile;
import static expunge.simulator.usecase.Imported.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.dataset.Dataset;
import expunge.dataset.Imports.NewKeys;
import expunge.imports.Customer;
import expunge.imports.ImportPorts;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.profile.ProfileStore;
import expunge.profile.ProfileStore.Matching;
import expunge.run.ExpungeException;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.task.ImportSettings;
import expunge.task.Task;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The keys of profiles that imports make, where indexes know nothing of what was just written. */
class ImportKeysTest {
  private static final String FILE = "email,name\na@x.com,N\n";

  private final MemorySystem system = new MemorySystem(Market.dataset(), 3);

  @Test
  void whoWasJustMadeIsFound() {
    assertThat(importNow()).containsExactly(CREATED);
    assertThat(importNow()).containsExactly(UPDATED);
    assertThat(system.tables.all(Market.PROFILES)).hasSize(1);
  }

  @Test
  void whoHasAnotherIdentifierNowKeepsTheKeyAndWhoeverHasItNowGetsTheNext() {
    importNow();
    String first = keyOf("a@x.com");
    profile(system, first, Map.of("email", "b@x.com"));

    assertThat(importNow()).containsExactly(CREATED);

    String second = keyOf("a@x.com");
    assertThat(second).isNotEqualTo(first);
    assertThat(importNow()).as("the second one is found").containsExactly(UPDATED);
    assertThat(keyOf("a@x.com")).isEqualTo(second);
    assertThat(byEmail(system, "b@x.com").orElseThrow()).doesNotContainKey("name");
    profile(system, second, Map.of("email", "a@x.com", Market.HOLD, "court"));
    assertThat(importNow()).containsExactly(PROTECTED);
    assertThat(system.tables.all(Market.PROFILES)).hasSize(2);
  }

  @Test
  void whoWasDeletedUnderAnotherIdentifierDoesNotComeBackUnderTheSameKey() {
    importNow();
    String first = keyOf("a@x.com");
    profile(system, first, Map.of("email", "b@x.com"));
    system.run("gone.csv", "id\n" + first + "\n");

    assertThat(importNow()).containsExactly(CREATED);

    assertThat(keyOf("a@x.com")).isNotEqualTo(first);
    assertThat(system.hasProfile(first)).isFalse();
  }

  @Test
  void whoIsMadeAndChangedAndDeletedBetweenTwoTurnsIsNotMadeAgain() {
    ArrivedFile file = system.upload(FILE, ImportSettings.NONE);
    system.intake().fileArrived(file);
    AtomicInteger writes = new AtomicInteger();
    Worker worker =
        Imports.worker(
            system,
            new PassingCustomers(system.customers) {
              @Override
              public Written write(Dataset dataset, List<Customer> all, Instant now) {
                Written written = super.write(dataset, all, now);
                if (writes.getAndIncrement() == 0) {
                  String key = keyOf("a@x.com");
                  profile(system, key, Map.of("email", "b@x.com"));
                  system.run("gone.csv", "id\n" + key + "\n");
                  throw new ExpungeException.Retryable("the answer is lost", null);
                }
                return written;
              }
            });

    system.answerImports(worker);

    assertThat(outcomes(system, system.uploaded(file))).containsExactly(SUPPRESSED);
    assertThat(system.tables.all(Market.PROFILES)).isEmpty();
  }

  @Test
  void whereTheFileGivesTheKeysAnIdentifierFindsCustomersToo() {
    Dataset market = Market.dataset();
    expunge.dataset.Imports declared = market.declaredImports();
    MemorySystem given =
        new MemorySystem(
            market.importing(
                new expunge.dataset.Imports(
                    declared.columns(), declared.activities(), NewKeys.GIVEN)),
            3);
    profile(given, "c1", Map.of("email", "a@x.com"));

    Task task = given.runImport("email,name\na@x.com,N\nb@x.com,N\n", ImportSettings.NONE);

    assertThat(outcomes(given, task)).containsExactly(UPDATED, FAILED);
    assertThat(reasons(given, task).getLast()).contains("a new customer needs id");
    assertThat(given.tables.all(Market.PROFILES)).hasSize(1);
  }

  private String keyOf(String email) {
    return byEmail(system, email).orElseThrow().get("id") instanceof Value.Text key
        ? key.text()
        : "";
  }

  /** While no index knows anybody. */
  private List<Outcome> importNow() {
    ArrivedFile file = system.upload(FILE, ImportSettings.NONE);
    system.intake().fileArrived(file);
    system.answerImports(worker());
    return outcomes(system, system.uploaded(file));
  }

  private Worker worker() {
    ProfileStore late =
        Meddling.with(
            ProfileStore.class,
            system.profiles,
            (method, real) ->
                method.equals("matching")
                    ? new Matching(List.of(), Optional.empty())
                    : real.make());
    return system.importWorker(
        system.tasks,
        system.objects,
        system.importBells,
        new ImportPorts(late, system.customers, system.suppressions, () -> MemorySystem.KEY),
        WorkerRules.STANDARD);
  }
}
