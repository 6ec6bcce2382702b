package expunge.file;

import java.util.Optional;

/**
 * What was declared of a file, as people wrote it. Nothing is checked here: a value that is not
 * accepted is a {@link Problem} of the file, found when it is opened. Whoever wants to know before
 * asks {@link #isEncoding} and {@link #isDelimiter}.
 *
 * @param encoding such as {@code Windows-1251}; UTF-8 if absent
 * @param delimiter {@code ,} {@code ;} {@code |} or a tab, or its name; seen in the header if
 *     absent
 * @param identifier the header of the column to use; needed only if the file has several
 */
public record FileOptions(
    Optional<String> encoding, Optional<String> delimiter, Optional<String> identifier) {
  /** The encodings that can be declared, for people. */
  public static final String ENCODINGS =
      "UTF-8, ISO-8859-1, Windows-1251, Windows-1252, UTF-16, UTF-16LE, UTF-16BE";

  /** The delimiters that can be declared, for people. */
  public static final String DELIMITERS = ", ; | or a tab (\\t), or comma, semicolon, pipe, tab";

  /** Nothing declared. */
  public static FileOptions none() {
    return new FileOptions(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether a file may be declared to have this encoding. */
  public static boolean isEncoding(String declared) {
    return Beginning.isEncoding(declared);
  }

  /** Whether a file may be declared to have this delimiter. */
  public static boolean isDelimiter(String declared) {
    return Delimiter.named(declared).isPresent();
  }
}
