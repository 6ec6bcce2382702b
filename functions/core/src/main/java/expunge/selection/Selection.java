package expunge.selection;

import expunge.dataset.Dataset;
import expunge.item.Cursor;
import expunge.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/**
 * Finds the profiles that a selector means, page by page, so that memory does not grow with them.
 * Throws as {@link expunge.profile.ProfileStore} does.
 */
public interface Selection {
  /** For whoever has no such deletion to carry out. */
  Selection NONE =
      new Selection() {
        @Override
        public int lanes(Dataset dataset, Selector selector) {
          throw new IllegalStateException("nobody is to be looked for here");
        }

        @Override
        public Page page(Dataset dataset, Selector selector, Lane lane, Optional<Cursor> after) {
          throw new IllegalStateException("nobody is to be looked for here");
        }
      };

  /** In how many lanes at most they may be looked for; at least 1. */
  int lanes(Dataset dataset, Selector selector);

  /**
   * A page of their keys, strongly consistent where the table that is read allows it. A profile
   * that comes, goes or changes meanwhile may be met or not; one that stays as it is is met once,
   * in one lane.
   *
   * @param lane of as many as the caller likes, from 1 to {@link #lanes}
   * @param after where the page before ended, in the same lane; empty for its first page
   */
  Page page(Dataset dataset, Selector selector, Lane lane, Optional<Cursor> after);

  /**
   * A page.
   *
   * @param keys may be none although there are more pages
   * @param looked how many items the store looked at for it
   * @param next where it ended; empty after the last page of the lane
   */
  record Page(List<ProfileKey> keys, int looked, Optional<Cursor> next) {
    /** Copies the keys. */
    public Page {
      keys = List.copyOf(keys);
    }

    /** Without the keys. */
    @Override
    public String toString() {
      return "Page[" + keys.size() + " of " + looked + "]";
    }
  }
}
