package expunge.local.function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import expunge.local.Ending;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls a function again and again with an event without messages, as EventBridge's rule does. */
public final class Schedule implements AutoCloseable {
  private final RequestHandler<SQSEvent, SQSBatchResponse> handler;
  private final FunctionContext function;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

  private Schedule(RequestHandler<SQSEvent, SQSBatchResponse> handler, FunctionContext function) {
    this.handler = handler;
    this.function = function;
  }

  /** Calls for the first time after {@code every}, and so on until it is closed. */
  public static Schedule start(
      Duration every,
      RequestHandler<SQSEvent, SQSBatchResponse> handler,
      FunctionContext function) {
    Schedule schedule = new Schedule(handler, function);
    Future<?> _ =
        schedule.clock.scheduleWithFixedDelay(
            schedule::call, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    return schedule;
  }

  private void call() {
    try {
      handler.handleRequest(new SQSEvent(), function.invocation());
    } catch (RuntimeException e) {
      function.log().accept(function.name() + " failed with " + e.getClass().getName());
    }
  }

  /** Lets a call that runs end, and interrupts it if it takes longer than {@link Ending#GRACE}. */
  @Override
  public void close() {
    Ending.within(Ending.GRACE, clock);
  }
}
