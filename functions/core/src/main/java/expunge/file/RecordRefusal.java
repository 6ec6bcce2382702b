package expunge.file;

/** Refuses a record that can be read in no way or in two. */
final class RecordRefusal {
  private RecordRefusal() {}

  static UnacceptableFile undecodableByte(
      TextEncoding encoding, byte found, long offset, int line, int column) {
    return new UnacceptableFile(
        Problem.of(
                "undecodable-byte",
                "The file is not in the declared encoding",
                "Line %d, column %d: the byte 0x%02X at position %s of the file does not fit %s."
                    .formatted(line, column, found, Wording.grouped(offset), encoding.label()),
                "Declare the encoding in which the file was saved, or save it as UTF-8.")
            .at(line, column)
            .atByte(offset));
  }

  static UnacceptableFile carriageReturn(int line) {
    return new UnacceptableFile(
        Problem.of(
                "carriage-return",
                "A carriage return stands alone",
                "Line %d: a carriage return outside quotes is followed by a line feed."
                    .formatted(line),
                "Save the file with LF or CRLF line ends.")
            .at(line));
  }

  static UnacceptableFile malformedQuote(int line, int column) {
    return new UnacceptableFile(
        Problem.of(
                "malformed-quote",
                "Text follows a closing quote",
                "Line %d, column %d: a closing quote is followed by a delimiter or a line end."
                    .formatted(line, column),
                "Write a quote inside a quoted field twice, or remove the text after the quote.")
            .at(line, column));
  }

  static UnacceptableFile unbalancedQuote(int line) {
    return new UnacceptableFile(
        Problem.of(
                "unbalanced-quote",
                "A quote is never closed",
                "Line %d: a quote opens here, and the file ends before it closes.".formatted(line),
                "Close the quote, or write it twice inside quotes.")
            .at(line));
  }

  static UnacceptableFile recordTooLarge(int line, int limit) {
    return new UnacceptableFile(
        Problem.of(
                "record-too-large",
                "A row is too large",
                "Line %d: a row holds at most %s bytes.".formatted(line, Wording.grouped(limit)),
                "Shorten its fields; lines end with LF or CRLF.")
            .at(line));
  }

  static UnacceptableFile recordTooLargeInQuotes(int line, int limit) {
    return new UnacceptableFile(
        Problem.of(
                "record-too-large",
                "A row is too large",
                "Line %d: a quote opens here and is still open when the row reaches %s bytes."
                    .formatted(line, Wording.grouped(limit)),
                "Close the quote, or write it twice inside quotes.")
            .at(line));
  }

  static UnacceptableFile ambiguousRecords(int line) {
    return new UnacceptableFile(
        Problem.of(
                "ambiguous-records",
                "The rows are not clear",
                "Line %d: two independent readers find different rows here.".formatted(line),
                "Put every field in quotes and write quotes inside twice.")
            .at(line));
  }
}
