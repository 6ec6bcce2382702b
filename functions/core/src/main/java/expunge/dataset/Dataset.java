package expunge.dataset;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.OptionalInt;

/**
 * One declared profile table.
 *
 * @param name how people name it in paths and requests
 * @param table the profile table's name
 * @param key the identifier that is the table's key
 * @param identifiers the other kinds of identifier, each by the name of its column in files
 * @param writesPerSecond the most deletions per second over all workers; empty for no ceiling
 */
public record Dataset(
    String name,
    String table,
    Identifier key,
    List<Identifier> identifiers,
    OptionalInt writesPerSecond) {
  /** Copies the list. */
  public Dataset {
    identifiers = List.copyOf(identifiers);
  }

  /** What decides which profile an identifier means: equal for equal declarations of it. */
  public String fingerprint() {
    String pattern = key.pattern().map(Pattern::pattern).orElse("");
    return String.join("|", table, key.name(), key.type().name(), pattern);
  }
}
