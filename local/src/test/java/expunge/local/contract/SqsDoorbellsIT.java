package expunge.local.contract;

import expunge.simulator.contract.DoorbellsContract;
import expunge.task.Doorbell;
import expunge.task.DoorbellMessage;
import expunge.task.Doorbells;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class SqsDoorbellsIT extends DoorbellsContract {
  private final SqsClient client = EmulatedAws.CLIENTS.sqs();
  private final Doorbells doorbells = EmulatedAws.PORTS.doorbells(EmulatedAws.QUEUE_URL);

  @Override
  protected Doorbells doorbells() {
    return doorbells;
  }

  @Override
  protected List<Doorbell> receive() {
    List<Doorbell> bells = new ArrayList<>();
    for (Message message : messages()) {
      client.deleteMessage(
          r -> r.queueUrl(EmulatedAws.QUEUE_URL).receiptHandle(message.receiptHandle()));
      bells.add(DoorbellMessage.parse(message.body()));
    }
    return bells;
  }

  private List<Message> messages() {
    return client
        .receiveMessage(
            r -> r.queueUrl(EmulatedAws.QUEUE_URL).maxNumberOfMessages(10).waitTimeSeconds(1))
        .messages();
  }
}
