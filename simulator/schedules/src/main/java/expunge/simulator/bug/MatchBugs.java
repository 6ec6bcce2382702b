package expunge.simulator.bug;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.dataset.Index;
import expunge.dataset.Matches;
import expunge.dataset.ProfileTable;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.object.ObjectStore;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.simulator.process.Invocation;
import expunge.simulator.scenario.Riches;
import expunge.task.TaskStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Profiles that are found by an index, and are not those that are meant. */
final class MatchBugs {
  private MatchBugs() {}

  private static Optional<Matches> matches(World world) {
    return world
        .scenario()
        .riches()
        .map(Riches::identifier)
        .flatMap(Identifier::index)
        .map(Index::matches);
  }

  /** Looks matches up again in each attempt, and writes the plan over the one that stands. */
  static final class PlansOver implements Plant {
    private final boolean takesAll;

    private PlansOver(boolean takesAll) {
      this.takesAll = takesAll;
    }

    /** Where a row means one profile. */
    static PlansOver ofOne() {
      return new PlansOver(false);
    }

    /** Where a row means as many as its limit. */
    static PlansOver ofAll() {
      return new PlansOver(true);
    }

    private boolean isMeant(World world) {
      return matches(world).filter(one -> one instanceof Matches.All == takesAll).isPresent();
    }

    @Override
    public TaskStore table(TaskStore table, World world) {
      return isMeant(world) ? new LeaseBugs.PlansAnew(table, world) : table;
    }

    @Override
    public ObjectStore objects(ObjectStore calls, World world) {
      return isMeant(world) ? new Overwriting(calls) : calls;
    }
  }

  private static final class Overwriting extends PassingObjects {
    Overwriting(ObjectStore calls) {
      super(calls);
    }

    @Override
    public boolean replace(String key, String contentType, byte[] content, Optional<String> eTag) {
      if (!key.startsWith("work/")) {
        return super.replace(key, contentType, content, eTag);
      }
      put(key, contentType, content);
      return true;
    }
  }

  /** Takes no notice of further pages. */
  static final class ReadsOnePage extends PassingProfiles {
    ReadsOnePage(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Matching matching(
        Dataset dataset, Identifier identifier, String value, Optional<Cursor> after) {
      return new Matching(
          super.matching(dataset, identifier, value, after).keys(), Optional.empty());
    }
  }

  /** Counts the limit off before it knows who is protected. */
  static final class CountsProtected extends PassingProfiles {
    CountsProtected(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Matching matching(
        Dataset dataset, Identifier identifier, String value, Optional<Cursor> after) {
      Matching page = super.matching(dataset, identifier, value, after);
      if (!(identifier.index().orElseThrow().matches() instanceof Matches.All all)
          || all.order().attribute().isPresent()) {
        return page;
      }
      List<ProfileKey> keys = new ArrayList<>(page.keys());
      while (page.next().isPresent()) {
        page = super.matching(dataset, identifier, value, page.next());
        keys.addAll(page.keys());
      }
      return new Matching(keys.stream().limit(all.limit()).toList(), Optional.empty());
    }
  }

  /** Takes what an index says for what a profile has. */
  static final class BelievesTheIndex extends PassingProfiles {
    private final World world;
    private final Map<Invocation, Map<ProfileKey, Value>> said = new HashMap<>();

    BelievesTheIndex(ProfileStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public Matching matching(
        Dataset dataset, Identifier identifier, String value, Optional<Cursor> after) {
      Matching page = super.matching(dataset, identifier, value, after);
      page.keys().forEach(key -> said().put(key, identifier.stored(value)));
      return page;
    }

    @Override
    public Lookup find(Dataset dataset, List<ProfileKey> keys) {
      Lookup real = super.find(dataset, keys);
      Map<ProfileKey, Profile> found = new HashMap<>();
      real.profiles().forEach(profile -> found.put(profile.key(), profile));
      for (ProfileKey key : keys) {
        Value email = said().remove(key);
        if (email != null) {
          Profile read = found.getOrDefault(key, new Profile(key, false, Map.of()));
          Map<String, Value> attributes = new HashMap<>(read.attributes());
          attributes.put(Riches.EMAIL, email);
          found.put(key, new Profile(key, read.isProtected(), attributes));
        }
      }
      List<Profile> profiles =
          keys.stream().flatMap(key -> Stream.ofNullable(found.get(key))).toList();
      return new Lookup(profiles, real.unprocessed());
    }

    private Map<ProfileKey, Value> said() {
      Invocation self = world.calls().strand().invocation();
      return said.computeIfAbsent(self, _ -> new HashMap<>());
    }
  }

  /** Deletes by the key alone. */
  static final class AsksForNothing extends PassingProfiles {
    AsksForNothing(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
      List<Target> any = targets.stream().map(Target::key).map(Target::of).toList();
      return super.erase(unprotected(dataset), type, any);
    }

    private static Dataset unprotected(Dataset dataset) {
      ProfileTable table = dataset.profiles();
      return new Dataset(
          dataset.name(),
          new ProfileTable(
              table.table(),
              table.partition(),
              table.sort(),
              Optional.empty(),
              table.writesPerSecond()),
          dataset.key(),
          dataset.identifiers(),
          dataset.deletionTypes(),
          dataset.linked(),
          dataset.suppression(),
          dataset.segments());
    }
  }

  /** Finds out who is protected when their records are gone. */
  static final class LooksTooLate extends PassingProfiles {
    LooksTooLate(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Lookup find(Dataset dataset, List<ProfileKey> keys) {
      Lookup real = super.find(dataset, keys);
      return new Lookup(
          real.profiles().stream()
              .map(profile -> new Profile(profile.key(), false, profile.attributes()))
              .toList(),
          real.unprocessed());
    }
  }
}
