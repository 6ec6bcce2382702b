package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.deletion.People;
import expunge.intake.ArrivedFile;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileStore;
import expunge.run.Deadline;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.suppression.SuppressionKeys;
import expunge.task.Doorbell;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/**
 * Where every call takes as long as one can, none of a step with a suppression list (the key, the
 * read, linked records, the transaction) is under way when its invocation is gone.
 */
class LastStepTest {
  private static final Duration CALL = Duration.ofSeconds(10);
  private static final Duration LEAST_MARGIN = Duration.ofSeconds(12);
  private static final int LONGEST_SECONDS = 240;

  private record Begun(String call, Instant at) {}

  private final List<Begun> calls = new ArrayList<>();
  private MemorySystem system = system();

  private static MemorySystem system() {
    return Shop.system(Shop.suppressing(), 1, List.of("a"));
  }

  @Test
  void theDeadlineIsAskedBeforeEachCallOfAStep() {
    Set<String> last = new HashSet<>();
    for (int seconds = 13; seconds < LONGEST_SECONDS; seconds++) {
      system = system();
      calls.clear();
      ArrivedFile file = system.put("a.csv", "customer\na\n", Map.of());
      system.intake().fileArrived(file);
      Deadline deadline =
          Deadline.in(system.scheduler.now(), Duration.ofSeconds(seconds), LEAST_MARGIN);

      slowWorker().answer(Doorbell.of(system.task(file).id(), 1), deadline);

      assertThat(calls)
          .allMatch(call -> !call.at().plus(CALL).isAfter(deadline.end()), "ends in time");
      last.add(calls.getLast().call());
      system.answerAll();
      assertThat(system.task(file).balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 1L)));
    }
    assertThat(last).contains("key", "find", "eraseAndSuppress");
  }

  private Worker slowWorker() {
    People people =
        new People(
            Meddling.with(ProfileStore.class, system.profiles, this::slow),
            Meddling.with(LinkedStore.class, system.linked, this::slow),
            keyReadOnce());
    return system.worker(
        system.tasks, system.objects, system.doorbells, people, WorkerRules.STANDARD);
  }

  /** As the adapter has it: the first call alone goes anywhere. */
  private SuppressionKeys keyReadOnce() {
    AtomicBoolean known = new AtomicBoolean();
    return () -> {
      if (!known.getAndSet(true)) {
        begin("key");
      }
      return MemorySystem.KEY;
    };
  }

  private Object slow(String method, Meddling.RealCall real) throws Throwable {
    begin(method);
    return real.make();
  }

  private void begin(String call) {
    calls.add(new Begun(call, system.scheduler.now()));
    system.scheduler.advance(CALL);
  }
}
