package expunge.simulator.bug;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.LinkedRule;
import expunge.dataset.LinkedTable;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.linked.LinkedRecord;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.simulator.process.Invocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Linked records that stay, or go, against their rules. */
final class LinkedBugs {
  private LinkedBugs() {}

  private static LinkedTable with(LinkedTable table, LinkedRule rule) {
    return new LinkedTable(
        table.name(),
        table.table(),
        table.partition(),
        table.sort(),
        table.link(),
        rule,
        table.detachedPrefix());
  }

  /** Takes no notice of further pages. */
  static final class ReadsOnePage extends PassingLinked {
    ReadsOnePage(LinkedStore calls, World world) {
      super(calls);
    }

    @Override
    public Page find(LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
      return new Page(super.find(table, profile, after).records(), Optional.empty());
    }
  }

  /** Does not look at what a call left. */
  static final class DropsOpenRecords extends PassingLinked {
    DropsOpenRecords(LinkedStore calls, World world) {
      super(calls);
    }

    @Override
    public List<LinkedRecord> treat(
        LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId) {
      super.treat(table, profile, records, newId);
      return List.of();
    }
  }

  /** Leaves the last of the attributes that are to go. */
  static final class ForgetsAnAttribute extends PassingLinked {
    ForgetsAnAttribute(LinkedStore calls, World world) {
      super(calls);
    }

    @Override
    public List<LinkedRecord> treat(
        LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId) {
      LinkedRule rule =
          table.rule() instanceof LinkedRule.Anonymize some
              ? new LinkedRule.Anonymize(
                  some.remove().subList(0, some.remove().size() - 1), some.replace())
              : table.rule();
      return super.treat(with(table, rule), profile, records, newId);
    }
  }

  /** Deletes what only is to lose its link. */
  static final class DetachesByDeleting extends PassingLinked {
    DetachesByDeleting(LinkedStore calls, World world) {
      super(calls);
    }

    @Override
    public List<LinkedRecord> treat(
        LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId) {
      LinkedRule rule =
          table.rule() instanceof LinkedRule.Detach ? new LinkedRule.Delete() : table.rule();
      return super.treat(with(table, rule), profile, records, newId);
    }
  }

  /** Treats records that an index found, whoever has them by now. */
  static final class TakesThoseOfOthers extends PassingLinked {
    private final World world;

    TakesThoseOfOthers(LinkedStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public List<LinkedRecord> treat(
        LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId) {
      List<LinkedRecord> left = new ArrayList<>(super.treat(table, profile, records, newId));
      for (LinkedRecord one : table.link().isByKey() ? List.<LinkedRecord>of() : records) {
        Optional<ProfileKey> other = owner(table, one).filter(owner -> !owner.equals(profile));
        if (other.isPresent()) {
          left.addAll(super.treat(table, other.get(), List.of(one), newId));
        }
      }
      return left;
    }

    private Optional<ProfileKey> owner(LinkedTable table, LinkedRecord one) {
      return world
          .tables()
          .all()
          .find(table.table(), one.key())
          .map(item -> item.getOrDefault(table.link().attribute().attribute(), new Value.Other()))
          .filter(Value.Text.class::isInstance)
          .map(owner -> new ProfileKey(((Value.Text) owner).text()));
    }
  }

  /** Notes whose profiles an invocation has erased. */
  abstract static class Order implements Plant {
    private final Set<Name> erased = new HashSet<>();

    private record Name(Invocation invocation, ProfileKey profile) {}

    final boolean isErased(World world, ProfileKey profile) {
      return erased.contains(new Name(world.calls().strand().invocation(), profile));
    }

    @Override
    public ProfileStore profiles(ProfileStore calls, World world) {
      return new PassingProfiles(calls) {
        @Override
        public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
          Erased done = super.erase(dataset, type, targets);
          Set<ProfileKey> kept = new HashSet<>(done.unprocessed());
          done.refused().forEach(profile -> kept.add(profile.key()));
          for (Target target : targets) {
            if (!kept.contains(target.key())) {
              erased.add(new Name(world.calls().strand().invocation(), target.key()));
              hasErased(dataset, type, target.key());
            }
          }
          return done;
        }
      };
    }

    /** A profile is gone. */
    void hasErased(Dataset dataset, DeletionType type, ProfileKey profile) {}
  }

  /** Does not look again for what was written before the profile was gone. */
  static final class SweepsOnce extends Order {
    @Override
    public LinkedStore linked(LinkedStore calls, World world) {
      return new PassingLinked(calls) {
        @Override
        public Page find(LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
          return isErased(world, profile) ? Page.EMPTY : super.find(table, profile, after);
        }
      };
    }
  }

  /** Begins with the profile. */
  static final class ProfileFirst extends Order {
    private Optional<LinkedStore> records = Optional.empty();

    @Override
    public LinkedStore linked(LinkedStore calls, World world) {
      records = Optional.of(calls);
      return new PassingLinked(calls) {
        @Override
        public Page find(LinkedTable table, ProfileKey profile, Optional<Cursor> after) {
          return isErased(world, profile) ? super.find(table, profile, after) : Page.EMPTY;
        }
      };
    }

    @Override
    void hasErased(Dataset dataset, DeletionType type, ProfileKey profile) {
      dataset.linkedFor(type).stream()
          .filter(table -> !table.link().isByKey())
          .forEach(table -> sweep(records.orElseThrow(), table, profile));
    }

    private static void sweep(LinkedStore records, LinkedTable table, ProfileKey profile) {
      Optional<Cursor> after = Optional.empty();
      do {
        LinkedStore.Page page = records.find(table, profile, after);
        for (LinkedRecord one : page.records()) {
          records.treat(table, profile, List.of(one), "new-" + profile.value().length());
        }
        after = page.next();
      } while (after.isPresent());
    }
  }
}
