package expunge.local.endtoend;

import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Passes every message of one queue on to another, three times, until it is closed. */
final class Triplicator implements AutoCloseable {
  private static final int COPIES = 3;

  private final SqsClient sqs;
  private final String from;
  private final String to;
  private final Thread thread = Thread.ofVirtual().unstarted(this::run);
  private volatile boolean open = true;

  private Triplicator(SqsClient sqs, String from, String to) {
    this.sqs = sqs;
    this.from = from;
    this.to = to;
  }

  static Triplicator start(SqsClient sqs, String from, String to) {
    Triplicator triplicator = new Triplicator(sqs, from, to);
    triplicator.thread.start();
    return triplicator;
  }

  private void run() {
    while (open) {
      List<Message> messages =
          sqs.receiveMessage(r -> r.queueUrl(from).waitTimeSeconds(1).maxNumberOfMessages(10))
              .messages();
      messages.forEach(this::passOn);
    }
  }

  private void passOn(Message message) {
    List<SendMessageBatchRequestEntry> copies =
        IntStream.range(0, COPIES)
            .mapToObj(
                copy ->
                    SendMessageBatchRequestEntry.builder()
                        .id(String.valueOf(copy))
                        .messageBody(message.body())
                        .build())
            .toList();
    sqs.sendMessageBatch(r -> r.queueUrl(to).entries(copies));
    sqs.deleteMessage(r -> r.queueUrl(from).receiptHandle(message.receiptHandle()));
  }

  @Override
  public void close() {
    open = false;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
