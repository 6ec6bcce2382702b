package expunge.file;

/** Refuses a file as a whole: too much, too little, or no CSV at all. */
final class FileRefusal {
  private static final String SPLIT = "Split it into several files.";

  private FileRefusal() {}

  static UnacceptableFile emptyFile() {
    return new UnacceptableFile(
        Problem.of(
                "empty-file",
                "The file is empty",
                "A file starts with a header, and this one holds nothing.",
                "Write a header and one customer a line. " + Wording.TEMPLATES)
            .at(1));
  }

  /**
   * @param line of the header
   */
  static UnacceptableFile headerOnly(int line) {
    return new UnacceptableFile(
        Problem.of(
                "header-only",
                "The file has no rows",
                "A file holds at least one row after its header, and this one holds none.",
                "Write one customer a line after the header. " + Wording.TEMPLATES)
            .at(line));
  }

  static UnacceptableFile tooLarge(long limit) {
    return new UnacceptableFile(
        Problem.of(
            "too-large",
            "The file is too large",
            "A file holds at most " + Wording.grouped(limit) + " bytes.",
            SPLIT));
  }

  /**
   * @param identifiers how many columns are searched for duplicates
   */
  static UnacceptableFile tooManyRows(int limit, int identifiers) {
    String file =
        identifiers == 1 ? "A file" : "A file with " + identifiers + " columns of identifiers";
    return new UnacceptableFile(
        Problem.of(
            "too-many-rows",
            "The file has too many rows",
            file + " holds at most " + Wording.grouped(limit) + " rows.",
            SPLIT));
  }

  static UnacceptableFile tooManyLines(int limit) {
    return new UnacceptableFile(
        Problem.of(
            "too-many-lines",
            "The file has too many lines",
            "A file holds at most " + Wording.grouped(limit) + " lines, blank ones included.",
            "Remove the blank lines."));
  }

  static UnacceptableFile archive(String kind) {
    return new UnacceptableFile(
        Problem.of(
                "archive",
                "The file is not a CSV file",
                "A file is plain CSV, and this one is " + kind + ".",
                "Unpack it first, or save it as CSV.")
            .at(1));
  }
}
