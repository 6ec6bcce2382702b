package expunge.simulator.bug;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import expunge.run.ExpungeException;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.simulator.process.Invocation;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bells that are lost by those who ring them. */
final class BellBugs {
  private BellBugs() {}

  /** Does not look at the bells that the queue refused. */
  static final class DropsRefused implements Doorbells {
    private final Doorbells calls;

    DropsRefused(Doorbells calls, World world) {
      this.calls = calls;
    }

    @Override
    public List<Doorbell> ring(List<Doorbell> bells, Duration delay) {
      calls.ring(bells, delay);
      return List.of();
    }
  }

  /** Does not ring again for a batch that somebody else holds, or that was given back. */
  static final class NeverRingsAgain implements Doorbells {
    private final Doorbells calls;

    NeverRingsAgain(Doorbells calls, World world) {
      this.calls = calls;
    }

    @Override
    public List<Doorbell> ring(List<Doorbell> bells, Duration delay) {
      return delay.isZero() ? calls.ring(bells, delay) : List.of();
    }
  }

  /** Answers the queue first, and rings then. */
  static final class RingsAfterAcknowledging implements Plant {
    private final Map<Invocation, List<Runnable>> kept = new HashMap<>();

    @Override
    public Doorbells doorbells(Doorbells calls, World world) {
      return (bells, delay) -> {
        Invocation self = world.calls().strand().invocation();
        if (!self.label().startsWith("worker")) {
          return calls.ring(bells, delay);
        }
        kept.computeIfAbsent(self, _ -> new ArrayList<>())
            .add(() -> ringLater(calls, bells, delay));
        return List.of();
      };
    }

    private static void ringLater(Doorbells calls, List<Doorbell> bells, Duration delay) {
      try {
        calls.ring(bells, delay);
      } catch (ExpungeException tooLate) {
        // nobody is left to tell
      }
    }

    @Override
    public void acknowledged(World world) {
      Optional.ofNullable(kept.remove(world.calls().strand().invocation()))
          .ifPresent(bells -> bells.forEach(Runnable::run));
    }
  }

  /** Acknowledges what went wrong. */
  static final class AcknowledgesFaults implements Plant {
    @Override
    public SQSBatchResponse response(SQSBatchResponse response, World world) {
      return new SQSBatchResponse(List.of());
    }
  }

  /** Leases end as soon as they are taken. */
  static final class ShortLeases implements Plant {
    private static final Duration EARLY = Duration.ofSeconds(-200);

    @Override
    public WorkerRules rules(WorkerRules rules) {
      return new WorkerRules(
          rules.inFlight(), rules.workers(), rules.handBacks(), rules.hopelessAfter(), EARLY);
    }
  }
}
