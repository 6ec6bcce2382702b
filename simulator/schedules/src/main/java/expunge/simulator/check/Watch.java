package expunge.simulator.check;

import expunge.report.ResultKeys;
import expunge.simulator.fault.PortCall;
import expunge.simulator.platform.Act;
import expunge.simulator.platform.Upload;
import expunge.simulator.platform.World;
import expunge.simulator.process.Calls;
import expunge.simulator.process.Invocation;
import expunge.simulator.scenario.Scenario;
import expunge.simulator.scenario.Scenario.Call;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at the tables after each effect, as somebody would who reloads the status all the time. It
 * sees what the end no longer shows: progress that went back, an end before its report, a state
 * that nobody has asked for.
 */
public final class Watch {
  private static final int PERCENT = 100;

  private final World world;
  private final BatchWatch batches;
  private final Optional<RichWatch> rich;
  private final Map<TaskId, Task> seen = new HashMap<>();
  private final Map<TaskId, Set<TaskState>> states = new HashMap<>();
  private final Map<Invocation, Long> begun = new HashMap<>();
  private final Map<TaskId, Set<Invocation>> unaware = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();

  /** Of one world; {@link #saw} is to be its observer. */
  public Watch(World world) {
    this.world = world;
    this.batches = new BatchWatch(world, violations);
    this.rich =
        world.scenario().riches().map(riches -> new RichWatch(world, riches, batches, violations));
  }

  /** A call took effect. */
  public void saw(PortCall call) {
    Invocation self = world.calls().strand().invocation();
    begun.putIfAbsent(self, world.now());
    if (call.changesPeoplesTables() && world.now() > self.endsAt() - Calls.TIME_OUT) {
      violate("P4", "a delete was sent when its invocation was about to end");
    }
    if (call.changesTasks()) {
      world.uploads().forEach(upload -> look(upload, call, self));
    }
    boolean inObjects = rich.isPresent() || world.scenario().importing().isPresent();
    if (inObjects && call == PortCall.REPLACE) {
      batches.sawPlanFile(self);
    } else if (rich.isPresent() && call.changesPeoplesTables()) {
      rich.get().look();
    }
  }

  private void look(Upload upload, PortCall call, Invocation self) {
    TaskId id = upload.task();
    Optional<Task> task = world.tasks().find(id);
    if (task.isPresent() && !task.get().equals(seen.get(id))) {
      states.computeIfAbsent(id, _ -> EnumSet.noneOf(TaskState.class)).add(task.get().state());
      Optional.ofNullable(seen.put(id, task.get()))
          .ifPresentOrElse(
              before -> compare(upload, before, task.get()), () -> checkBegin(upload, self));
      lookAtEnd(task.get());
    }
    task.ifPresent(
        one -> batches.look(one, call, self, unaware.computeIfAbsent(id, _ -> new HashSet<>())));
  }

  /**
   * An event was sent when the file was there; who looks for files has to see that it is not,
   * unless it was removed after the look.
   */
  private void checkBegin(Upload upload, Invocation self) {
    long looked = begun.getOrDefault(self, Long.MAX_VALUE);
    if (self.label().equals("housekeeping") && world.removedAt(upload) < looked) {
      violate("P3", "a file that was removed is run");
    }
  }

  private void compare(Upload upload, Task before, Task now) {
    if (before.state().isTerminal() && before.state() != now.state()) {
      violate("P5", "a task that was " + before.state() + " became " + now.state());
    }
    if (before.state() == TaskState.RUNNING && now.state() != TaskState.RUNNING) {
      unaware.put(now.id(), new HashSet<>(begun.keySet()));
    }
    if (before.state() != now.state()) {
      checkMove(upload, before, now);
    }
    if (now.balance().rows() < before.balance().rows()) {
      violate("P6", "progress went back from " + before.balance().rows());
    }
    if (before.accepted().isPresent() && !before.accepted().equals(now.accepted())) {
      violate("P6", "the totals of an accepted file changed");
    }
  }

  private void checkMove(Upload upload, Task before, Task now) {
    boolean asked =
        switch (now.state()) {
          case RUNNING -> mayRun(upload, before);
          case PAUSED -> isAsked(now.id(), Call.PAUSE);
          case CANCELLING, CANCELLED -> isAsked(now.id(), Call.CANCEL);
          default -> true;
        };
    if (!asked) {
      violate("P3", "nobody has asked for what led from " + before.state() + " to " + now.state());
    }
  }

  private boolean mayRun(Upload upload, Task before) {
    return switch (before.state()) {
      case STAGING -> !isHeld(upload);
      case PAUSED -> isAsked(upload.task(), Call.RESUME);
      default ->
          world.asked().stream()
              .anyMatch(
                  one -> one.task().equals(upload.task()) && one.rows() == rowsToDelete(upload));
    };
  }

  private boolean isAsked(TaskId task, Call call) {
    return world.asked().stream().anyMatch(one -> one.call() == call && one.task().equals(task));
  }

  /** Whether it would delete more than the guard's percent of all profiles that there ever were. */
  private boolean isHeld(Upload upload) {
    return world.scenario().guarded()
        && !world.scenario().dryRun()
        && rowsToDelete(upload) * PERCENT > profilesEver() * Scenario.GUARDED_PERCENT;
  }

  private long profilesEver() {
    Stream<String> made = world.acts().stream().filter(Act::made).map(Act::key);
    return Stream.concat(world.scenario().profiles().stream(), made).distinct().count();
  }

  private static long rowsToDelete(Upload upload) {
    return Truth.of(upload.content()).map(Truth::rowsToDelete).orElse(-1L);
  }

  private void lookAtEnd(Task task) {
    boolean ended = task.state().isTerminal() && !task.endedUnaccepted();
    if (task.accepted().isPresent() && task.balance().rows() > task.totals().rows()) {
      violate("P6", "progress passed 100 %");
    }
    if (ended && world.objects().read(ResultKeys.report(task.id())).isEmpty()) {
      violate("P6", "a task has ended and its report is not there");
    }
  }

  private void violate(String promise, String what) {
    violations.add(new Violation(promise, what));
  }

  /** What is known of people's tables in a rich world. */
  Optional<RichWatch> rich() {
    return rich;
  }

  /** What is known of the batches. */
  BatchWatch batches() {
    return batches;
  }

  /** Whether a task was ever in one of these states. */
  boolean wasIn(TaskId task, TaskState... some) {
    Set<TaskState> known = states.getOrDefault(task, Set.of());
    return List.of(some).stream().anyMatch(known::contains);
  }

  /** What was broken on the way. */
  List<Violation> violations() {
    return violations;
  }
}
