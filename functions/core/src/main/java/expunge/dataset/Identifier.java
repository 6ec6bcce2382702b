package expunge.dataset;

import com.google.re2j.Pattern;
import expunge.item.Value;
import java.util.Optional;

/**
 * A kind of identifier.
 *
 * @param name the header of its column in a file; never blank
 * @param attribute which attribute of a profile holds it
 * @param type how the table stores the value
 * @param pattern what a whole value in normal form must match; empty where none is declared
 * @param normalization the form in which the table has it
 * @param index by which it finds profiles; empty for the table's key, and for an identifier that is
 *     only known, so that a file with two is not guessed at
 * @param mostBytes of a value in UTF-8, so that the keys that are made of it are not too long
 */
public record Identifier(
    String name,
    String attribute,
    KeyType type,
    Optional<Pattern> pattern,
    Normalization normalization,
    Optional<Index> index,
    int mostBytes) {
  /** Of a partition key, in UTF-8. */
  public static final int LONGEST_KEY = 2_048;

  /**
   * @throws IllegalArgumentException if the name is blank
   */
  public Identifier {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an identifier needs a name");
    }
  }

  /** Stored as it is, in the attribute of the same name, without an index. */
  public static Identifier plain(String name, KeyType type) {
    return plain(name, type, Optional.empty());
  }

  /** As {@link #plain(String, KeyType)}, with a pattern. */
  public static Identifier plain(String name, KeyType type, Optional<Pattern> pattern) {
    return new Identifier(
        name, name, type, pattern, Normalization.NONE, Optional.empty(), LONGEST_KEY);
  }

  /** The same with shorter values. */
  Identifier ofAtMost(int bytes) {
    return new Identifier(name, attribute, type, pattern, normalization, index, bytes);
  }

  /** A value as a profile's attribute has it. */
  public Value stored(String value) {
    return switch (type) {
      case TEXT -> new Value.Text(value);
      case NUMBER -> new Value.Numeric(value);
    };
  }

  /** All that decides which profiles a value means. */
  String fingerprint() {
    return String.join(
        "|",
        name,
        attribute,
        type.name(),
        pattern.map(Pattern::pattern).orElse(""),
        normalization.word(),
        index.map(Index::fingerprint).orElse(""));
  }
}
