package expunge.local.function;

import static expunge.local.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import expunge.local.TestMachine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class QueuePollerIT {
  private static final MessageAttributeValue TRACE =
      MessageAttributeValue.builder().dataType("String").stringValue("abc").build();

  private final FunctionContext function =
      new FunctionContext("worker", Duration.ofMinutes(15), InstantSource.system(), _ -> {});
  private final List<SQSMessage> seen = new CopyOnWriteArrayList<>();
  private SqsClient sqs;
  private String queue;
  private String deadLetters;

  @BeforeEach
  void createQueues() {
    sqs = TestMachine.sqs();
    String name = "q" + UUID.randomUUID();
    deadLetters = sqs.createQueue(request -> request.queueName(name + "-dead")).queueUrl();
    String policy =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"3\"}"
            .formatted(attribute(deadLetters, QUEUE_ARN));
    queue =
        sqs.createQueue(
                request ->
                    request
                        .queueName(name)
                        .attributes(Map.of(REDRIVE_POLICY, policy, VISIBILITY_TIMEOUT, "0")))
            .queueUrl();
  }

  @AfterEach
  void closeClient() {
    sqs.close();
  }

  private String attribute(String queueUrl, QueueAttributeName name) {
    return sqs.getQueueAttributes(request -> request.queueUrl(queueUrl).attributeNames(name))
        .attributes()
        .getOrDefault(name, "");
  }

  private void assertEmpty(String queueUrl) {
    assertThat(attribute(queueUrl, APPROXIMATE_NUMBER_OF_MESSAGES)).isEqualTo("0");
    assertThat(attribute(queueUrl, APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE)).isEqualTo("0");
  }

  private QueuePoller poll(
      int batchSize, int concurrency, RequestHandler<SQSEvent, SQSBatchResponse> handler) {
    QueuePoller.Source source =
        new QueuePoller.Source(queue, attribute(queue, QUEUE_ARN), batchSize, concurrency);
    return QueuePoller.start(sqs, source, handler, function);
  }

  private void send(String body) {
    sqs.sendMessage(
        request ->
            request
                .queueUrl(queue)
                .messageBody(body)
                .messageGroupId("task-1")
                .messageAttributes(Map.of("trace", TRACE)));
  }

  @Test
  void aDoneMessageIsDeletedAndCarriesWhatLambdaWouldShow() {
    send("bell");
    try (QueuePoller _ =
        poll(
            10,
            1,
            (event, _) -> {
              seen.addAll(event.getRecords());
              return new SQSBatchResponse(List.of());
            })) {
      eventually(() -> assertThat(seen).hasSize(1));
      eventually(() -> assertEmpty(queue));
    }

    SQSMessage message = seen.getFirst();
    assertThat(message.getBody()).isEqualTo("bell");
    assertThat(message.getMessageId()).isNotBlank();
    assertThat(message.getReceiptHandle()).isNotBlank();
    assertThat(message.getEventSource()).isEqualTo("aws:sqs");
    assertThat(message.getEventSourceArn()).isEqualTo(attribute(queue, QUEUE_ARN));
    assertThat(message.getAwsRegion()).isEqualTo("us-east-1");
    assertThat(message.getAttributes())
        .containsEntry("ApproximateReceiveCount", "1")
        .containsEntry("MessageGroupId", "task-1")
        .containsKey("SentTimestamp");
    assertThat(message.getMessageAttributes())
        .hasEntrySatisfying("trace", trace -> assertThat(trace.getStringValue()).isEqualTo("abc"));
  }

  @Test
  void onlyTheListedMessagesComeBack() {
    List<String> bodies = List.of("done", "failed");
    bodies.forEach(this::send);
    try (QueuePoller _ =
        poll(
            10,
            1,
            (event, _) -> {
              seen.addAll(event.getRecords());
              return new SQSBatchResponse(
                  event.getRecords().stream()
                      .filter(
                          message -> message.getBody().equals("failed") && timesSeen("failed") == 1)
                      .map(message -> new BatchItemFailure(message.getMessageId()))
                      .toList());
            })) {
      eventually(() -> assertThat(timesSeen("failed")).isEqualTo(2));
      eventually(() -> assertEmpty(queue));
    }
    assertThat(timesSeen("done")).isEqualTo(1);
    assertEmpty(deadLetters);
  }

  private long timesSeen(String body) {
    return seen.stream().filter(message -> message.getBody().equals(body)).count();
  }

  @Test
  void aPoisonMessageEndsInTheDeadLetterQueueAfterThreeReceives() {
    send("poison");
    try (QueuePoller _ =
        poll(
            1,
            1,
            (event, _) -> {
              seen.addAll(event.getRecords());
              throw new IllegalStateException("poison");
            })) {
      eventually(
          () -> assertThat(attribute(deadLetters, APPROXIMATE_NUMBER_OF_MESSAGES)).isEqualTo("1"));
    }
    assertThat(seen)
        .extracting(message -> message.getAttributes().get("ApproximateReceiveCount"))
        .containsExactly("1", "2", "3");
    assertEmpty(queue);
  }

  @Test
  void anAnswerThatNamesAnUnknownMessageDeletesNothing() {
    send("bell");
    AtomicInteger calls = new AtomicInteger();
    try (QueuePoller _ =
        poll(
            10,
            1,
            (_, _) ->
                calls.incrementAndGet() == 1
                    ? new SQSBatchResponse(List.of(new BatchItemFailure("unknown")))
                    : new SQSBatchResponse())) {
      eventually(() -> assertThat(calls).hasValue(2));
      eventually(() -> assertEmpty(queue));
    }
  }

  @Test
  void invocationsRunAtTheSameTimeUpToTheLimit() throws Exception {
    CountDownLatch two = new CountDownLatch(2);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    sqs.setQueueAttributes(
        request -> request.queueUrl(queue).attributes(Map.of(VISIBILITY_TIMEOUT, "60")));
    List.of("1", "2", "3", "4").forEach(this::send);
    try (QueuePoller _ =
        poll(
            1,
            2,
            (event, _) -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              two.countDown();
              await(two);
              seen.addAll(event.getRecords());
              running.decrementAndGet();
              return new SQSBatchResponse();
            })) {
      eventually(() -> assertEmpty(queue));
    }
    assertThat(most).hasValue(2);
    assertThat(seen).hasSize(4);
  }

  @Test
  void closingLetsTheRunningInvocationEnd() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    sqs.setQueueAttributes(
        request -> request.queueUrl(queue).attributes(Map.of(VISIBILITY_TIMEOUT, "60")));
    send("bell");
    QueuePoller poller =
        poll(
            1,
            2,
            (event, _) -> {
              begun.countDown();
              await(closing);
              seen.addAll(event.getRecords());
              return new SQSBatchResponse();
            });
    await(begun);
    Thread closer = Thread.ofVirtual().start(poller::close);
    closing.countDown();

    eventually(() -> assertThat(closer.isAlive()).isFalse());
    assertThat(seen).hasSize(1);
    assertEmpty(queue);
  }

  @Test
  void closingInterruptsAnInvocationThatWouldWaitForLong() {
    CountDownLatch begun = new CountDownLatch(1);
    send("bell");
    QueuePoller poller =
        poll(
            1,
            1,
            (_, _) -> {
              begun.countDown();
              await(new CountDownLatch(1));
              return new SQSBatchResponse();
            });
    await(begun);

    assertTimeout(Duration.ofSeconds(15), poller::close);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
