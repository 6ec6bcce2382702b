package expunge.simulator.process;

import expunge.run.ExpungeException;
import expunge.simulator.fault.Fault;
import expunge.simulator.fault.Faults;
import expunge.simulator.fault.PortCall;
import expunge.simulator.timeline.Chance;
import expunge.simulator.timeline.Fiber;
import expunge.simulator.timeline.Timeline;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes the calls of all processes of a world: each takes time, in which others get their turn, has
 * its effect at one instant, and goes wrong where the faults say so.
 */
public final class Calls {
  private static final long SECOND = 1_000_000;

  /** The longest that a client waits for an answer, in microseconds. */
  public static final long TIME_OUT = 10 * SECOND;

  private static final int DURATION = 1;
  private static final int EFFECT = 2;
  private static final int TIE = 3;
  private static final int IN_FLIGHT = 4;

  private final Timeline timeline;
  private final Faults faults;
  private final Trace trace;
  private final Consumer<PortCall> observer;
  private final boolean slowTable;
  private final Function<PortCall, Optional<? extends Fiber>> guests;
  private long made;

  /**
   * For one world.
   *
   * @param slowTable whether deletions and writes of profiles take seconds
   * @param guests who comes and has its turn before a call of somebody else is made
   * @param observer is told after each effect
   */
  public Calls(
      Timeline timeline,
      Faults faults,
      Trace trace,
      boolean slowTable,
      Function<PortCall, Optional<? extends Fiber>> guests,
      Consumer<PortCall> observer) {
    this.timeline = timeline;
    this.faults = faults;
    this.trace = trace;
    this.slowTable = slowTable;
    this.guests = guests;
    this.observer = observer;
  }

  /** What a call does at its instant. */
  @FunctionalInterface
  public interface Effect<T> {
    /**
     * Does it.
     *
     * @param fault what goes wrong within it, where that is the effect's own to play
     * @param name of the call, for further dice
     */
    T at(Optional<Fault> fault, long name);
  }

  /** How many calls were made so far. */
  public long made() {
    return made;
  }

  /** The strand whose turn it is. */
  public Strand strand() {
    if (timeline.running() instanceof Strand strand) {
      return strand;
    }
    throw new IllegalStateException("no process runs");
  }

  /** Makes a call whose faults are all from outside. */
  <T> T make(PortCall call, Outside<T> effect) {
    return make(call, (_, _) -> effect.happen());
  }

  /** An effect that nothing can go wrong within. */
  @FunctionalInterface
  interface Outside<T> {
    T happen();
  }

  /** Makes a call. */
  public <T> T make(PortCall call, Effect<T> effect) {
    Strand self = living();
    long name = self.nextCall(call);
    giveWay(self, call, name);
    Optional<Fault> fault = faults.at(call, name);
    made++;
    trace.called(timeline.now(), self.invocation(), call, fault, name);
    return fault.isEmpty()
        ? smooth(self, call, name, usual(call, name), fault, effect)
        : rough(self, call, name, fault.get(), effect);
  }

  /** Before a call is a moment as good as any to let the others go on. */
  private void giveWay(Strand self, PortCall call, long name) {
    Optional<? extends Fiber> guest = guests.apply(call);
    if (guest.isPresent()) {
      timeline.letIn(guest.get());
      living();
    }
    if (timeline.isContended() && faults.preempts(call)) {
      trace.happened(timeline.now(), name, () -> self.invocation().label() + "  ! has to wait");
      timeline.giveWay();
      living();
    }
  }

  private long usual(PortCall call, long name) {
    return slowTable && call.changesPeoplesTables() && call != PortCall.TREAT_LINKED
        ? Chance.below(Chance.mix(name, DURATION), TIME_OUT)
        : faults.pace(Chance.mix(name, DURATION));
  }

  private <T> T rough(Strand self, PortCall call, long name, Fault fault, Effect<T> effect) {
    Optional<Fault> within = Optional.of(fault);
    long usual = usual(call, name);
    long seconds = Chance.below(Chance.mix(name, DURATION), TIME_OUT);
    return switch (fault) {
      case CRASH_BEFORE -> {
        pass(self, name, usual);
        throw crash(self);
      }
      case CRASH_AFTER -> {
        smooth(self, call, name, usual, within, effect);
        throw crash(self);
      }
      case LOST_ANSWER -> {
        smooth(self, call, name, usual, within, effect);
        throw new ExpungeException.Retryable("the answer got lost", null);
      }
      case THROTTLED -> {
        pass(self, name, usual);
        throw new ExpungeException.Retryable("throttled", null);
      }
      case TIMED_OUT -> {
        pass(self, name, TIME_OUT);
        throw new ExpungeException.Retryable("timed out", null);
      }
      case TIMED_OUT_DONE -> {
        smooth(self, call, name, TIME_OUT, within, effect);
        throw new ExpungeException.Retryable("timed out", null);
      }
      case SLOW -> smooth(self, call, name, seconds, within, effect);
      case REPEATED -> {
        T answer = smooth(self, call, name, seconds / 2, within, effect);
        smooth(self, call, Chance.mix(name, EFFECT), seconds / 2, within, effect);
        yield answer;
      }
      case UNPROCESSED, BROKEN_HALF_WAY, REFUSED, KILLED ->
          smooth(self, call, name, usual, within, effect);
    };
  }

  /** Waits, has the effect, waits again. What is under way when its process dies may yet happen. */
  private <T> T smooth(
      Strand self, PortCall call, long name, long time, Optional<Fault> fault, Effect<T> effect) {
    long before = time == 0 ? 0 : Chance.below(Chance.mix(name, EFFECT), time + 1);
    waitFor(name, before);
    if (self.invocation().isDead() && !arrives(call, name, before)) {
      throw new Fiber.Stopped();
    }
    try {
      return effect.at(fault, name);
    } finally {
      observer.accept(call);
      pass(self, Chance.mix(name, EFFECT), time - before);
    }
  }

  private boolean arrives(PortCall call, long name, long before) {
    faults.tally().add(Fault.KILLED, call);
    return before > 0 && Chance.happens(Chance.mix(name, IN_FLIGHT), 0.5);
  }

  private void pass(Strand self, long name, long time) {
    waitFor(name, time);
    if (self.invocation().isDead()) {
      throw new Fiber.Stopped();
    }
  }

  private void waitFor(long name, long time) {
    if (time > 0) {
      timeline.waitUntil(timeline.now() + time, Chance.mix(name, TIE));
    }
  }

  /** Waits for a moment without calling anybody. */
  void waitUntil(long moment) {
    Strand self = living();
    if (moment > timeline.now()) {
      pass(self, self.nextWait(), moment - timeline.now());
    }
  }

  private Strand living() {
    Strand self = strand();
    if (self.invocation().isDead() || timeline.isOver()) {
      throw new Fiber.Stopped();
    }
    return self;
  }

  private static Fiber.Stopped crash(Strand self) {
    self.invocation().die();
    return new Fiber.Stopped();
  }
}
