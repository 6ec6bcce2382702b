package expunge.linked;

import expunge.dataset.LinkedTable;
import expunge.item.Cursor;
import expunge.profile.ProfileKey;
import java.util.List;
import java.util.Optional;

/**
 * The linked tables. All methods throw {@link expunge.run.ExpungeException}: retryable where a
 * table could not be reached or was throttled as a whole, permanent where it refuses.
 */
public interface LinkedStore {
  /** The most records that one call of {@link #treat} takes, unless it moves them. */
  int RECORDS_PER_CALL = 25;

  /** The most records on one page. */
  int RECORDS_PER_PAGE = 250;

  /**
   * A page of the records that the table's rule has something to do with. Strongly consistent where
   * they are found by key. Where they are found by an index, which lags behind, one may be missing,
   * or may belong to somebody else by now.
   *
   * @param after where the page before ended; empty for the first page
   */
  Page find(LinkedTable table, ProfileKey profile, Optional<Cursor> after);

  /**
   * Does to records what the table's rule says, each on its own, unless they no longer belong to
   * the profile. Repeating it is harmless.
   *
   * @param records distinct, at most {@link #perCall}
   * @param newId stands for the link in a record that is moved
   * @return those to be sent again: not processed, or changed in what the rule asks for
   * @throws IllegalArgumentException if there are too many
   */
  List<LinkedRecord> treat(
      LinkedTable table, ProfileKey profile, List<LinkedRecord> records, String newId);

  /** The most records that one call takes for this table. */
  static int perCall(LinkedTable table) {
    return table.movesRecords() ? 1 : RECORDS_PER_CALL;
  }

  /**
   * A page of records.
   *
   * @param records may be none although there are more pages
   * @param next where it ended; empty after the last page
   */
  record Page(List<LinkedRecord> records, Optional<Cursor> next) {
    /** No record, and no further page. */
    public static final Page EMPTY = new Page(List.of(), Optional.empty());

    /** Copies the records. */
    public Page {
      records = List.copyOf(records);
    }
  }
}
