package expunge.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Eventually;
import expunge.local.Ports;
import expunge.local.TestMachine;
import expunge.local.emulator.DynamoDbLocal;
import expunge.task.TaskId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** DynamoDB is away, comes back with what it has stored, or can't keep up. */
@EnabledOnOs(OS.LINUX)
class DynamoDbFaultsIT {
  private static final Duration OUTAGE = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Longer than it takes the SDK to give up; a message comes back at most three times in it. */
  @Test
  void anOutageOfTenSecondsInTheMiddleOfABatchIsOutlived() {
    People people = new People("p-", 600);
    try (Scene scene = Scene.open(100, 4)) {
      TaskId id = scene.drop(people);
      CountDownLatch away = new CountDownLatch(1);
      AtomicInteger deletions = new AtomicInteger();
      scene
          .proxy()
          .meddler(
              (call, dynamoDb) -> {
                if (call.operation().equals("BatchWriteItem") && deletions.incrementAndGet() == 6) {
                  scene.proxy().cut();
                  away.countDown();
                }
                return dynamoDb.answer(call);
              });
      scene.startWorker();
      Eventually.within(PATIENCE, () -> away.getCount() == 0);
      Instant back = Instant.now().plus(OUTAGE);
      Eventually.within(OUTAGE.multipliedBy(2), () -> Instant.now().isAfter(back));
      scene.proxy().mend();
      scene.tables().endLeases();

      scene.endsWithAllDeleted(id, people);
    }
  }

  @Test
  void dynamoDbIsStoppedInTheMiddleOfABatchAndComesBackWithWhatItHasStored(@TempDir Path store) {
    People people = new People("p-", 600);
    int port = Ports.free().of(Ports.Service.DYNAMODB);
    try (Restarted dynamoDb = new Restarted(store, port);
        Scene scene = Scene.open(dynamoDb.running.endpoint(), 100, 2)) {
      TaskId id = scene.drop(people);
      AtomicInteger deletions = new AtomicInteger();
      scene
          .proxy()
          .meddler(
              (call, service) -> {
                if (call.operation().equals("BatchWriteItem") && deletions.incrementAndGet() == 6) {
                  dynamoDb.restart();
                }
                return service.answer(call);
              });
      scene.startWorker();
      Eventually.within(PATIENCE, () -> dynamoDb.restarts.get() == 1);
      scene.tables().endLeases();

      scene.endsWithAllDeleted(id, people);
    }
  }

  /** One that is stopped and started again on the same port and folder. */
  private static final class Restarted implements AutoCloseable {
    private final Path store;
    private final int port;
    private final AtomicInteger restarts = new AtomicInteger();
    private DynamoDbLocal running;

    Restarted(Path store, int port) {
      this.store = store;
      this.port = port;
      this.running = start();
    }

    private DynamoDbLocal start() {
      return DynamoDbLocal.start(TestMachine.home(), port, Optional.of(store));
    }

    synchronized void restart() {
      running.close();
      running = start();
      restarts.incrementAndGet();
    }

    @Override
    public synchronized void close() {
      running.close();
    }
  }

  @Test
  void aTableThatCannotKeepUpIsAskedUntilItHasDoneAll() {
    People people = new People("p-", 300);
    try (Scene scene = Scene.open(1_000, 30)) {
      TaskId id = scene.drop(people);
      Throttling storm = new Throttling(scene.tables().dataset().table(), 4);
      scene.proxy().meddler(storm);
      scene.startWorker();

      scene.endsWithAllDeleted(id, people);

      assertThat(storm.refused()).isGreaterThan(5);
      assertThat(storm.inPart()).isGreaterThan(5);
    }
  }
}
