package expunge.local.endtoend;

import expunge.aws.AwsClients;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;

/** Something that is done in the middle of a worker's work, while one of its calls waits for it. */
final class Moment implements ExecutionInterceptor {
  private final AtomicReference<Optional<Plan>> plan = new AtomicReference<>(Optional.empty());

  /** After so many more calls of a kind, while the next one is sent. */
  private record Plan(Class<? extends DynamoDbRequest> kind, int calls, Runnable deed) {}

  /** Clients of this function, whose calls are looked at if it is the worker. */
  AwsClients clients(String function) {
    return function.equals("deletion-worker")
        ? AwsClients.fromEnvironment(this)
        : AwsClients.fromEnvironment();
  }

  /**
   * Plans a deed, once, in the place of any that is planned.
   *
   * @param call the number of the call, from 1, among those of its kind from now on
   * @return what comes of it, when it is done
   */
  <T> CompletableFuture<T> at(Class<? extends DynamoDbRequest> kind, int call, Supplier<T> deed) {
    CompletableFuture<T> done = new CompletableFuture<>();
    plan.set(Optional.of(new Plan(kind, call - 1, () -> done.completeAsync(deed).join())));
    return done;
  }

  @Override
  public void beforeTransmission(Context.BeforeTransmission call, ExecutionAttributes attributes) {
    due(call.request().getClass()).ifPresent(Runnable::run);
  }

  private Optional<Runnable> due(Class<?> kind) {
    Optional<Plan> before = plan.getAndUpdate(now -> now.flatMap(p -> after(p, kind)));
    return before.filter(p -> after(p, kind).isEmpty()).map(Plan::deed);
  }

  /** What is left of a plan after a call; nothing where it is the one. */
  private static Optional<Plan> after(Plan plan, Class<?> kind) {
    if (plan.kind() != kind) {
      return Optional.of(plan);
    }
    return plan.calls() == 0
        ? Optional.empty()
        : Optional.of(new Plan(plan.kind(), plan.calls() - 1, plan.deed()));
  }
}
