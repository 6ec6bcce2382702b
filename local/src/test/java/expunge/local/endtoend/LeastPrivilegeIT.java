package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Eventually;
import expunge.local.command.TaskStatus;
import expunge.local.template.GuardedClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;

/**
 * The end-to-end suite again, while each function may do only what its role in the template may:
 * nothing is denied, and nothing is allowed that no test here needs. A function's clients are those
 * that are deployed.
 */
class LeastPrivilegeIT extends FileDeletionSuite {
  private static final Set<String> USED_BY_LAMBDA_ITSELF =
      Set.of("logs:CreateLogStream", "logs:PutLogEvents", "sqs:GetQueueAttributes");
  private static final String ACCOUNT = "us-east-1:000000000000:";

  private static final String BUCKET = "arn:aws:s3:::expunge-files/";

  /** Which objects each role may touch. That they are too many, no call would show. */
  private static final Map<String, Set<String>> OBJECTS =
      Map.of(
          "file-intake", Set.of(BUCKET + "drop/", BUCKET + "results/by-file/"),
          "deletion-worker", Set.of(BUCKET + "drop/", BUCKET + "results/", BUCKET + "work/"),
          "http-api", Set.of(BUCKET + "results/"));

  private static final GuardedClients GUARDED =
      new GuardedClients(
          Map.of(
              "AWS::Partition", "aws",
              "BucketName", "expunge-files",
              "TasksTable.Arn", "arn:aws:dynamodb:" + ACCOUNT + "table/expunge-tasks",
              "ProfileTable.Arn", "arn:aws:dynamodb:" + ACCOUNT + "table/customers",
              "DeletionQueue.Arn", "arn:aws:sqs:" + ACCOUNT + "expunge-deletions"));

  @Override
  Stack start() {
    return Stack.start(Optional.empty(), 2, GUARDED::of);
  }

  @Test
  void anEventWithoutAVersionIsTakenInToo() {
    String key = stack().drop("unversioned.csv", "MaestraId\nnobody\n");
    TaskStatus task = stack().ended(key);

    deliver(key, Optional.empty());

    assertThat(stack().task(task.id())).isEqualTo(task);
  }

  @Test
  void aFileThatIsRejectedLateLeavesNoBatch() {
    String rows = "nobody\n".repeat(60_000);

    String key = stack().drop("late.csv", "MaestraId\n" + rows + "\"open\n");

    assertThat(stack().ended(key).state()).isEqualTo("REJECTED");
  }

  @Test
  void aReportOfManyMegabytesWhoseJoinIsLostOnceIsJoinedAgain() {
    GUARDED.lose(CompleteMultipartUploadRequest.class::isInstance);
    String row = "x".repeat(2_000) + "\n";
    String key = stack().drop("wide.csv", "MaestraId\n" + row.repeat(5_000));
    String id = stack().noted(key);
    Eventually.within(Duration.ofMinutes(1), () -> GUARDED.lost() > 0);
    put("work/" + id + "/00000001", "left over");
    GUARDED.lose(_ -> false);

    ring(id);

    assertThat(stack().ended(key).balance()).containsEntry("duplicate", 4_999L);
    assertThat(stack().report(id)).hasSize(5_001);
  }

  @Test
  void tasksAreListed() {
    stack().ended(stack().drop("listed.csv", "MaestraId\nnobody\n"));

    assertThat(stack().newest()).isPresent();
  }

  @AfterAll
  void nothingWasDeniedAndNothingIsAllowedInVain() {
    GUARDED
        .policies()
        .forEach(
            (function, policy) -> {
              assertThat(policy.denied()).as("denied to " + function).isEmpty();
              assertThat(policy.unused(USED_BY_LAMBDA_ITSELF))
                  .as("not needed by " + function)
                  .isEmpty();
              assertThat(policy.wide()).as(function).isEqualTo(OBJECTS.get(function));
            });
  }

  private void put(String key, String text) {
    stack()
        .system()
        .clients()
        .s3()
        .putObject(
            r -> r.bucket(stack().system().settings().bucket()).key(key),
            RequestBody.fromString(text, StandardCharsets.UTF_8));
  }

  private void ring(String task) {
    stack()
        .system()
        .clients()
        .sqs()
        .sendMessage(
            r ->
                r.queueUrl(stack().system().settings().deletionQueueUrl())
                    .messageBody("{\"version\": 1, \"taskId\": \"" + task + "\"}"));
  }
}
