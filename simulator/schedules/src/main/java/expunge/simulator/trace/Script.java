package expunge.simulator.trace;

import expunge.simulator.fault.Decisions;
import expunge.simulator.fault.Fault;
import expunge.simulator.fault.Mishap;
import expunge.simulator.fault.PortCall;
import expunge.simulator.platform.People;
import expunge.simulator.platform.World;
import expunge.simulator.scenario.Scenario.Call;
import expunge.simulator.trace.Event.Moment;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Plays a list of events, and nothing else. */
final class Script implements Decisions, People {
  private static final long SECOND = 1_000_000;

  private final List<Event> left;
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<Mishap, Integer> occasions = new EnumMap<>(Mishap.class);
  private long time;
  private Supplier<String> process = () -> "";

  Script(List<Event> events) {
    this.left = new ArrayList<>(events);
  }

  /** Learns whose calls it is asked about. */
  void follow(World world) {
    process = () -> world.calls().strand().invocation().label();
    world.admit(this);
  }

  /** The events that have not come. */
  List<String> left() {
    return left.stream().map(Event::toString).toList();
  }

  @Override
  public Optional<Call> before(PortCall call) {
    return taken(Event.Person.class, Event.Person::moment, next(call)).map(Event.Person::call);
  }

  @Override
  public boolean preempts(PortCall call) {
    return left.remove(new Event.Wait(next(call)));
  }

  @Override
  public Optional<Fault> at(PortCall call, long name) {
    Moment now = next(call);
    calls.put(now.process() + call, now.number());
    time =
        taken(Event.Slow.class, Event.Slow::moment, now)
            .map(slow -> slow.seconds() * SECOND)
            .orElse(0L);
    return taken(Event.Wrong.class, Event.Wrong::moment, now).map(Event.Wrong::fault);
  }

  private <T extends Event> Optional<T> taken(
      Class<T> kind, Function<T, Moment> moment, Moment now) {
    Optional<T> event =
        left.stream()
            .filter(kind::isInstance)
            .map(kind::cast)
            .filter(one -> moment.apply(one).equals(now))
            .findFirst();
    event.ifPresent(left::remove);
    return event;
  }

  private Moment next(PortCall call) {
    String label = process.get();
    return new Moment(label, call, calls.getOrDefault(label + call, 0) + 1);
  }

  @Override
  public boolean happens(Mishap mishap, long name) {
    return left.remove(new Event.Twist(mishap, occasions.merge(mishap, 1, Integer::sum)));
  }

  @Override
  public long pace(long name) {
    long takes = time; // asked once for each call, after what goes wrong with it
    time = 0;
    return takes;
  }

  @Override
  public long delay(long name, long bound) {
    return 0;
  }
}
