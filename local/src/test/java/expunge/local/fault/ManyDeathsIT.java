package expunge.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Eventually;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The same file on equal tables twice: undisturbed, and with a worker that is killed again and
 * again at random. How large the file is and how often the worker dies, system properties say:
 * {@code expunge.fault.rows}, {@code expunge.fault.deaths}, {@code expunge.fault.seed}; with {@code
 * expunge.fault.leases=real} what the dead held runs out by itself, after up to three minutes.
 */
@EnabledOnOs(OS.LINUX)
class ManyDeathsIT {
  private static final int ROWS = Integer.getInteger("expunge.fault.rows", 4_000);
  private static final int DEATHS = Integer.getInteger("expunge.fault.deaths", 5);
  private static final long SEED = Long.getLong("expunge.fault.seed", 1);
  private static final boolean REAL_LEASES =
      System.getProperty("expunge.fault.leases", "").equals("real");
  private static final int BATCH_ROWS = 500;
  private static final int VISIBILITY_SECONDS = 3;
  private static final double NANOSECONDS = 1e9;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final People people = new People("person-", ROWS - 1);

  private record Run(String report, int deaths, long calls, double seconds) {}

  @Test
  void theReportIsByteForByteThatOfAnUndisturbedRun() {
    Run undisturbed = undisturbed();
    Run disturbed = disturbed(undisturbed.calls());

    tell("undisturbed", undisturbed);
    tell("killed at random, seed " + SEED, disturbed);
    assertThat(disturbed.deaths()).isEqualTo(DEATHS);
    assertThat(disturbed.report()).isEqualTo(undisturbed.report());
  }

  private Run undisturbed() {
    try (Scene scene = Scene.open(BATCH_ROWS, VISIBILITY_SECONDS)) {
      TaskId id = scene.drop(people);
      AtomicLong calls = new AtomicLong();
      scene
          .proxy()
          .meddler(
              (call, dynamoDb) -> {
                calls.incrementAndGet();
                return dynamoDb.answer(call);
              });
      scene.startWorker();
      return ended(scene, id, calls::get);
    }
  }

  private Run disturbed(long calls) {
    try (Scene scene = Scene.open(BATCH_ROWS, VISIBILITY_SECONDS)) {
      TaskId id = scene.drop(people);
      MortalWorker worker = scene.startWorker();
      Runnable onDeath = REAL_LEASES ? () -> {} : scene.tables()::endLeases;
      RandomDeaths deaths = new RandomDeaths(worker, calls, DEATHS, SEED, onDeath);
      scene.proxy().meddler(deaths);
      scene.startDeadLetters();
      Run run = ended(scene, id, deaths::calls);
      return new Run(run.report(), deaths.deaths(), run.calls(), run.seconds());
    }
  }

  private Run ended(Scene scene, TaskId id, LongSupplier calls) {
    long start = System.nanoTime();
    Eventually.within(PATIENCE, () -> scene.hasEnded(id));
    double seconds = (System.nanoTime() - start) / NANOSECONDS;
    scene.endsWithAllDeleted(id, people);
    return new Run(scene.report(id), 0, calls.getAsLong(), seconds);
  }

  private static void tell(String name, Run run) {
    System.out.printf(
        Locale.ROOT,
        "%,d rows, %s: %d deaths, %,d calls to DynamoDB, %.1f s, a report of %,d characters%n",
        ROWS,
        name,
        run.deaths(),
        run.calls(),
        run.seconds(),
        run.report().length());
  }
}
