package expunge.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What is the same for all invocations of a function.
 *
 * @param name the function's name
 * @param timeout after which Lambda would kill an invocation; here only told to the function
 * @param clock what the remaining time is measured with
 * @param log receives each line that a function writes to its logger
 */
public record FunctionContext(
    String name, Duration timeout, InstantSource clock, Consumer<String> log) {

  /** A context with an id of its own and the whole timeout left. */
  public Context invocation() {
    return new LocalContext(UUID.randomUUID().toString(), this, clock.instant().plus(timeout));
  }

  Duration untilDeadline(Instant deadline) {
    return Duration.between(clock.instant(), deadline);
  }
}
