package expunge.segment;

import expunge.dataset.Segments;
import expunge.dataset.Segments.Source;
import expunge.task.TaskId;
import java.util.List;
import java.util.Optional;

/**
 * A segment as its item holds it.
 *
 * @param id as it is named in paths
 * @param name how people name it; empty where its item has none
 * @param source where its members are found; empty where its item names none that is declared
 * @param disabled whether nobody may join
 * @param deletions the tasks that were to delete its members, the newest first, at most {@link
 *     #REMEMBERED}
 * @param asStored the deletions as the item has them, be they readable or not; empty where that is
 *     no text: unless they change, no other deletion was begun
 */
public record Segment(
    String id,
    Optional<String> name,
    Optional<Source> source,
    boolean disabled,
    List<TaskId> deletions,
    Optional<String> asStored) {
  /** How many deletions a segment's item remembers. */
  public static final int REMEMBERED = 20;

  /** Copies the list. */
  public Segment {
    deletions = List.copyOf(deletions);
  }

  /** Whether a text can be an id: 1 to 128 letters, digits, dots, hyphens, underscores, tildes. */
  public static boolean isId(String text) {
    return Segments.isId(text);
  }
}
