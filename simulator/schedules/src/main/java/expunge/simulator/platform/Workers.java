package expunge.simulator.platform;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import expunge.simulator.process.Invocation;
import expunge.simulator.timeline.Chance;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The instances of the worker, and what polls the queue for them. */
final class Workers {
  private static final double FRESH = 0.25;
  private static final int INVOCATION = 1;
  private static final int KILL = 2;

  private final World world;
  private final Supplier<Handler> processes;
  private final Deque<Handler> warm = new ArrayDeque<>();
  private int free;
  private int begun;

  /** The handler of one instance. */
  @FunctionalInterface
  interface Handler {
    SQSBatchResponse handle(SQSEvent event, Duration left);
  }

  Workers(World world, Supplier<Handler> processes) {
    this.world = world;
    this.processes = processes;
    this.free = world.scenario().platform().workers();
  }

  /** Receives messages for as many instances as are free. */
  void poll() {
    while (free > 0 && !world.queue().isEmpty()) {
      begin(
          world
              .queue()
              .receive(
                  world.scenario().platform().messages(),
                  world.scenario().platform().visibility()));
    }
  }

  private void begin(List<Message> messages) {
    free--;
    Message first = messages.getFirst();
    long name = Chance.mix(first.name(), first.receives(), INVOCATION);
    Invocation invocation = new Invocation(name, "worker " + ++begun);
    new Work(invocation, messages)
        .begin(world.scenario().platform().workerTime(), Chance.mix(name, KILL));
  }

  /** One invocation. */
  private final class Work extends Turn {
    private final List<Message> messages;

    Work(Invocation invocation, List<Message> messages) {
      super(world, invocation);
      this.messages = messages;
    }

    @Override
    String about() {
      return ": " + messages.stream().map(Message::body).toList();
    }

    @Override
    boolean work() {
      Handler process = process();
      Duration left = Duration.of(world.scenario().platform().workerTime(), ChronoUnit.MICROS);
      SQSBatchResponse response = process.handle(event(), left);
      acknowledge(world.plant().response(response, world));
      warm.push(process);
      world.plant().acknowledged(world);
      return true;
    }

    @Override
    void hasEnded(boolean fine) {
      free++;
      poll();
    }

    private Handler process() {
      boolean fresh = warm.isEmpty() || Chance.happens(invocation().name(), FRESH);
      return fresh ? processes.get() : warm.pop();
    }

    private void acknowledge(SQSBatchResponse response) {
      Set<String> failed = new HashSet<>();
      for (BatchItemFailure failure : response.getBatchItemFailures()) {
        failed.add(failure.getItemIdentifier());
      }
      messages.stream()
          .filter(one -> !failed.contains(one.id()))
          .forEach(world.queue()::acknowledge);
    }

    private SQSEvent event() {
      SQSEvent event = new SQSEvent();
      event.setRecords(messages.stream().map(Workers::record).toList());
      return event;
    }
  }

  private static SQSMessage record(Message message) {
    SQSMessage record = new SQSMessage();
    record.setMessageId(message.id());
    record.setBody(message.body());
    return record;
  }
}
