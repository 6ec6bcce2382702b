package expunge.simulator.usecase;

import static expunge.balance.Outcome.CREATED;
import static expunge.balance.Outcome.FAILED;
import static expunge.balance.Outcome.SUPPRESSED;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.dataset.Dataset;
import expunge.imports.Customer;
import expunge.imports.CustomerStore;
import expunge.imports.ImportPorts;
import expunge.intake.ArrivedFile;
import expunge.run.ExpungeException;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.task.ImportSettings;
import expunge.task.Task;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An import below a ceiling of writes, and past rows that nobody will ever write. */
class ImportPaceTest {
  private static final int CEILING = 10;
  private static final int BARRED = 600;
  private static final int OTHERS = 300;

  @Test
  void aRowCountsAsManyWritesAsItHasRecords() {
    MemorySystem system = new MemorySystem(Market.dataset().atMost(CEILING), 1_000);
    Instant begin = system.scheduler.now();

    Task task = system.runImport("email\n" + rows(0, 100, ""), ImportSettings.NONE);

    assertThat(task.balance().count(CREATED)).isEqualTo(100);
    assertThat(Duration.between(begin, system.scheduler.now()))
        .isGreaterThan(Duration.ofSeconds(2 * 100 / CEILING - 2));
  }

  /** A turn has no time for all those that are refused, and they come first. */
  @Test
  void rowsThatAreRefusedDoNotKeepTheOthersFromBeingWritten() {
    MemorySystem system = new MemorySystem(Market.dataset().atMost(CEILING), 1_000);
    system.runImport("email,segment\nz@x.com,off\n", ImportSettings.NONE);
    Imports.deleteSegment(system, "off");

    Task task =
        system.runImport(
            "email,segment\n" + rows(0, BARRED, ",off") + rows(BARRED, OTHERS, ","),
            ImportSettings.NONE);

    assertThat(task.balance())
        .isEqualTo(new Balance(Map.of(FAILED, (long) BARRED, CREATED, (long) OTHERS)));
    assertThat(Imported.reasons(system, task).subList(0, BARRED))
        .allSatisfy(reason -> assertThat(reason).contains("nobody may join"));
  }

  @Test
  void aRowThatIsNeverProcessedDoesNotKeepTheOthersFromBeingWritten() {
    MemorySystem system = new MemorySystem(Market.dataset(), 1_000);
    ArrivedFile file = system.upload("email\n" + rows(0, 300, ""), ImportSettings.NONE);
    system.intake().fileArrived(file);

    system.answerImports(neverWriting(system, "p7@x.com"));

    Task task = system.uploaded(file);
    assertThat(task.balance().count(FAILED)).isEqualTo(1);
    assertThat(task.balance().count(CREATED)).isEqualTo(299);
  }

  @Test
  void aRowThatIsSuppressedInEachTurnIsNoProgress() {
    MemorySystem system = new MemorySystem(Market.dataset(), 1_000);
    Imported.profile(system, "c1", Map.of("email", "gone@x.com"));
    ArrivedFile file = system.upload("email\ngone@x.com\nnever@x.com\n", ImportSettings.NONE);
    system.intake().fileArrived(file);
    AtomicBoolean isGone = new AtomicBoolean();
    Runnable deed =
        () -> {
          if (!isGone.getAndSet(true)) {
            system.run("gone.csv", "id\nc1\n");
          }
        };

    system.answerImports(neverWriting(system, "never@x.com", deed));

    Task task = system.uploaded(file);
    assertThat(Imported.outcomes(system, task)).containsExactly(SUPPRESSED, FAILED);
  }

  private static Worker neverWriting(MemorySystem system, String email) {
    return neverWriting(system, email, () -> {});
  }

  private static Worker neverWriting(MemorySystem system, String email, Runnable before) {
    CustomerStore customers =
        new PassingCustomers(system.customers) {
          @Override
          public Written write(Dataset dataset, List<Customer> all, Instant now) {
            before.run();
            system.scheduler.waitUntil(system.scheduler.now().plusMillis(10));
            if (all.stream().anyMatch(one -> one.sets().containsValue(Imported.text(email)))) {
              throw new ExpungeException.Retryable("in conflict, always", null);
            }
            return super.write(dataset, all, now);
          }
        };
    return system.importWorker(
        system.tasks,
        system.objects,
        system.importBells,
        new ImportPorts(system.profiles, customers, system.suppressions, () -> MemorySystem.KEY),
        WorkerRules.STANDARD);
  }

  private static String rows(int from, int count, String rest) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> "p" + i + "@x.com" + rest + "\n")
        .collect(Collectors.joining());
  }
}
