package expunge.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.access.ApiKey;
import expunge.access.CallCounter;
import expunge.access.CallLimit;
import expunge.access.KeyHash;
import expunge.access.Role;
import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.run.SystemScheduler;
import expunge.simulator.contract.CallCounterContract;
import expunge.simulator.memory.ManualScheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamoCallCounterIT extends CallCounterContract {
  private static final int INSTANCES = 4;
  private static final int CALLS_OF_EACH = 60;
  private static final int ALLOWED = 100;

  private final CallCounter counter = EmulatedAws.PORTS.callCounter(EmulatedAws.ACCESS);

  @Override
  protected CallCounter counter() {
    return counter;
  }

  @Test
  void fourInstancesTogetherLetExactlyAsManyCallsInAsAreAllowed() {
    ManualScheduler clock = new ManualScheduler(1, Instant.now().truncatedTo(ChronoUnit.MINUTES));
    ApiKey key = key();
    List<CallLimit> instances =
        IntStream.range(0, INSTANCES).mapToObj(_ -> instance(clock)).toList();

    assertThat(allowed(instances, key)).isEqualTo(ALLOWED);
    clock.advance(Duration.ofMillis(9_999));
    assertThat(instances.getFirst().count(key)).contains(Duration.ofMillis(1));
    clock.advance(Duration.ofMillis(1));
    assertThat(allowed(instances, key)).isEqualTo(ALLOWED);
  }

  /** With a client of its own, as a process of its own has it. */
  private static CallLimit instance(ManualScheduler clock) {
    AwsPorts ports = new AwsPorts(AwsClients.fromEnvironment(), new SystemScheduler());
    return new CallLimit(ports.callCounter(EmulatedAws.ACCESS), ALLOWED, clock);
  }

  /** Each instance makes its calls one after the other, beside the others. */
  private static long allowed(List<CallLimit> instances, ApiKey key) {
    List<Supplier<Long>> all = new ArrayList<>();
    for (CallLimit instance : instances) {
      all.add(
          () ->
              IntStream.range(0, CALLS_OF_EACH)
                  .mapToObj(_ -> instance.count(key))
                  .filter(Optional::isEmpty)
                  .count());
    }
    return new SystemScheduler().runAll(all, INSTANCES).stream().mapToLong(Long::longValue).sum();
  }

  private static ApiKey key() {
    return new ApiKey("busy", Role.OPERATOR, KeyHash.of(new SystemScheduler().newId()));
  }
}
