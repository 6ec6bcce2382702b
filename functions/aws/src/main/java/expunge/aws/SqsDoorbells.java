package expunge.aws;

import expunge.task.Doorbell;
import expunge.task.DoorbellMessage;
import expunge.task.Doorbells;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * Doorbells as messages of a standard queue. The messages of a task are one group, so that a huge
 * task does not keep a small one waiting.
 */
final class SqsDoorbells implements Doorbells {
  private final SqsClient client;
  private final String queueUrl;

  SqsDoorbells(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  @Override
  public List<Doorbell> ring(List<Doorbell> bells, Duration delay) {
    if (bells.size() > BELLS_PER_CALL) {
      throw new IllegalArgumentException("too many bells for one call");
    }
    if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("a bell can't be delayed by " + delay);
    }
    return bells.isEmpty() ? List.of() : send(bells, wholeSeconds(delay));
  }

  private List<Doorbell> send(List<Doorbell> bells, int delaySeconds) {
    List<SendMessageBatchRequestEntry> entries =
        IntStream.range(0, bells.size())
            .mapToObj(place -> entry(place, bells.get(place), delaySeconds))
            .toList();
    SendMessageBatchResponse response =
        AwsCall.of(
            "SQS SendMessageBatch",
            () -> client.sendMessageBatch(r -> r.queueUrl(queueUrl).entries(entries)));
    return response.failed().stream()
        .map(BatchResultErrorEntry::id)
        .map(place -> bells.get(Integer.parseInt(place)))
        .toList();
  }

  private static SendMessageBatchRequestEntry entry(int place, Doorbell bell, int delaySeconds) {
    SendMessageBatchRequestEntry.Builder entry =
        SendMessageBatchRequestEntry.builder()
            .id(Integer.toString(place))
            .messageGroupId(bell.task().value())
            .messageBody(DoorbellMessage.write(bell));
    return delaySeconds == 0 ? entry.build() : entry.delaySeconds(delaySeconds).build();
  }

  // Up, so that no bell rings before its time.
  private static int wholeSeconds(Duration delay) {
    return (int) delay.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
