package expunge.deletionworker;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import expunge.log.Log;
import expunge.run.Scheduler;
import expunge.work.Messages;
import expunge.work.Messages.Message;
import expunge.work.Worker;
import java.time.Duration;
import java.util.List;

/** Translates an event into messages, and names those that have to come back. */
public final class DeletionWorkerHandler {
  private final Messages messages;

  /**
   * Translates for {@code worker}.
   *
   * @param margin how long before the end of an invocation no call may begin any more
   */
  public DeletionWorkerHandler(Worker worker, Scheduler scheduler, Log log, Duration margin) {
    this.messages = new Messages(worker, scheduler, log, margin);
  }

  /**
   * Answers every message of the event; all come back where the function's timeout leaves no time
   * for any.
   *
   * @param left how long the invocation may last
   */
  public SQSBatchResponse handle(SQSEvent event, Duration left) {
    List<Message> all =
        event.getRecords().stream()
            .map(message -> new Message(message.getMessageId(), message.getBody()))
            .toList();
    return new SQSBatchResponse(
        messages.answer(all, left).stream().map(BatchItemFailure::new).toList());
  }
}
