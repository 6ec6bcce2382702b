package expunge.simulator.bug;

import expunge.batch.Batch;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.run.ExpungeException;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.simulator.process.Invocation;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Profiles of others that are touched, and listed ones that are not. */
final class ProfileBugs {
  private ProfileBugs() {}

  private static Profile profile(ProfileKey key) {
    return new Profile(key, false, Map.of());
  }

  /** Takes zeros at the beginning for padding. */
  static final class TrimsZeros extends PassingProfiles {
    TrimsZeros(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Lookup find(Dataset dataset, List<ProfileKey> keys) {
      Map<ProfileKey, ProfileKey> trimmed = new LinkedHashMap<>();
      keys.forEach(key -> trimmed.put(key, trimmed(key)));
      Lookup answer = super.find(dataset, trimmed.values().stream().distinct().toList());
      List<Profile> found =
          keys.stream()
              .filter(key -> answer.found().contains(trimmed(key)))
              .map(ProfileBugs::profile)
              .toList();
      List<ProfileKey> open =
          keys.stream().filter(key -> answer.unprocessed().contains(trimmed(key))).toList();
      return new Lookup(found, open);
    }

    @Override
    public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
      List<Target> sent =
          targets.stream()
              .map(Target::key)
              .map(TrimsZeros::trimmed)
              .distinct()
              .map(Target::of)
              .toList();
      List<ProfileKey> open = super.erase(dataset, type, sent).unprocessed();
      return new Erased(
          targets.stream().map(Target::key).filter(key -> open.contains(trimmed(key))).toList(),
          List.of());
    }

    private static ProfileKey trimmed(ProfileKey key) {
      int zeros = 0;
      while (zeros < key.value().length() - 1 && key.value().charAt(zeros) == '0') {
        zeros++;
      }
      return new ProfileKey(key.value().substring(zeros));
    }
  }

  /** Does not look at what a deletion did not process. */
  static final class DropsOpenDeletions extends PassingProfiles {
    DropsOpenDeletions(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
      return new Erased(List.of(), super.erase(dataset, type, targets).refused());
    }
  }

  /** Does not look at what a look-up did not process. */
  static final class DropsOpenLookups extends PassingProfiles {
    DropsOpenLookups(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Lookup find(Dataset dataset, List<ProfileKey> keys) {
      return new Lookup(super.find(dataset, keys).profiles(), List.of());
    }
  }

  /** Takes a call that failed for one that went through. */
  static final class TrustsFailedDeletions extends PassingProfiles {
    TrustsFailedDeletions(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
      try {
        return super.erase(dataset, type, targets);
      } catch (ExpungeException.Retryable failed) {
        return Erased.ALL;
      }
    }
  }

  /** Says in an error whom it was about. */
  static final class NamesThePerson extends PassingProfiles {
    NamesThePerson(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
      try {
        return super.erase(dataset, type, targets);
      } catch (ExpungeException.Permanent refused) {
        String person = targets.getFirst().key().value();
        throw new ExpungeException.Permanent("refused: " + person, refused);
      }
    }
  }

  /** Calls a row failed where no delete was acknowledged, without looking. */
  static final class FailsWithoutLooking implements Plant {
    private final Set<Invocation> planned = new HashSet<>();

    @Override
    public TaskStore tasks(TaskStore calls, World world) {
      return new PassingTasks(calls) {
        @Override
        public Optional<Batch> lease(TaskId id, int number, Lease lease, Instant now) {
          return noted(super.lease(id, number, lease, now));
        }

        @Override
        public Optional<Batch> plan(TaskId id, int number, String owner, Plan plan) {
          return noted(super.plan(id, number, owner, plan));
        }

        private Optional<Batch> noted(Optional<Batch> batch) {
          Invocation self = world.calls().strand().invocation();
          planned.remove(self);
          batch.flatMap(Batch::plan).ifPresent(_ -> planned.add(self));
          return batch;
        }
      };
    }

    @Override
    public ProfileStore profiles(ProfileStore calls, World world) {
      return new PassingProfiles(calls) {
        @Override
        public Lookup find(Dataset dataset, List<ProfileKey> keys) {
          return planned.contains(world.calls().strand().invocation())
              ? new Lookup(keys.stream().map(ProfileBugs::profile).toList(), List.of())
              : super.find(dataset, keys);
        }

        @Override
        public Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
          try {
            return super.erase(dataset, type, targets);
          } catch (ExpungeException.Retryable unclear) {
            throw new ExpungeException.Permanent("not acknowledged", unclear);
          }
        }
      };
    }
  }
}
