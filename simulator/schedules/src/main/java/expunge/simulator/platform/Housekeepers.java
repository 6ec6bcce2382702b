package expunge.simulator.platform;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import expunge.housekeeping.HousekeepingHandler;
import expunge.simulator.process.Invocation;
import expunge.simulator.timeline.Chance;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/**
 * The schedule of housekeeping, and the dead letters that it is given until it has answered them.
 */
final class Housekeepers {
  private static final long SECOND = 1_000_000;
  private static final long TIME = 900 * SECOND;
  private static final long AGAIN = 6 * TIME;
  private static final int KILL = 1;
  private static final int REPEAT = 2;

  private final World world;
  private final Supplier<HousekeepingHandler> processes;

  Housekeepers(World world, Supplier<HousekeepingHandler> processes) {
    this.world = world;
    this.processes = processes;
  }

  /** Lets a round begin after a while. A round that fails is not repeated. */
  void round(long in, long name) {
    world
        .timeline()
        .at(
            world.now() + in,
            name,
            () -> new Turn(name, "housekeeping", new SQSEvent(), () -> {}).begin());
  }

  /** Hands a message over that was given up. It comes back until it is answered. */
  void deadLetter(Message message) {
    long name = Chance.mix(message.name(), message.receive(), REPEAT);
    SQSMessage record = new SQSMessage();
    record.setMessageId(message.id());
    record.setBody(message.body());
    SQSEvent event = new SQSEvent();
    event.setRecords(List.of(record));
    Runnable again =
        () -> world.timeline().at(world.now() + AGAIN, name, () -> deadLetter(message));
    new Turn(name, "dead letters", event, again).begin();
  }

  /** One invocation. */
  private final class Turn {
    private final Invocation invocation;
    private final SQSEvent event;
    private final Runnable inVain;
    private boolean ended;

    Turn(long name, String label, SQSEvent event, Runnable inVain) {
      this.invocation = new Invocation(name, label);
      this.event = event;
      this.inVain = inVain;
    }

    void begin() {
      long name = invocation.name();
      world.timeline().at(world.now() + TIME, Chance.mix(name, KILL), this::isKilled);
      world.begin(invocation, this::work, this::isKilled);
    }

    private void work() {
      boolean fine = false;
      try {
        world.tell(invocation.name(), () -> invocation.label() + " begins");
        SQSBatchResponse answer =
            processes.get().handle(event, Duration.of(TIME, ChronoUnit.MICROS));
        fine = answer.getBatchItemFailures().isEmpty();
      } catch (RuntimeException failure) {
        world.tell(invocation.name(), () -> invocation.label() + " failed: " + failure);
      } finally {
        end(fine);
      }
    }

    private void isKilled() {
      if (!ended) {
        world.tell(invocation.name(), () -> invocation.label() + " is killed");
        invocation.die();
        end(false);
      }
    }

    private void end(boolean fine) {
      if (!ended) {
        ended = true;
        if (!fine) {
          inVain.run();
        }
      }
    }
  }
}
