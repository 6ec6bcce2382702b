package expunge.local.endtoend;

import expunge.aws.AwsClients;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

/** Clients that remember every message they send, and whose indexes refuse some values. */
final class Overheard {
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final String refused;

  /**
   * With one value that is refused.
   *
   * @param refused as DynamoDB does it: the message of its answer quotes the value
   */
  Overheard(String refused) {
    this.refused = refused;
  }

  AwsClients clients(String notNeeded) {
    return AwsClients.fromEnvironment(new Ear());
  }

  /** The messages, whole. */
  List<String> messages() {
    return List.copyOf(messages);
  }

  private final class Ear implements ExecutionInterceptor {
    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
      if (call.request() instanceof SendMessageBatchRequest send) {
        messages.add(send.toString());
      }
      if (call.request() instanceof QueryRequest query && query.toString().contains(refused)) {
        throw AwsServiceException.builder()
            .statusCode(400)
            .message("One or more parameter values were invalid: " + refused)
            .build();
      }
    }
  }
}
