package expunge.local.fault;

import expunge.local.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A queue of bells with its dead letters, impatient enough for tests. */
final class Queues {
  /** Who gives names to queues that nothing was ever sent to. */
  private static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<Integer> EMPTY = List.of(0, 0, 0, 0);

  private final SqsClient sqs;
  private final String name;
  private final String bells;
  private final String dead;

  /**
   * Makes both. What nobody acknowledges for {@code visibilitySeconds} comes back, and is dead
   * after so many {@code receives}.
   */
  Queues(SqsClient sqs, String name, int visibilitySeconds, int receives) {
    this.sqs = sqs;
    this.name = name;
    this.dead = create(name + "-dead", Map.of());
    String redrive =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
            .formatted(ARN + name + "-dead", receives);
    this.bells =
        create(
            name,
            Map.of(
                QueueAttributeName.VISIBILITY_TIMEOUT,
                String.valueOf(visibilitySeconds),
                QueueAttributeName.REDRIVE_POLICY,
                redrive));
  }

  private String create(String queue, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(r -> r.queueName(queue).attributes(attributes)).queueUrl();
  }

  String bells() {
    return bells;
  }

  String bellsArn() {
    return ARN + name;
  }

  String dead() {
    return dead;
  }

  void send(String body) {
    sqs.sendMessage(r -> r.queueUrl(bells).messageBody(body));
  }

  /** Loses everything that waits. */
  void purge() {
    sqs.purgeQueue(r -> r.queueUrl(bells));
  }

  /** How many dead letters wait. */
  int deadLetters() {
    return waiting(dead);
  }

  /** Waits until nothing waits in either, and nobody has anything in hand; delayed bells apart. */
  void runEmpty() {
    Eventually.within(PATIENCE, () -> contents().equals(EMPTY));
  }

  /** What waits, and what somebody has in hand: of the bells, and of the dead letters. */
  private List<Integer> contents() {
    QueueAttributeName inHand = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE;
    return List.of(waiting(bells), count(bells, inHand), waiting(dead), count(dead, inHand));
  }

  private int waiting(String url) {
    return count(url, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES);
  }

  private int count(String url, QueueAttributeName kind) {
    return Integer.parseInt(
        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(kind))
            .attributes()
            .getOrDefault(kind, "0"));
  }

  /** Moves all dead letters back, as an operator does; returns their bodies. */
  List<String> redrive() {
    List<String> moved = new ArrayList<>();
    while (deadLetters() > 0) {
      List<Message> letters =
          sqs.receiveMessage(r -> r.queueUrl(dead).maxNumberOfMessages(10)).messages();
      for (Message letter : letters) {
        send(letter.body());
        sqs.deleteMessage(r -> r.queueUrl(dead).receiptHandle(letter.receiptHandle()));
        moved.add(letter.body());
      }
    }
    return moved;
  }
}
