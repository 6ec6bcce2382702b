package expunge.simulator.platform;

import expunge.control.ControlAnswer;
import expunge.run.ExpungeException;
import expunge.simulator.fault.PortCall;
import expunge.simulator.process.Invocation;
import expunge.simulator.process.Strand;
import expunge.simulator.scenario.Scenario.Call;
import expunge.simulator.scenario.Scenario.Control;
import expunge.simulator.timeline.Chance;
import expunge.task.Task;
import expunge.task.TaskId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** People who confirm, pause, resume, cancel and retry, at any moment and once more at the end. */
final class Operators {
  private static final long TIME = 29_000_000;
  private static final int CALL = 501;
  private static final int KILL = 1;
  private static final int LAST = 2;
  private static final int EARLY = 99;
  private static final long LONGEST_WAIT = 2_000_000;

  private final World world;
  private final Functions functions;
  private final Map<PortCall, Integer> calls = new EnumMap<>(PortCall.class);
  private final Set<TaskId> early = new HashSet<>();
  private final Map<Invocation, Asked> asked = new LinkedHashMap<>();
  private int called;
  private int answered;

  Operators(World world, Functions functions) {
    this.world = world;
    this.functions = functions;
  }

  /** Every call that was made so far. */
  Collection<Asked> asked() {
    return asked.values();
  }

  /** The call that an invocation answers; empty where it answers none. */
  Optional<Asked> asked(Invocation invocation) {
    return Optional.ofNullable(asked.get(invocation));
  }

  /** A call took effect. */
  void saw(PortCall call) {
    if (call == PortCall.SETTLE && world.scenario().retries() && !world.faults().areOver()) {
      retryEarly();
    }
    List<Control> controls = world.scenario().controls();
    if (controls.isEmpty()) {
      return;
    }
    int count = calls.merge(call, 1, Integer::sum);
    for (int i = 0; i < controls.size(); i++) {
      Control one = controls.get(i);
      long name = Chance.mix(world.scenario().seed(), CALL, i);
      if (one.trigger() == call && one.after() == count) {
        world.timeline().at(world.now() + one.delay(), name, () -> begin(one.call(), name));
      }
    }
  }

  /** Somebody calls right now; empty where there is no task that it could be about. */
  Optional<Strand> caller(Call call) {
    int place = world.scenario().controls().size() + ++called;
    long name = Chance.mix(world.scenario().seed(), CALL, place);
    return world.uploads().stream()
        .findFirst()
        .map(
            upload -> {
              Invocation invocation = invocation(call, Chance.mix(name, call.number()));
              return world.strand(
                  invocation, () -> answered += make(call, upload.task(), invocation) ? 1 : 0);
            });
  }

  /** Whether a call of somebody who was not in the scenario was never answered. */
  boolean haveFailed() {
    return called > answered;
  }

  /** Whether anybody called who was not in the scenario. */
  boolean wereCalled() {
    return called > 0;
  }

  /** Somebody does not wait until the world is fair. */
  private void retryEarly() {
    for (Upload upload : world.uploads()) {
      long name = Chance.mix(upload.task().hashCode(), CALL, EARLY);
      Optional<Call> retry =
          world.tasks().find(upload.task()).flatMap(this::missing).filter(Call.RETRY::equals);
      if (retry.isPresent() && Chance.happens(name, 0.7) && early.add(upload.task())) {
        long delay = Chance.below(Chance.mix(name, EARLY), LONGEST_WAIT);
        world
            .timeline()
            .at(world.now() + delay, name, () -> begin(Call.RETRY, upload.task(), name));
      }
    }
  }

  private void begin(Call call, long name) {
    world.uploads().stream()
        .findFirst()
        .ifPresent(upload -> begin(call, upload.task(), Chance.mix(name, call.number())));
  }

  /** Lets go on what waits for somebody. */
  void carryOn(int round) {
    for (Upload upload : world.uploads()) {
      long name = Chance.mix(upload.task().hashCode(), CALL, round);
      Optional<Task> task = world.tasks().find(upload.task());
      task.flatMap(this::missing).ifPresent(call -> begin(call, upload.task(), name));
    }
  }

  private Optional<Call> missing(Task task) {
    boolean gives = Chance.happens(Chance.mix(world.scenario().seed(), LAST), 0.3);
    return switch (task.state()) {
      case AWAITING_CONFIRMATION -> Optional.of(gives ? Call.CANCEL : Call.CONFIRM);
      case PAUSED -> Optional.of(gives ? Call.CANCEL : Call.RESUME);
      case COMPLETED_WITH_ERRORS, CANCELLED ->
          world.scenario().retries() && task.request().retryOf().isEmpty()
              ? Optional.of(Call.RETRY)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private void begin(Call call, TaskId task, long name) {
    Invocation invocation = invocation(call, name);
    world.begin(invocation, () -> make(call, task, invocation), invocation::die);
  }

  private Invocation invocation(Call call, long name) {
    Invocation invocation = new Invocation(name, "api " + call);
    world.timeline().at(world.now() + TIME, Chance.mix(name, KILL), invocation::die);
    return invocation;
  }

  /** Makes a call; whether it was answered. */
  private boolean make(Call call, TaskId task, Invocation invocation) {
    long rows = call == Call.CONFIRM_WRONG ? rows(task) + 1 : rows(task);
    asked.put(invocation, new Asked(call, task, rows, false, false));
    try {
      ControlAnswer answer = made(call, task, rows).get();
      boolean done = answer instanceof ControlAnswer.Done;
      asked.put(invocation, new Asked(call, task, rows, done, hasEnded(task)));
      world.tell(
          invocation.name(), () -> call + " is answered " + answer.getClass().getSimpleName());
      return true;
    } catch (ExpungeException failure) {
      world.tell(invocation.name(), () -> call + " failed: " + failure);
      return false;
    }
  }

  private Supplier<ControlAnswer> made(Call call, TaskId task, long rows) {
    return switch (call) {
      case CONFIRM, CONFIRM_WRONG -> () -> functions.control().confirm(task, rows);
      case PAUSE -> () -> functions.control().pause(task);
      case RESUME -> () -> functions.control().resume(task);
      case CANCEL -> () -> functions.control().cancel(task);
      case RETRY -> () -> functions.retry().retry(task);
    };
  }

  private boolean hasEnded(TaskId task) {
    return world.tasks().find(task).filter(one -> one.state().isTerminal()).isPresent();
  }

  /** What somebody reads off the task's page. */
  private long rows(TaskId task) {
    return world
        .tasks()
        .find(task)
        .flatMap(Task::accepted)
        .map(totals -> totals.rowsToDelete())
        .orElse(0L);
  }
}
