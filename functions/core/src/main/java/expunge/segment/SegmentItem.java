package expunge.segment;

import expunge.dataset.Segments;
import expunge.dataset.Segments.Source;
import expunge.item.Value;
import expunge.task.TaskId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A segment's item, which others write too: they make it, name it, and ask its {@link #DISABLED}
 * before they let anybody join. What it holds beside these attributes is theirs.
 */
public final class SegmentItem {
  /** The table's key, a text. */
  public static final String ID = "segmentId";

  /** How people name it; may be missing. */
  public static final String NAME = "name";

  /** {@code members}, {@code manual} or {@code attribute}; may be missing. */
  public static final String SOURCE = "source";

  /** Nobody may join, unless it is missing or false. */
  public static final String DISABLED = "disabled";

  /**
   * The ids of the tasks that were to delete its members, the newest first, with spaces between.
   */
  public static final String DELETIONS = "deletions";

  private SegmentItem() {}

  /** The attribute of the key. */
  public static Map<String, Value> key(String id) {
    return Map.of(ID, new Value.Text(id));
  }

  /** Reads one; empty where its id is none that could be called. */
  public static Optional<Segment> read(Map<String, Value> item, Segments declared) {
    return text(item, ID)
        .filter(Segment::isId)
        .map(
            id ->
                new Segment(
                    id,
                    text(item, NAME),
                    source(item.get(SOURCE), declared),
                    isDisabled(item.get(DISABLED)),
                    deletions(item),
                    text(item, DELETIONS)));
  }

  private static Optional<Source> source(@Nullable Value said, Segments declared) {
    return said == null
        ? Optional.of(declared.usualSource())
        : said.asText().flatMap(Source::of).filter(declared::has);
  }

  /** The text of {@link #DELETIONS} after another one. */
  public static String deletions(Segment before, TaskId newest) {
    return text(
        Stream.concat(Stream.of(newest), before.deletions().stream())
            .limit(Segment.REMEMBERED)
            .toList());
  }

  private static String text(List<TaskId> deletions) {
    return String.join(" ", deletions.stream().map(TaskId::value).toList());
  }

  /**
   * As the condition has it that others write: what is neither missing nor false keeps them out.
   */
  private static boolean isDisabled(@Nullable Value value) {
    return value != null && !value.equals(new Value.Flag(false));
  }

  private static List<TaskId> deletions(Map<String, Value> item) {
    return text(item, DELETIONS).stream()
        .flatMap(all -> Stream.of(all.split(" ")))
        .filter(TaskId::isTaskId)
        .map(TaskId::new)
        .limit(Segment.REMEMBERED)
        .toList();
  }

  private static Optional<String> text(Map<String, Value> item, String name) {
    return item.get(name) instanceof Value.Text(String text) ? Optional.of(text) : Optional.empty();
  }
}
