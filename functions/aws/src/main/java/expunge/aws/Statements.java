package expunge.aws;

import expunge.run.ExpungeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementError;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementResponse;

/** Sends statements, each of which stands or fails on its own. */
final class Statements {
  private static final String OPERATION = "DynamoDB BatchExecuteStatement";
  private static final Set<String> PASSING =
      Set.of(
          "InternalServerError",
          "ProvisionedThroughputExceeded",
          "RequestLimitExceeded",
          "ThrottlingError",
          "TransactionConflict");

  private final DynamoDbClient client;

  Statements(DynamoDbClient client) {
    this.client = client;
  }

  /** What became of one statement. */
  sealed interface Answer {
    /** It has done what it says, or there is no such item. */
    record Done() implements Answer {}

    /** It was not processed. */
    record Unprocessed() implements Answer {}

    /**
     * Its condition does not hold.
     *
     * @param item as it is; empty where there is none
     */
    record Refused(Map<String, AttributeValue> item) implements Answer {}
  }

  /**
   * Sends up to 25, each for another item, and answers in their order.
   *
   * @throws ExpungeException.Permanent if one is refused for another reason than its condition
   */
  List<Answer> send(List<Statement> statements) {
    List<BatchStatementResponse> responses =
        AwsCall.of(
            OPERATION,
            () ->
                client
                    .batchExecuteStatement(
                        r -> r.statements(statements.stream().map(Statement::request).toList()))
                    .responses());
    List<Answer> answers = new ArrayList<>();
    responses.forEach(response -> answers.add(answer(Optional.ofNullable(response.error()))));
    return answers;
  }

  private static Answer answer(Optional<BatchStatementError> failure) {
    if (failure.isEmpty()) {
      return new Answer.Done();
    }
    BatchStatementError error = failure.get();
    String code = error.codeAsString();
    if (code.equals("ConditionalCheckFailed")) {
      return new Answer.Refused(error.item());
    }
    if (PASSING.contains(code)) {
      return new Answer.Unprocessed();
    }
    throw new ExpungeException.Permanent(OPERATION + " failed: " + code, null);
  }
}
