package expunge.simulator.platform;

import expunge.profile.ProfileKey;
import expunge.simulator.fault.Mishap;
import expunge.simulator.fault.PortCall;
import expunge.simulator.scenario.Scenario.Meddling;
import expunge.simulator.timeline.Chance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Other people's programs, which write to the same profile table. */
final class Others {
  private static final int ACT = 301;

  private final World world;
  private final List<Act> acts = new ArrayList<>();
  private final Map<PortCall, Integer> calls = new EnumMap<>(PortCall.class);

  Others(World world) {
    this.world = world;
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
      Mishap kind = one.made() ? Mishap.PROFILE_MADE : Mishap.PROFILE_DELETED;
      if (one.trigger() == call && one.after() == count && world.faults().happens(kind, name)) {
        world.timeline().at(world.now() + one.delay(), name, () -> act(one, name));
      }
    }
  }

  private void act(Meddling one, long name) {
    for (String key : one.keys().stream().distinct().toList()) {
      List<ProfileKey> profile = List.of(new ProfileKey(key));
      if (one.made()) {
        world.profiles().put(world.scenario().dataset(), profile);
      } else {
        world.profiles().remove(world.scenario().dataset(), profile);
      }
      acts.add(new Act(world.now(), key, one.made()));
    }
    world.tell(name, () -> "another writer " + (one.made() ? "makes " : "deletes ") + one.keys());
  }
}
