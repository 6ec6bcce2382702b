package expunge.file;

import java.util.List;
import java.util.Optional;

/** Refuses a file of customers; what is not declared is not quoted, as it may be a person's. */
final class ImportRefusal {
  private static final String TEMPLATE =
      "The template is at GET /template.csv?kind=import&dataset=…, the columns at GET"
          + " /columns?dataset=…";

  private ImportRefusal() {}

  /**
   * @param nearMiss what it was probably meant to be
   */
  static UnacceptableFile unknownColumn(
      int line, int column, List<String> known, Optional<NearMiss> nearMiss) {
    String hint =
        nearMiss.map(near -> " It is probably meant to be %s.".formatted(near.meant())).orElse("");
    return new UnacceptableFile(
        Problem.of(
                "unknown-column",
                "A column is not known",
                "Line %d is the header, and its column %d is none of %s, written exactly so.%s"
                    .formatted(line, column, Wording.listed(known), hint),
                "Rename the column, or remove it. " + TEMPLATE)
            .at(line, column));
  }

  static UnacceptableFile repeatedColumn(int line, int column, String name) {
    return new UnacceptableFile(
        Problem.of(
                "repeated-column",
                "A column stands twice",
                "Each column stands once, and %s stands again in column %d."
                    .formatted(name, column),
                "Remove one of the two columns.")
            .at(line, column));
  }

  static UnacceptableFile noIdentifier(int line, List<String> usable) {
    return new UnacceptableFile(
        Problem.of(
                "no-identifier",
                "The file has no identifier",
                "The header needs a column that says who a customer is: %s."
                    .formatted(
                        (usable.size() == 1 ? "" : "at least one of ") + Wording.listed(usable)),
                "Add such a column. " + TEMPLATE)
            .at(line));
  }

  static UnacceptableFile emptyColumn(int line, int column, String name) {
    return new UnacceptableFile(
        Problem.of(
                "empty-column",
                "A column is empty",
                "Column %d, %s, has a header, and no row has anything in it."
                    .formatted(column, name),
                "Fill it in, or remove it.")
            .at(line, column));
  }
}
