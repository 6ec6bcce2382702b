package expunge.simulator.platform;

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
        .at(world.now() + in, name, () -> begin(name, "housekeeping", new SQSEvent(), () -> {}));
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
    begin(name, "dead letters", event, again);
  }

  private void begin(long name, String label, SQSEvent event, Runnable inVain) {
    Turn turn =
        new Turn(world, new Invocation(name, label)) {
          @Override
          boolean work() {
            Duration left = Duration.of(TIME, ChronoUnit.MICROS);
            return processes.get().handle(event, left).getBatchItemFailures().isEmpty();
          }

          @Override
          void hasEnded(boolean fine) {
            if (!fine) {
              inVain.run();
            }
          }
        };
    turn.begin(TIME, Chance.mix(name, KILL));
  }
}
