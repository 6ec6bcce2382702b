package expunge.simulator;

import expunge.batch.Batch;
import expunge.batch.BatchRows;
import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.file.Layout;
import expunge.file.Limits;
import expunge.file.Slice;
import expunge.file.TextEncoding;
import expunge.object.ObjectVersion;
import expunge.profile.ProfileKey;
import expunge.task.Accepted;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Records to begin a test with. They fit each other: {@link #file} has a header and rows of one
 * width, and {@link #rows} says where those lie in it.
 */
public final class Samples {
  /** When every sample task is created. */
  public static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

  private static final String HEADER = "MaestraId";
  private static final int HEADER_BYTES = HEADER.length() + 1;
  private static final int ROW_BYTES = key(1).value().length() + 1;
  private static final int FIRST_LINE = 2;

  private Samples() {}

  /** The sample dataset: profiles by {@code MaestraId}, a text. */
  public static Dataset customers() {
    return Dataset.byKey("customers", "customers", Identifier.plain(HEADER, KeyType.TEXT));
  }

  /** A complete deletion of customers, without a word on why. */
  public static Request request() {
    return Request.deletion("customers", "complete");
  }

  /** A task whose file, under this object key, is about to be read. The same key, the same task. */
  public static Task staging(String objectKey) {
    return staging(new ObjectVersion(objectKey, Optional.of("version-1"), "etag"), 0);
  }

  /** A task whose file is this object. The same version, the same task. */
  public static Task staging(ObjectVersion file, long bytes) {
    TaskId id = TaskId.derivedFrom(file.key(), file.versionId().orElse(""), file.eTag());
    return Task.staging(
        id,
        request(),
        new SourceFile(file, bytes),
        Slicing.by(Limits.defaults(), Optional.of(customers())),
        CREATED);
  }

  /** The key of the profile that row {@code row} of {@link #file} lists, from 1. */
  public static ProfileKey key(int row) {
    return new ProfileKey("c%07d".formatted(row));
  }

  /** A file of {@code rows} rows, each with its own key. */
  public static String file(int rows) {
    return IntStream.rangeClosed(1, rows)
        .mapToObj(row -> key(row).value() + "\n")
        .collect(Collectors.joining("", HEADER + "\n", ""));
  }

  /** How {@link #file} is laid out. */
  public static Layout layout() {
    return new Layout(TextEncoding.UTF_8, HEADER_BYTES, FIRST_LINE, ',', List.of(HEADER), 0);
  }

  /** Rows {@code first} (from 1) to {@code last} of {@link #file}, all of them to be deleted. */
  public static BatchRows rows(int first, int last) {
    int rows = last - first + 1;
    long start = HEADER_BYTES + (first - 1L) * ROW_BYTES;
    Slice slice = new Slice(start, rows * ROW_BYTES, first - 1 + FIRST_LINE, rows);
    return new BatchRows(slice, 0, List.of());
  }

  /** {@link #file} cut into {@code count} fresh batches of {@code rowsEach} rows. */
  public static List<Batch> batches(int count, int rowsEach) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> Batch.fresh(n, rows((n - 1) * rowsEach + 1, n * rowsEach)))
        .toList();
  }

  /** What intake says of {@link #file} when it is cut into such batches. */
  public static Accepted totals(int batches, int rowsEach) {
    long rows = (long) batches * rowsEach;
    return new Accepted(layout(), rows, rows, batches);
  }
}
