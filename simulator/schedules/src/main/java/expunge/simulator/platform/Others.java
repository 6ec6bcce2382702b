package expunge.simulator.platform;

import expunge.profile.ProfileKey;
import expunge.simulator.fault.Mishap;
import expunge.simulator.scenario.Scenario.Meddling;
import expunge.simulator.timeline.Chance;
import java.util.ArrayList;
import java.util.List;

/** Other people's programs, which write to the same profile table. */
final class Others {
  private static final int ACT = 301;

  private final World world;
  private final List<Act> acts = new ArrayList<>();
  private int calls;

  Others(World world) {
    this.world = world;
  }

  List<Act> acts() {
    return List.copyOf(acts);
  }

  /** The profile table was called once more. */
  void tableCalled() {
    calls++;
    List<Meddling> meddling = world.scenario().meddling();
    for (int i = 0; i < meddling.size(); i++) {
      Meddling one = meddling.get(i);
      long name = Chance.mix(world.scenario().seed(), ACT, i);
      Mishap kind = one.made() ? Mishap.PROFILE_MADE : Mishap.PROFILE_DELETED;
      if (one.after() == calls && world.faults().happens(kind, name)) {
        world.timeline().at(world.now() + one.delay(), name, () -> act(one, name));
      }
    }
  }

  private void act(Meddling one, long name) {
    ProfileKey key = new ProfileKey(one.key());
    if (one.made()) {
      world.profiles().put(world.scenario().dataset(), List.of(key));
    } else {
      world.profiles().delete(world.scenario().dataset(), List.of(key));
    }
    acts.add(new Act(world.now(), one.key(), one.made()));
    world.tell(name, () -> "another writer " + (one.made() ? "makes " : "deletes ") + one.key());
  }
}
