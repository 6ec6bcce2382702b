package expunge.profile;

import expunge.dataset.Dataset;
import expunge.item.Cursor;
import java.util.List;
import java.util.Optional;

/** The profile table of a dataset, for somebody who leafs through it. */
@FunctionalInterface
public interface ProfilePages {
  /**
   * A page of all profiles, in an order that means nothing, as they were a moment ago. Throws as
   * {@link ProfileStore} does.
   *
   * @param after where the page before ended; empty for the first page
   * @param limit how many items the store looks at, be they profiles or not
   */
  Page page(Dataset dataset, Optional<Cursor> after, int limit);

  /**
   * A page of profiles.
   *
   * @param profiles may be none although there are more pages
   * @param next where it ended; empty after the last page
   */
  record Page(List<Profile> profiles, Optional<Cursor> next) {
    /** Copies the profiles. */
    public Page {
      profiles = List.copyOf(profiles);
    }
  }
}
