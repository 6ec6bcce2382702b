package expunge.simulator.bug;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.profile.LastSeen;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.simulator.platform.World;
import expunge.suppression.Entry;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People who are deleted and not remembered, or remembered and not deleted. */
final class SuppressionBugs {
  private SuppressionBugs() {}

  /** Deletes first, and makes the entries then. */
  static final class EntersAfterwards extends PassingProfiles {
    EntersAfterwards(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Erased eraseAndSuppress(Dataset dataset, LastSeen profile, List<Entry> entries) {
      Target target =
          new Target(profile.key(), profile.asRead().map(Profile::attributes).orElse(Map.of()));
      Erased erased = erase(dataset, new DeletionType.Complete(), List.of(target));
      return erased.equals(Erased.ALL) ? super.eraseAndSuppress(dataset, profile, entries) : erased;
    }
  }

  /** Makes the entries, whatever becomes of the deletion. */
  static final class EntersWhoStays extends PassingProfiles {
    private static final LastSeen NOBODY = new LastSeen(new ProfileKey("nobody"), Optional.empty());

    EntersWhoStays(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Erased eraseAndSuppress(Dataset dataset, LastSeen profile, List<Entry> entries) {
      Erased erased = super.eraseAndSuppress(dataset, profile, entries);
      if (!erased.refused().isEmpty()) {
        super.eraseAndSuppress(dataset, NOBODY, entries);
      }
      return erased;
    }
  }

  /** Remembers the key alone. */
  static final class ForgetsTheEmail extends PassingProfiles {
    ForgetsTheEmail(ProfileStore calls, World world) {
      super(calls);
    }

    @Override
    public Erased eraseAndSuppress(Dataset dataset, LastSeen profile, List<Entry> entries) {
      return super.eraseAndSuppress(dataset, profile, entries.subList(0, 1));
    }
  }
}
