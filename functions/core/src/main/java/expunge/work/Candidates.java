package expunge.work;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.item.Cursor;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.ProfileStore.Matching;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where an index says that profiles of an identifier are. Each is to be read before it counts. */
public final class Candidates {
  /** Of one identifier; whoever has more is not guessed at. */
  public static final int MOST = 1_000;

  private final ProfileStore profiles;

  /** In the indexes of these tables. */
  public Candidates(ProfileStore profiles) {
    this.profiles = profiles;
  }

  /** More than {@link #MOST} only where there are more. */
  public List<ProfileKey> of(Dataset dataset, Identifier identifier, String value) {
    List<ProfileKey> keys = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Matching page = profiles.matching(dataset, identifier, value, after);
      keys.addAll(page.keys());
      after = page.next();
    } while (after.isPresent() && keys.size() <= MOST);
    return keys;
  }

  /** Whether a profile has the identifier, which is not the table's key. */
  public static boolean carries(Profile profile, Identifier identifier, String value) {
    return identifier.stored(value).equals(profile.attributes().get(identifier.attribute()));
  }
}
