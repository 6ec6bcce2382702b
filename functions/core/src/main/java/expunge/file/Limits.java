package expunge.file;

import expunge.run.Settings;

/**
 * How large a file and its parts may be.
 *
 * @param bytes of the whole file
 * @param rows of the whole file
 * @param recordBytes of one record without its line end
 * @param sliceRows rows after which a slice ends
 * @param sliceBytes bytes past which a slice never grows, unless one record alone is larger
 */
public record Limits(long bytes, int rows, int recordBytes, int sliceRows, int sliceBytes) {
  private static final int MIB = 1 << 20;
  private static final int LARGEST_BATCH = 5_000;
  private static final int MOST_ROWS = 99_999_999;
  private static final int MEGABYTES = 5_000;
  private static final int MOST_MEGABYTES = 50_000;
  private static final long MEGABYTE = 1_000_000L;

  /**
   * @throws IllegalArgumentException if one is not positive, or slice and record together pass 1
   *     GiB
   */
  public Limits {
    if (bytes < 1 || rows < 1 || recordBytes < 1 || sliceRows < 1 || sliceBytes < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
    if ((long) recordBytes + sliceBytes > 1024L * MIB) {
      throw new IllegalArgumentException("a slice and a record are held in memory: 1 GiB at most");
    }
  }

  /** 5 GB, 10,000,000 rows, records of 1 MiB; slices of 1,000 rows and 4 MiB. */
  public static Limits defaults() {
    return new Limits(MEGABYTES * MEGABYTE, 10_000_000, MIB, 1_000, 4 * MIB);
  }

  /** Reads the operator's settings; what is wrong is noted in {@code settings}. */
  public static Limits from(Settings settings) {
    Limits standard = defaults();
    return new Limits(
        MEGABYTE * settings.integer("EXPUNGE_FILE_MEGABYTES", MEGABYTES, 1, MOST_MEGABYTES),
        settings.integer("EXPUNGE_FILE_ROWS", standard.rows, 1, MOST_ROWS),
        standard.recordBytes,
        settings.integer("EXPUNGE_BATCH_ROWS", standard.sliceRows, 1, LARGEST_BATCH),
        standard.sliceBytes);
  }
}
