package expunge.local.emulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All three, started at the same time. */
public record Emulators(Emulator s3, Emulator sqs, Emulator dynamoDb) implements AutoCloseable {

  /**
   * Returns when all answer.
   *
   * @param s3Port 0 for any free one
   * @param store as for {@link DynamoDbLocal#start}
   * @throws EmulatorException if one doesn't start; the others are stopped then
   */
  public static Emulators start(
      EmulatorHome home, int s3Port, int sqsPort, int dynamoDbPort, Optional<Path> store) {
    List<Callable<Emulator>> starts =
        List.of(
            () -> S3Mock.start(home, s3Port),
            () -> ElasticMq.start(home, sqsPort),
            () -> DynamoDbLocal.start(home, dynamoDbPort, store));
    List<Emulator> running = allOrNone(starts);
    return new Emulators(running.get(0), running.get(1), running.get(2));
  }

  private static List<Emulator> allOrNone(List<Callable<Emulator>> starts) {
    List<Emulator> running = new ArrayList<>();
    List<EmulatorException> failures = new ArrayList<>();
    try (ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread::new)) {
      for (Future<Emulator> start : threads.invokeAll(starts)) {
        try {
          running.add(start.get());
        } catch (ExecutionException e) {
          failures.add(
              e.getCause() instanceof EmulatorException failure
                  ? failure
                  : new EmulatorException("an emulator doesn't start", e));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add(new EmulatorException("interrupted while starting", e));
    }
    if (!failures.isEmpty()) {
      running.forEach(Emulator::close);
      throw failures.getFirst();
    }
    return running;
  }

  /** Stops all three, also when one of them fails to stop. */
  @Override
  public void close() {
    try (dynamoDb;
        sqs;
        s3) {
      // closed in the order S3, SQS, DynamoDB
    }
  }
}
