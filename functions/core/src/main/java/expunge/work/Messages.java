package expunge.work;

import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.DoorbellMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Answers the messages of a worker's queue, one after the other. */
public final class Messages {
  private final Worker worker;
  private final Scheduler scheduler;
  private final Log log;
  private final Duration margin;

  /**
   * For {@code worker}.
   *
   * @param margin how long before the end of an invocation no call may begin any more
   */
  public Messages(Worker worker, Scheduler scheduler, Log log, Duration margin) {
    this.worker = worker;
    this.scheduler = scheduler;
    this.log = log;
    this.margin = margin;
  }

  /**
   * A message.
   *
   * @param id by which the queue knows it
   */
  public record Message(String id, String body) {}

  /**
   * Answers every message; all come back where the function's timeout leaves no time for any.
   *
   * @param left how long the invocation may last
   * @return the ids of those that have to come back; never an exception
   */
  public List<String> answer(List<Message> messages, Duration left) {
    if (left.compareTo(margin) <= 0) {
      log.write(new LogEntry.TimeoutTooShort(left.toMillis()));
      return messages.stream().map(Message::id).toList();
    }
    Deadline deadline = Deadline.in(scheduler.now(), left, margin);
    List<String> faults = new ArrayList<>();
    for (Message message : messages) {
      if (answer(message, deadline) == Answer.FAULT) {
        faults.add(message.id());
      }
    }
    return faults;
  }

  private Answer answer(Message message, Deadline deadline) {
    try {
      return worker.answer(DoorbellMessage.parse(message.body()), deadline);
    } catch (DoorbellMessage.Malformed noDoorbell) {
      log.write(new LogEntry.PoisonMessage(message.id()));
      return Answer.FAULT;
    }
  }
}
