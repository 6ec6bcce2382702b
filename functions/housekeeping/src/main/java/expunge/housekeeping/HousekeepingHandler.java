package expunge.housekeeping;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.repair.Repair;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.DoorbellMessage;
import expunge.work.Answer;
import expunge.work.DeadLetters;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Answers dead letters; an event without messages is the schedule's, and asks for a round. */
public final class HousekeepingHandler {
  private final Repair repair;
  private final DeadLetters deadLetters;
  private final Scheduler scheduler;
  private final Log log;
  private final Duration margin;

  /**
   * Translates for {@code repair} and {@code deadLetters}.
   *
   * @param margin how long before the end of an invocation no call may begin any more
   */
  public HousekeepingHandler(
      Repair repair, DeadLetters deadLetters, Scheduler scheduler, Log log, Duration margin) {
    this.repair = repair;
    this.deadLetters = deadLetters;
    this.scheduler = scheduler;
    this.log = log;
    this.margin = margin;
  }

  /**
   * Answers every message, or runs a round where there is none.
   *
   * @param left how long the invocation may last
   */
  public SQSBatchResponse handle(SQSEvent event, Duration left) {
    Deadline deadline = Deadline.in(scheduler.now(), left, margin);
    List<BatchItemFailure> faults = new ArrayList<>();
    if (event.getRecords() == null) {
      repair.round(deadline);
    } else {
      for (SQSMessage message : event.getRecords()) {
        if (answer(message, deadline) == Answer.FAULT) {
          faults.add(new BatchItemFailure(message.getMessageId()));
        }
      }
    }
    return new SQSBatchResponse(faults);
  }

  /** What is no doorbell never will be one; the entry in the log is all that is left of it. */
  private Answer answer(SQSMessage message, Deadline deadline) {
    try {
      return deadLetters.answer(DoorbellMessage.parse(message.getBody()), deadline);
    } catch (DoorbellMessage.Malformed noDoorbell) {
      log.write(new LogEntry.PoisonMessage(message.getMessageId()));
      return Answer.ACKNOWLEDGE;
    }
  }
}
