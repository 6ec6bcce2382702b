package expunge.file;

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
    return new Limits(5_000_000_000L, 10_000_000, MIB, 1_000, 4 * MIB);
  }
}
