package expunge.file;

import java.util.Optional;

/**
 * Why a file is not accepted. It never quotes the file, whose first line may hold a person's
 * identifier where a header was forgotten; it names only what the dataset declares.
 *
 * @param type a stable name for programs, such as {@code unbalanced-quote}
 * @param title the same for people, in a few words
 * @param detail the rule and how the file breaks it, in one sentence
 * @param remedy what to do, in one sentence
 * @param line from 1, where the problem is in one line
 * @param column the number of the field in that line, from 1, where it is in one field
 * @param position the offset of a byte in the file, from 0, where it is in one byte
 */
public record Problem(
    String type,
    String title,
    String detail,
    String remedy,
    Optional<Integer> line,
    Optional<Integer> column,
    Optional<Long> position) {

  /** A problem of the file as a whole. */
  public static Problem of(String type, String title, String detail, String remedy) {
    return new Problem(
        type, title, detail, remedy, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Problem at(int inLine) {
    return new Problem(type, title, detail, remedy, Optional.of(inLine), column, position);
  }

  Problem at(int inLine, int inColumn) {
    return new Problem(
        type, title, detail, remedy, Optional.of(inLine), Optional.of(inColumn), position);
  }

  Problem atByte(long offset) {
    return new Problem(type, title, detail, remedy, line, column, Optional.of(offset));
  }
}
