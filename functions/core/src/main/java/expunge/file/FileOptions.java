package expunge.file;

import java.util.Optional;

/**
 * What was declared of a file, as people wrote it. Nothing is checked here: a value that is not
 * accepted is a {@link Problem} of the file, found when it is opened.
 *
 * @param encoding such as {@code Windows-1251}; UTF-8 if absent
 * @param delimiter {@code ,} {@code ;} {@code |} or a tab, or its name; seen in the header if
 *     absent
 * @param identifier the header of the column to use; needed only if the file has several
 */
public record FileOptions(
    Optional<String> encoding, Optional<String> delimiter, Optional<String> identifier) {

  /** Nothing declared. */
  public static FileOptions none() {
    return new FileOptions(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
