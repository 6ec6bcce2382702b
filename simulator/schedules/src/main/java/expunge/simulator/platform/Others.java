package expunge.simulator.platform;

import expunge.dataset.Dataset;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.simulator.fault.PortCall;
import expunge.simulator.scenario.Deed;
import expunge.simulator.scenario.Scenario.Meddling;
import expunge.simulator.timeline.Chance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other people's programs, which write to the same tables. */
final class Others {
  private static final int ACT = 301;

  private final World world;
  private final Strangers strangers;
  private final List<Act> acts = new ArrayList<>();
  private final Map<PortCall, Integer> calls = new EnumMap<>(PortCall.class);

  Others(World world) {
    this.world = world;
    this.strangers = new Strangers(world);
  }

  List<Act> acts() {
    return List.copyOf(acts);
  }

  /** A call took effect. */
  void saw(PortCall call) {
    int count = calls.merge(call, 1, Integer::sum);
    List<Meddling> meddling = world.scenario().meddling();
    for (int i = 0; i < meddling.size(); i++) {
      Meddling one = meddling.get(i);
      long name = Chance.mix(world.scenario().seed(), ACT, i);
      if (one.trigger() == call
          && one.after() == count
          && world.faults().happens(one.kind(), name)) {
        world.timeline().at(world.now() + one.delay(), name, () -> act(one, name));
      }
    }
  }

  private void act(Meddling one, long name) {
    one.deeds().forEach(deed -> act(deed, name));
    world.tell(name, () -> "another writer " + one.deeds());
  }

  private void act(Deed deed, long name) {
    Dataset dataset = world.scenario().dataset();
    switch (deed) {
      case Deed.Make(String key, Map<String, Value> attributes) -> {
        world.profiles().put(dataset, new ProfileKey(key), attributes);
        acts.add(new Act(world.now(), key, true));
      }
      case Deed.Delete(String key) -> {
        world.profiles().remove(dataset, List.of(new ProfileKey(key)));
        acts.add(new Act(world.now(), key, false));
      }
      case Deed.Change change ->
          world
              .profiles()
              .stored(dataset, new ProfileKey(change.key()))
              .ifPresent(item -> act(change, item));
      case Deed.Write(String table, Map<String, Value> item) ->
          world.tables().all().put(table, item);
      case Deed.Alter(String email, String attribute, Optional<Value> value) ->
          strangers.alter(email, attribute, value);
      case Deed.Forget(String email, long pause) -> strangers.forget(email, pause, name);
      case Deed.Disable(String segment) -> strangers.disable(segment);
    }
  }

  private void act(Deed.Change change, Map<String, Value> item) {
    Map<String, Value> changed = new HashMap<>(item);
    changed.remove(change.attribute());
    change.value().ifPresent(value -> changed.put(change.attribute(), value));
    world.tables().all().put(world.scenario().dataset().table(), changed);
  }
}
