package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import expunge.run.ExpungeException;
import expunge.run.SystemScheduler;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/** DynamoDB Local never has two transactions meet; AWS does. */
class ContentionTest {
  private final DynamoDbException metAnother = cancelled("None", "TransactionConflict");

  private static final TaskId TASK = new TaskId("0123456789abcdefghijklmnop");

  private Map<String, AttributeValue> standing = Map.of();
  private int calls;

  @Test
  void aTransactionThatMetAnotherIsRepeatedUntilItIsThrough() {
    assertThat(transact(metAnother, metAnother, conflict())).isTrue();
    assertThat(calls).isEqualTo(4);
  }

  @Test
  void aConditionThatFailedIsAnAnswerAlsoBesideAConflict() {
    assertThat(transact(cancelled("TransactionConflict", "ConditionalCheckFailed"))).isFalse();
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void aRecordThatIsAlwaysBusyIsRetryable() {
    DynamoDbException[] always =
        Stream.generate(() -> metAnother).limit(20).toArray(DynamoDbException[]::new);

    assertThatExceptionOfType(ExpungeException.Retryable.class).isThrownBy(() -> transact(always));
    assertThat(calls).isEqualTo(10);
  }

  @Test
  void whatIsRefusedForGoodIsNotRepeated() {
    assertThatExceptionOfType(ExpungeException.Permanent.class)
        .isThrownBy(() -> transact(cancelled("None", "ValidationError")));
    assertThat(calls).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ThrottlingError", "ProvisionedThroughputExceeded"})
  void aTransactionThatIsThrottledIsRepeated(String code) {
    assertThat(transact(cancelled("None", code))).isTrue();
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void singleWritesOutlastTransactionsToo() {
    assertThat(records(conflict(), conflict()).create(Map.of())).isTrue();
    assertThat(calls).isEqualTo(3);

    calls = 0;
    Change change = records(conflict()).change(Map.of(), Write.when("#a = :a"));
    assertThat(change.isMade()).isTrue();
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void anIntakeWhoseAnswerWasLostAndWhoseMarkIsGoneHasBegunAllTheSame() {
    Map<String, AttributeValue> staging = new HashMap<>(Fixtures.record("task-v1.json"));
    staging.put("state", AttributeValue.fromS("STAGING"));
    standing = staging;
    DynamoDbException refused =
        ConditionalCheckFailedException.builder().message("refused").statusCode(400).build();

    assertThat(tasks(refused).beginIntake(TASK, Instant.EPOCH)).contains(1);
    standing = Fixtures.record("task-v1.json");
    assertThat(tasks(refused).beginIntake(TASK, Instant.EPOCH)).isEmpty();
  }

  private boolean transact(DynamoDbException... failures) {
    return records(failures).transact(List.of());
  }

  private TaskStore tasks(DynamoDbException... failures) {
    calls = 0;
    return new DynamoTaskStore(records(failures), new Retention(Duration.ofDays(1)));
  }

  private Records records(DynamoDbException... failures) {
    DynamoDbClient client =
        new DynamoDbClient() {
          @Override
          public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            failOrGoOn(failures);
            return TransactWriteItemsResponse.builder().build();
          }

          @Override
          public PutItemResponse putItem(PutItemRequest request) {
            failOrGoOn(failures);
            return PutItemResponse.builder().build();
          }

          @Override
          public UpdateItemResponse updateItem(UpdateItemRequest request) {
            failOrGoOn(failures);
            return UpdateItemResponse.builder().attributes(Map.of()).build();
          }

          @Override
          public GetItemResponse getItem(GetItemRequest request) {
            return GetItemResponse.builder().item(standing).build();
          }

          @Override
          public String serviceName() {
            return "dynamodb";
          }

          @Override
          public void close() {
            // nothing is open
          }
        };
    return new Records(client, "tasks", new SystemScheduler());
  }

  private void failOrGoOn(DynamoDbException... failures) {
    if (calls++ < failures.length) {
      throw failures[calls - 1];
    }
  }

  private static DynamoDbException conflict() {
    return TransactionConflictException.builder().message("conflict").statusCode(400).build();
  }

  private static DynamoDbException cancelled(String... codes) {
    return TransactionCanceledException.builder()
        .message("cancelled")
        .statusCode(400)
        .cancellationReasons(
            Stream.of(codes).map(code -> CancellationReason.builder().code(code).build()).toList())
        .build();
  }
}
