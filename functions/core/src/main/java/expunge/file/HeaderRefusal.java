package expunge.file;

import java.util.List;
import java.util.Optional;

/** Refuses a header without quoting it: where it was forgotten, the first line is a person's. */
final class HeaderRefusal {
  private HeaderRefusal() {}

  static UnacceptableFile headerTooLarge(int line, int limit) {
    return new UnacceptableFile(
        Problem.of(
                "header-too-large",
                "The header is too large",
                "The header ends within the first %s bytes of a file."
                    .formatted(Wording.grouped(limit)),
                "Keep the identifier's column and remove others; lines end with LF or CRLF.")
            .at(line));
  }

  static UnacceptableFile tooManyColumns(Header header, int limit) {
    return new UnacceptableFile(
        Problem.of(
                "too-many-columns",
                "The file has too many columns",
                "A file has at most %s columns, and this one has %s."
                    .formatted(Wording.grouped(limit), Wording.grouped(header.columns().size())),
                "Keep the identifier's column and remove others.")
            .at(header.line()));
  }

  /**
   * @param accepted the columns of which one would do
   * @param nearMiss what was probably meant to be one of them
   */
  static UnacceptableFile wrongHeader(
      Header header, List<String> accepted, Optional<NearMiss> nearMiss) {
    String needed = (accepted.size() == 1 ? "" : "one of ") + Wording.listed(accepted);
    String that = accepted.size() == 1 ? "" : "that is ";
    String hint =
        nearMiss
            .map(
                near ->
                    " Column %d is probably meant to be %s.".formatted(near.column(), near.meant()))
            .orElse("");
    Problem problem =
        Problem.of(
            "wrong-header",
            "The header is wrong",
            "Line %d is the header and needs a column %s, written exactly so; %s found.%s"
                .formatted(header.line(), that + needed, columns(header), hint),
            "Make %s the header of the identifier's column. %s"
                .formatted(nearMiss.map(NearMiss::meant).orElse(needed), Wording.TEMPLATE));
    return new UnacceptableFile(
        nearMiss
            .map(near -> problem.at(header.line(), near.column()))
            .orElseGet(() -> problem.at(header.line())));
  }

  static UnacceptableFile ambiguousDelimiter(int line) {
    return new UnacceptableFile(
        Problem.of(
                "ambiguous-delimiter",
                "The delimiter is not clear",
                "The header can be read with more than one delimiter.",
                "Declare the delimiter: " + FileOptions.DELIMITERS + ".")
            .at(line));
  }

  /**
   * @param column of the second one
   */
  static UnacceptableFile twoIdentifierColumns(int line, int column, List<String> found) {
    return new UnacceptableFile(
        Problem.of(
                "two-identifier-columns",
                "The file has several identifiers",
                "A file has one identifier column, and this one has " + Wording.listed(found) + ".",
                "Declare the one to use as the option identifier, or remove the others.")
            .at(line, column));
  }

  static UnacceptableFile repeatedIdentifierColumn(int line, int column, String name) {
    return new UnacceptableFile(
        Problem.of(
                "repeated-identifier-column",
                "The file has the identifier twice",
                "A file has one identifier column, and %s stands again in column %d."
                    .formatted(name, column),
                "Remove one of the two columns.")
            .at(line, column));
  }

  static UnacceptableFile identifierNotDeletable(
      int line, int column, String found, List<String> usable) {
    return new UnacceptableFile(OptionRefusal.notDeletable(found, usable).at(line, column));
  }

  private static String columns(Header header) {
    int count = header.columns().size();
    return count == 1 ? "1 other column was" : Wording.grouped(count) + " other columns were";
  }
}
