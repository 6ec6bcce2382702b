package expunge.simulator.exhaustive;

import expunge.simulator.exhaustive.Schedule.Step;
import expunge.simulator.fault.Decisions;
import expunge.simulator.fault.Fault;
import expunge.simulator.fault.Mishap;
import expunge.simulator.fault.PortCall;
import expunge.simulator.platform.People;
import expunge.simulator.scenario.Scenario.Call;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plays one schedule, and notes what could have been decided otherwise after its last step. No call
 * takes any time: a process runs until it ends, waits, or is preempted.
 */
final class Player implements Decisions, People {
  private static final Set<Choice> CALL =
      EnumSet.of(Choice.CRASH_BEFORE, Choice.CRASH_AFTER, Choice.LOST_ANSWER);
  private static final Set<Choice> STREAM = EnumSet.of(Choice.CRASH_BEFORE, Choice.CRASH_AFTER);
  private static final Set<Choice> PREEMPTION = EnumSet.of(Choice.PREEMPT);
  private static final Set<Choice> CALLS = EnumSet.of(Choice.CANCEL, Choice.PAUSE, Choice.RESUME);

  private final Schedule schedule;
  private final Set<Choice> beyond;
  private final List<Step> open = new ArrayList<>();
  private int points;
  private int played;
  private boolean delayed;

  /**
   * Before the first point.
   *
   * @param beyond what may be noted
   */
  Player(Schedule schedule, Set<Choice> beyond) {
    this.schedule = schedule;
    this.beyond = beyond;
  }

  /** The steps that could follow the schedule's last. */
  List<Step> open() {
    return List.copyOf(open);
  }

  /** Whether every step of the schedule had its point. */
  boolean isThrough() {
    return played == schedule.steps().size();
  }

  @Override
  public Optional<Call> before(PortCall call) {
    return decide(CALLS).flatMap(Choice::call);
  }

  @Override
  public boolean preempts(PortCall call) {
    return decide(PREEMPTION).isPresent();
  }

  @Override
  public Optional<Fault> at(PortCall call, long name) {
    return decide(Fault.LOST_ANSWER.meets(call) ? CALL : STREAM)
        .map(
            choice ->
                switch (choice) {
                  case CRASH_BEFORE -> Fault.CRASH_BEFORE;
                  case CRASH_AFTER -> Fault.CRASH_AFTER;
                  case LOST_ANSWER -> Fault.LOST_ANSWER;
                  case PREEMPT, TWICE, AGAIN, CANCEL, PAUSE, RESUME ->
                      throw new IllegalStateException("no fault");
                });
  }

  @Override
  public boolean happens(Mishap mishap, long name) {
    Optional<Choice> choice = decide(deliveries(mishap));
    delayed = mishap == Mishap.EVENT_TWICE && choice.filter(Choice.AGAIN::equals).isPresent();
    return choice.isPresent();
  }

  private static Set<Choice> deliveries(Mishap mishap) {
    return switch (mishap) {
      case MESSAGE_TWICE -> EnumSet.of(Choice.TWICE);
      case ACKNOWLEDGEMENT_LOST -> EnumSet.of(Choice.AGAIN);
      case EVENT_TWICE -> EnumSet.of(Choice.TWICE, Choice.AGAIN);
      default -> EnumSet.noneOf(Choice.class);
    };
  }

  @Override
  public long pace(long name) {
    return 0;
  }

  @Override
  public long delay(long name, long bound) {
    long delay = delayed ? bound - 1 : 0;
    delayed = false;
    return delay;
  }

  private Optional<Choice> decide(Set<Choice> choices) {
    if (choices.isEmpty()) {
      return Optional.empty();
    }
    int point = ++points;
    if (!isThrough()) {
      return next(point, choices);
    }
    choices.stream().filter(beyond::contains).forEach(one -> open.add(new Step(point, one)));
    return Optional.empty();
  }

  private Optional<Choice> next(int point, Set<Choice> choices) {
    Step step = schedule.steps().get(played);
    if (step.point() != point || !choices.contains(step.choice())) {
      return Optional.empty();
    }
    played++;
    return Optional.of(step.choice());
  }
}
