package expunge.local.cost;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Counts the calls of a client for DynamoDB, and lets something happen before one of them. */
final class Meter implements ExecutionInterceptor {
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private Optional<Event> event = Optional.empty();

  private record Event(Predicate<Call> before, Runnable happens) {}

  /** Happens once, before the next such call, which is not sent if this throws. */
  void beforeOne(Predicate<Call> call, Runnable happens) {
    event = Optional.of(new Event(call, happens));
  }

  /** All calls so far, in order. */
  List<Call> calls() {
    return List.copyOf(calls);
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    Optional<Event> now = event.filter(one -> one.before().test(Call.of(context.request())));
    if (now.isPresent()) {
      event = Optional.empty();
      now.get().happens().run();
    }
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return Call.asking(context.request());
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    calls.add(Call.of(context.request()).answered(context.response()));
  }

  /** What is refused costs as much as what is done, and would not be counted. */
  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    failures.add(context.exception().toString());
  }

  /** What went wrong, in words of the SDK. */
  List<String> failures() {
    return List.copyOf(failures);
  }
}
