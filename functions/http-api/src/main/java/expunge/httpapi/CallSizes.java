package expunge.httpapi;

import expunge.run.Settings;
import expunge.task.TaskQuery;

/**
 * How much one call may carry, or ask for.
 *
 * @param body {@code EXPUNGE_LARGEST_BODY}, in bytes; 262,144 unless told otherwise
 * @param keys {@code EXPUNGE_KEYS_PER_CALL}, of profiles that are deleted while somebody waits; 20
 *     unless told otherwise
 * @param page {@code EXPUNGE_PAGE_ENTRIES}, the entries of a list; 100 unless told otherwise
 */
public record CallSizes(int body, int keys, int page) {
  /** As they are unless somebody told otherwise. */
  public static final CallSizes STANDARD = new CallSizes(1 << 18, 20, TaskQuery.LARGEST_PAGE);

  private static final int SMALLEST_BODY = 1 << 10;
  private static final int LARGEST_BODY = 4_000_000;
  private static final int MOST_KEYS = 100;

  /** Reads them; what is wrong is noted in {@code settings}. */
  static CallSizes from(Settings settings) {
    return new CallSizes(
        settings.integer("EXPUNGE_LARGEST_BODY", STANDARD.body, SMALLEST_BODY, LARGEST_BODY),
        settings.integer("EXPUNGE_KEYS_PER_CALL", STANDARD.keys, 1, MOST_KEYS),
        settings.integer("EXPUNGE_PAGE_ENTRIES", STANDARD.page, 1, STANDARD.page));
  }
}
