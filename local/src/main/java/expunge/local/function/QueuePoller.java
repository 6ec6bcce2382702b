package expunge.local.function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import expunge.local.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Feeds a function from a queue, as Lambda's event source mapping with {@code
 * ReportBatchItemFailures}: what the function has done is deleted, everything else comes back after
 * its visibility timeout, and the queue counts how often.
 */
public final class QueuePoller implements AutoCloseable {
  private static final Duration LONG_POLL = Duration.ofSeconds(1);
  // A client that gave up on a long poll would lose what that poll then receives.
  private static final Duration POLL_TIMEOUT = LONG_POLL.plusSeconds(5);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

  private final SqsClient sqs;
  private final Source source;
  private final RequestHandler<SQSEvent, SQSBatchResponse> handler;
  private final FunctionContext function;
  private final Semaphore slots;
  private final ExecutorService invocations = Executors.newVirtualThreadPerTaskExecutor();
  private final Thread poller;
  private volatile boolean open = true;

  /**
   * The mapping between a queue and a function.
   *
   * @param queueUrl as the queue's service gives it
   * @param queueArn what the events name as their source
   * @param batchSize most messages an invocation gets, 1 to 10
   * @param concurrency most invocations at once, at least 1
   */
  public record Source(String queueUrl, String queueArn, int batchSize, int concurrency) {
    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Source {
      if (batchSize < 1 || batchSize > 10 || concurrency < 1) {
        throw new IllegalArgumentException(
            "batch size %d is not 1 to 10, or concurrency %d is not positive"
                .formatted(batchSize, concurrency));
      }
    }
  }

  private QueuePoller(
      SqsClient sqs,
      Source source,
      RequestHandler<SQSEvent, SQSBatchResponse> handler,
      FunctionContext function) {
    this.sqs = sqs;
    this.source = source;
    this.handler = handler;
    this.function = function;
    this.slots = new Semaphore(source.concurrency());
    this.poller = Thread.ofVirtual().name("poller of " + function.name()).unstarted(this::poll);
  }

  /** Polls from now on until it is closed; a queue that doesn't answer is asked again. */
  public static QueuePoller start(
      SqsClient sqs,
      Source source,
      RequestHandler<SQSEvent, SQSBatchResponse> handler,
      FunctionContext function) {
    QueuePoller queuePoller = new QueuePoller(sqs, source, handler, function);
    queuePoller.poller.start();
    return queuePoller;
  }

  private void poll() {
    try {
      while (open) {
        slots.acquire();
        List<Message> messages = receive();
        if (messages.isEmpty()) {
          slots.release();
        } else {
          invocations.execute(() -> invokeInSlot(messages));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Message> receive() throws InterruptedException {
    try {
      return sqs.receiveMessage(
              request ->
                  request
                      .queueUrl(source.queueUrl())
                      .maxNumberOfMessages(source.batchSize())
                      .waitTimeSeconds((int) LONG_POLL.toSeconds())
                      .overrideConfiguration(
                          c -> c.apiCallAttemptTimeout(POLL_TIMEOUT).apiCallTimeout(POLL_TIMEOUT))
                      .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                      .messageAttributeNames("All"))
          .messages();
    } catch (SdkException e) {
      if (open) {
        function.log().accept("no messages from the queue of " + function.name() + ": " + e);
        TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAULT.toMillis());
      }
      return List.of();
    }
  }

  private void invokeInSlot(List<Message> messages) {
    try {
      delete(done(messages));
    } catch (SdkException e) {
      function.log().accept("messages done but not deleted come back: " + e);
    } finally {
      slots.release();
    }
  }

  private List<Message> done(List<Message> messages) {
    SQSEvent event = SqsEvents.of(messages, source.queueArn());
    try {
      Set<String> failed =
          BatchAnswer.failed(handler.handleRequest(event, function.invocation()), messages);
      return messages.stream().filter(message -> !failed.contains(message.messageId())).toList();
    } catch (RuntimeException e) {
      function.log().accept(function.name() + " failed with " + e.getClass().getName());
      return List.of();
    }
  }

  private void delete(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    List<DeleteMessageBatchRequestEntry> entries =
        messages.stream()
            .map(
                message ->
                    DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
            .toList();
    sqs.deleteMessageBatch(request -> request.queueUrl(source.queueUrl()).entries(entries))
        .failed()
        .forEach(failure -> function.log().accept("not deleted: " + failure.message()));
  }

  /**
   * Asks for no more messages, and returns when the running invocations have ended; those that take
   * longer than {@link Ending#GRACE} are interrupted, and their messages come back.
   */
  @Override
  public void close() {
    open = false;
    poller.interrupt();
    try {
      poller.join(Ending.GRACE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Ending.within(Ending.GRACE, invocations);
  }
}
