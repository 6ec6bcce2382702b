package expunge.report;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Commit;
import expunge.file.FileOptions;
import expunge.file.KeyFile;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.task.TaskId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The file of a retry: the identifiers of the rows of another task that failed or were cancelled,
 * in their order, under the header that a deletion file has.
 */
public final class RetryFile {
  /** How it is to be read. */
  public static final FileOptions OPTIONS =
      new FileOptions(Optional.of("UTF-8"), Optional.of(","), Optional.empty());

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final Set<String> TAKEN = Set.of(Outcome.FAILED.word(), Outcome.CANCELLED.word());

  private RetryFile() {}

  /** Where it lies. */
  public static String key(TaskId child) {
    return "uploads/" + child + "/retry.csv";
  }

  /**
   * Writes it; repeating that gives another version with the same bytes. Rows that were lost with
   * the parent's file have no identifier, and are left out. So is a row that has deleted a profile
   * where it means one alone: looked up anew, it would mean another.
   *
   * @param identifier the header of the parent's identifier column
   * @param meansSeveral whether a row means all profiles that have its identifier
   * @param ended all batches of the parent, which are final
   * @return false where no row is left, and nothing was written
   * @throws ObjectGone if a part of the parent's report is not there any more
   */
  public static boolean write(
      ObjectStore objects,
      TaskId child,
      String identifier,
      boolean meansSeveral,
      List<Batch> ended) {
    UnaryOperator<byte[]> taken = part -> taken(part, meansSeveral);
    List<String> parts =
        ended.stream()
            .flatMap(batch -> batch.commit().stream())
            .filter(commit -> hasAny(commit.counts()))
            .map(Commit::reportPart)
            .toList();
    if (parts.stream().noneMatch(part -> taken.apply(content(objects, part)).length > 0)) {
      return false;
    }
    byte[] header = KeyFile.lines(List.of(identifier));
    objects.join(key(child), KeyFile.CONTENT_TYPE, header, parts, taken);
    return true;
  }

  private static byte[] content(ObjectStore objects, String part) {
    return objects.read(part).orElseThrow(ObjectGone::new);
  }

  private static boolean hasAny(Balance counts) {
    return counts.count(Outcome.FAILED) + counts.count(Outcome.CANCELLED) > 0;
  }

  private static byte[] taken(byte[] part, boolean meansSeveral) {
    List<String> identifiers = new ArrayList<>();
    try (CSVParser records = CSVParser.parse(new String(part, StandardCharsets.UTF_8), FORMAT)) {
      for (CSVRecord record : records) {
        String identifier = record.get(ReportPart.IDENTIFIER);
        boolean isDone = !meansSeveral && !record.get(ReportPart.PROFILES).equals("0");
        if (TAKEN.contains(record.get(ReportPart.OUTCOME)) && !identifier.isEmpty() && !isDone) {
          identifiers.add(identifier);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory can always be read", impossible);
    }
    return KeyFile.lines(identifiers);
  }
}
