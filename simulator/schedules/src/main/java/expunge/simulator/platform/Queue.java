package expunge.simulator.platform;

import expunge.simulator.fault.Faults;
import expunge.simulator.fault.Mishap;
import expunge.simulator.process.TimedDoorbells.Entrance;
import expunge.simulator.process.Trace;
import expunge.simulator.timeline.Chance;
import expunge.simulator.timeline.Timeline;
import expunge.task.Doorbell;
import expunge.task.DoorbellMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A standard queue: at least once, in any order, and where it loses something, it is counted. */
final class Queue implements Entrance {
  private static final long SECOND = 1_000_000;
  private static final long TRANSIT = 20_000;
  private static final long LATE = 15 * 60 * SECOND;
  private static final int MOST_RECEIVES = 5;
  private static final int SENT = 1;
  private static final int COPY = 2;
  private static final int PURGE = 3;
  private static final double PURGES = 0.05;

  private final Timeline timeline;
  private final Faults faults;
  private final Trace trace;
  private final Runnable arrival;
  private final Consumer<Message> deadLetters;
  private final List<Message> all = new ArrayList<>();
  private final List<Message> visible = new ArrayList<>();

  /**
   * Empty.
   *
   * @param arrival is told when a message becomes visible
   * @param deadLetters gets what was received too often
   */
  Queue(
      Timeline timeline,
      Faults faults,
      Trace trace,
      Runnable arrival,
      Consumer<Message> deadLetters) {
    this.timeline = timeline;
    this.faults = faults;
    this.trace = trace;
    this.arrival = arrival;
    this.deadLetters = deadLetters;
  }

  /** The bodies of all messages ever sent. */
  List<String> bodies() {
    return all.stream().map(Message::body).toList();
  }

  @Override
  public void send(List<Doorbell> bells, Duration delay, long name) {
    for (int i = 0; i < bells.size(); i++) {
      send(bells.get(i), delay.plusNanos(999_999_999).toSeconds() * SECOND, Chance.mix(name, i));
    }
    long purge = Chance.mix(name, PURGE);
    if (Chance.happens(purge, PURGES) && faults.happens(Mishap.QUEUE_PURGED, purge)) {
      tell(purge, "the queue is purged");
      all.forEach(Message::remove);
      visible.clear();
    }
  }

  private void send(Doorbell bell, long delay, long name) {
    Message message = new Message(name, DoorbellMessage.write(bell));
    all.add(message);
    if (lost(message)) {
      return;
    }
    long due = timeline.now() + delay + faults.delay(Chance.mix(name, SENT), TRANSIT);
    if (faults.happens(Mishap.MESSAGE_LATE, name)) {
      due += Chance.below(Chance.mix(name, SENT, SENT), LATE);
      tell(name, "message late: " + message.body());
    }
    timeline.at(due, name, () -> arrive(message));
    if (faults.happens(Mishap.MESSAGE_TWICE, name)) {
      tell(name, "message twice: " + message.body());
      long copy = Chance.mix(name, COPY);
      long apart = Chance.happens(copy, 0.5) ? faults.delay(copy, LATE) : 0;
      timeline.at(due + apart, copy, () -> arrive(message));
    }
  }

  private boolean lost(Message message) {
    boolean lost = faults.happens(Mishap.MESSAGE_LOST, message.name());
    if (lost) {
      tell(message.name(), "message lost: " + message.body());
    }
    return lost;
  }

  private void arrive(Message message) {
    if (message.isGone() || visible.contains(message)) {
      return;
    }
    if (message.receives() >= MOST_RECEIVES) {
      message.remove();
      faults.tally().add(Mishap.DEAD_LETTER);
      tell(message.name(), "dead letter: " + message.body());
      deadLetters.accept(message);
      return;
    }
    visible.add(message);
    arrival.run();
  }

  /** Whether there is something to receive. */
  boolean isEmpty() {
    return visible.isEmpty();
  }

  /** Hands out up to {@code most} messages in any order, and hides them. */
  List<Message> receive(int most, long visibility) {
    List<Message> received = new ArrayList<>();
    while (received.size() < most && !visible.isEmpty()) {
      int place =
          Chance.below(Chance.mix(visible.getFirst().name(), visible.size()), visible.size());
      Message message = visible.remove(place);
      received.add(message);
      hide(message, visibility);
    }
    return received;
  }

  private void hide(Message message, long visibility) {
    long name = Chance.mix(message.name(), message.receive(), SENT);
    boolean expires = faults.happens(Mishap.VISIBILITY_EXPIRED, name);
    if (expires) {
      tell(name, "visibility will expire early: " + message.body());
    }
    long hidden = expires ? Chance.below(Chance.mix(name, COPY), visibility / 6) : visibility;
    timeline.at(timeline.now() + hidden, name, () -> arrive(message));
  }

  /** Removes a message that was answered. */
  void acknowledge(Message message) {
    long name = Chance.mix(message.name(), message.receives(), COPY);
    if (faults.happens(Mishap.ACKNOWLEDGEMENT_LOST, name)) {
      tell(name, "acknowledgement lost: " + message.body());
    } else {
      message.remove();
    }
  }

  private void tell(long name, String what) {
    trace.happened(timeline.now(), name, () -> what);
  }
}
