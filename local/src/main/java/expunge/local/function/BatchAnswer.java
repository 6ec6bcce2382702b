package expunge.local.function;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.Message;

/** How Lambda reads a function's answer to a batch of messages. */
final class BatchAnswer {
  private BatchAnswer() {}

  /**
   * The ids of the messages that have failed: none without an answer or with an empty one, and all
   * when the answer names something that is not in the batch.
   */
  static Set<String> failed(@Nullable SQSBatchResponse answer, List<Message> messages) {
    List<BatchItemFailure> failures = answer == null ? null : answer.getBatchItemFailures();
    if (failures == null) {
      return Set.of();
    }
    Set<String> sent = messages.stream().map(Message::messageId).collect(Collectors.toSet());
    boolean malformed =
        failures.stream()
            .anyMatch(failure -> failure == null || !isOneOf(sent, failure.getItemIdentifier()));
    return malformed
        ? sent
        : failures.stream().map(BatchItemFailure::getItemIdentifier).collect(Collectors.toSet());
  }

  private static boolean isOneOf(Set<String> sent, @Nullable String id) {
    return id != null && sent.contains(id);
  }
}
