package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import expunge.run.ExpungeException;
import expunge.run.SystemScheduler;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** DynamoDB Local never has two transactions meet; AWS does. */
class ContentionTest {
  private final DynamoDbException metAnother = cancelled("None", "TransactionConflict");

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

  private boolean transact(DynamoDbException... failures) {
    DynamoDbClient client =
        new DynamoDbClient() {
          @Override
          public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
            if (calls++ < failures.length) {
              throw failures[calls - 1];
            }
            return TransactWriteItemsResponse.builder().build();
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
    return new Records(client, "tasks", new SystemScheduler()).transact(List.of());
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
