package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Eventually;
import expunge.local.command.TaskStatus;
import expunge.local.system.TableItems;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A profile with very many linked records, a worker with little memory, and invocations that are
 * far too short for all of them. How many records, the system property {@code
 * expunge.linked.records} says.
 */
class ManyLinkedRecordsIT {
  private static final int RECORDS = Integer.getInteger("expunge.linked.records", 6_000);
  private static final boolean MANY = RECORDS > 50_000;
  private static final Declared DECLARED = MANY ? Declared.SAMPLE_AND_LEADS : Declared.SLOW_SAMPLE;
  private static final int MEGABYTES = 128;
  private static final int SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(9);
  private static final String TABLE = "email-interactions";

  @Test
  void severalInvocationsTreatAllOfThemAndTheProfileGoesLast() {
    try (Stack stack = Stack.declaring(DECLARED)) {
      DynamoDbClient dynamoDb = stack.system().clients().dynamoDb();
      putRecords(dynamoDb, "huge", RECORDS);
      putRecords(dynamoDb, "other", 100);
      stack.putProfiles(List.of("huge", "other"));
      String queue = stack.system().settings().deletionQueueUrl();
      try (WorkerProcess _ =
          WorkerProcess.start(environment(stack), queue, log(), MEGABYTES, SECONDS)) {
        long start = System.nanoTime();
        String key = stack.drop("huge.csv", "MaestraId\nhuge\n");
        TaskStatus task = ended(stack, key);

        tell(start, attempts(stack, task.id()));
        assertThat(task.state()).isEqualTo("COMPLETED");
        assertThat(task.balance()).containsEntry("deleted", 1L);
        assertThat(attempts(stack, task.id())).isGreaterThanOrEqualTo(3);
        assertThat(stack.profiles()).containsOnlyKeys("other");
        assertThat(TableItems.all(dynamoDb, TABLE))
            .hasSize(100)
            .allSatisfy(
                item -> assertThat(item).containsEntry("MaestraId", AttributeValue.fromS("other")));
      }
    }
  }

  private static TaskStatus ended(Stack stack, String key) {
    Eventually.within(PATIENCE, () -> stack.note(key).filter(Note::hasEnded).isPresent());
    return stack.ended(key);
  }

  /** Few records are written so slowly that they need several invocations, too. */
  private static Map<String, String> environment(Stack stack) {
    Map<String, String> environment =
        new HashMap<>(stack.system().settings().functionEnvironment());
    environment.put("EXPUNGE_MARGIN_SECONDS", MANY ? "12" : "17");
    environment.put("EXPUNGE_WORKERS", "1");
    return environment;
  }

  private static void putRecords(DynamoDbClient dynamoDb, String id, int count) {
    IntStream.range(0, (count + 999) / 1_000)
        .parallel()
        .forEach(
            part ->
                TableItems.put(
                    dynamoDb,
                    TABLE,
                    IntStream.range(part * 1_000, Math.min(count, (part + 1) * 1_000))
                        .mapToObj(n -> record(id, n))
                        .toList()));
  }

  private static Map<String, AttributeValue> record(String id, int number) {
    return Map.of(
        "emailId", AttributeValue.fromS("mail-" + id + "-" + number),
        "MaestraId", AttributeValue.fromS(id));
  }

  private static int attempts(Stack stack, String task) {
    return Integer.parseInt(
        stack
            .system()
            .clients()
            .dynamoDb()
            .getItem(
                r ->
                    r.tableName(stack.system().settings().tasksTable())
                        .key(
                            Map.of(
                                "taskId", AttributeValue.fromS(task),
                                "record", AttributeValue.fromS("BATCH#00000001"))))
            .item()
            .getOrDefault("attempts", AttributeValue.fromN("0"))
            .n());
  }

  private static void tell(long start, int attempts) {
    System.out.printf(
        Locale.ROOT,
        "%,d linked records of one profile, -Xmx%dm, timeout %d s: %d invocations, %.1f s%n",
        RECORDS,
        MEGABYTES,
        SECONDS,
        attempts,
        (System.nanoTime() - start) / 1e9);
  }

  private static File log() {
    Path root = Path.of(System.getProperty("expunge.root", "."));
    return root.resolve("local/target/linked-worker.log").toFile();
  }
}
