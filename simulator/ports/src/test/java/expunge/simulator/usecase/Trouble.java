package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.deletion.People;
import expunge.linked.LinkedStore;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.simulator.MemorySystem;
import expunge.task.Doorbells;
import expunge.task.TaskStore;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** What happens to a worker at one of its port calls, once, in whichever task that is. */
interface Trouble {
  /** Lets the worker answer bells, until it is dead or none is left. */
  void answer(MemorySystem system);

  /** Whether it has happened. */
  boolean happened();

  /** Runs it with a death at each call in turn, and returns how many deaths there were. */
  static int dyingAtEachCall(boolean effect, Consumer<Trouble> run) {
    return atEachCall(at -> new Death(new Crashing(at, effect)), run);
  }

  /** Runs it with each call in turn too slow, and returns how many there were. */
  static int slowAtEachCall(Consumer<Trouble> run) {
    return atEachCall(Slow::new, run);
  }

  private static int atEachCall(IntFunction<Trouble> kind, Consumer<Trouble> run) {
    int hopelesslyMany = 10_000;
    for (int at = 1; at < hopelesslyMany; at++) {
      Trouble trouble = kind.apply(at);
      run.accept(trouble);
      if (!trouble.happened()) {
        return at - 1;
      }
    }
    throw new AssertionError("the calls never end");
  }

  /** The call is its last, with or without effect. */
  record Death(Crashing crash) implements Trouble {
    @Override
    public void answer(MemorySystem system) {
      crash.answerUntilDeath(
          system,
          system.worker(
              crash.port(TaskStore.class, system.tasks),
              crash.port(ObjectStore.class, system.objects),
              crash.port(Doorbells.class, system.doorbells),
              new People(
                  crash.port(ProfileStore.class, system.profiles),
                  crash.port(LinkedStore.class, system.linked)),
              WorkerRules.STANDARD));
    }

    @Override
    public boolean happened() {
      return crash.happened();
    }
  }

  /** The call takes so long that none may begin after it. */
  final class Slow implements Trouble {
    private static final Duration TOO_LONG = Duration.ofSeconds(110);

    private final int at;
    private int calls;

    Slow(int at) {
      this.at = at;
    }

    @Override
    public void answer(MemorySystem system) {
      Meddling.Meddler slow = (_, real) -> counted(system, real);
      system.answerAll(
          system.worker(
              Meddling.with(TaskStore.class, system.tasks, slow),
              Meddling.with(ObjectStore.class, system.objects, slow),
              Meddling.with(Doorbells.class, system.doorbells, slow),
              new People(
                  Meddling.with(ProfileStore.class, system.profiles, slow),
                  Meddling.with(LinkedStore.class, system.linked, slow)),
              WorkerRules.STANDARD));
      assertThat(system.doorbells.queued()).isEmpty();
    }

    private Object counted(MemorySystem system, Meddling.RealCall real) throws Throwable {
      calls++;
      Object answer = real.make();
      system.scheduler.advance(calls == at ? TOO_LONG : Duration.ZERO);
      return answer;
    }

    @Override
    public boolean happened() {
      return calls >= at;
    }
  }
}
