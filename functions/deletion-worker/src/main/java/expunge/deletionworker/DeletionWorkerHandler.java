package expunge.deletionworker;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.DoorbellMessage;
import expunge.work.Answer;
import expunge.work.Worker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers the messages of an event, one after the other, and names those that have to come back.
 */
public final class DeletionWorkerHandler {
  private final Worker worker;
  private final Scheduler scheduler;
  private final Log log;
  private final Duration margin;

  /**
   * Translates for {@code worker}.
   *
   * @param margin how long before the end of an invocation no call may begin any more
   */
  public DeletionWorkerHandler(Worker worker, Scheduler scheduler, Log log, Duration margin) {
    this.worker = worker;
    this.scheduler = scheduler;
    this.log = log;
    this.margin = margin;
  }

  /**
   * Answers every message of the event; all come back where the function's timeout leaves no time
   * for any.
   *
   * @param left how long the invocation may last
   */
  public SQSBatchResponse handle(SQSEvent event, Duration left) {
    if (left.compareTo(margin) <= 0) {
      log.write(new LogEntry.TimeoutTooShort(left.toMillis()));
      return new SQSBatchResponse(event.getRecords().stream().map(this::fault).toList());
    }
    Deadline deadline = Deadline.in(scheduler.now(), left, margin);
    List<BatchItemFailure> faults = new ArrayList<>();
    for (SQSMessage message : event.getRecords()) {
      if (answer(message, deadline) == Answer.FAULT) {
        faults.add(fault(message));
      }
    }
    return new SQSBatchResponse(faults);
  }

  private BatchItemFailure fault(SQSMessage message) {
    return new BatchItemFailure(message.getMessageId());
  }

  private Answer answer(SQSMessage message, Deadline deadline) {
    try {
      return worker.answer(DoorbellMessage.parse(message.getBody()), deadline);
    } catch (DoorbellMessage.Malformed noDoorbell) {
      log.write(new LogEntry.PoisonMessage(message.getMessageId()));
      return Answer.FAULT;
    }
  }
}
