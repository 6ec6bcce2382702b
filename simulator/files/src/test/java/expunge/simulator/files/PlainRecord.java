package expunge.simulator.files;

import java.util.ArrayList;
import java.util.List;

/**
 * A record as a third reader sees it, which shares nothing with the two of the product: it has the
 * whole file as text in memory and goes through it by looking for characters.
 *
 * @param line the one on which it begins, from 1
 * @param fields without their quotes, otherwise as they are
 * @param start in the text
 * @param end in the text, before the line end
 * @param next where the next line begins
 */
record PlainRecord(int line, List<String> fields, int start, int end, int next) {
  PlainRecord {
    fields = List.copyOf(fields);
  }

  /**
   * All records of a text; blank lines are none.
   *
   * @param begin after a byte order mark
   * @throws AssertionError if it is no CSV
   */
  static List<PlainRecord> allOf(String text, int begin, char delimiter) {
    List<PlainRecord> records = new ArrayList<>();
    int line = 1;
    for (int start = begin; start < text.length(); ) {
      PlainRecord record = at(text, delimiter, line, start);
      if (record.end > start) {
        records.add(record);
      }
      line += lineEnds(text.substring(start, record.next));
      start = record.next;
    }
    return records;
  }

  private static PlainRecord at(String text, char delimiter, int line, int start) {
    List<String> fields = new ArrayList<>();
    int end = start - 1;
    do {
      int field = end + 1;
      boolean quoted = text.startsWith("\"", field);
      int close = quoted ? closingQuote(text, field) : field;
      end =
          quoted
              ? afterBlanks(text, delimiter, close + 1)
              : endOfPlainField(text, delimiter, field);
      fields.add(
          quoted
              ? text.substring(field + 1, close).replace("\"\"", "\"")
              : text.substring(field, end));
    } while (end < text.length() && text.charAt(end) == delimiter);
    return new PlainRecord(line, fields, start, end, afterLineEnd(text, end));
  }

  private static int closingQuote(String text, int opening) {
    int quote = text.indexOf('"', opening + 1);
    while (quote >= 0 && text.startsWith("\"\"", quote)) {
      quote = text.indexOf('"', quote + 2);
    }
    if (quote < 0) {
      throw new AssertionError("a quote was accepted that is never closed");
    }
    return quote;
  }

  private static int afterBlanks(String text, char delimiter, int from) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) != delimiter
        && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static int endOfPlainField(String text, char delimiter, int from) {
    int end = from;
    while (end < text.length()
        && text.charAt(end) != delimiter
        && "\r\n".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static int afterLineEnd(String text, int end) {
    if (end == text.length()) {
      return end;
    }
    if (text.startsWith("\r\n", end)) {
      return end + 2;
    }
    if (text.startsWith("\n", end)) {
      return end + 1;
    }
    throw new AssertionError("a record was accepted that does not end with its line");
  }

  private static int lineEnds(String text) {
    int ends = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean pair = text.startsWith("\r\n", i);
      ends += !pair && (text.charAt(i) == '\r' || text.charAt(i) == '\n') ? 1 : 0;
    }
    return ends;
  }
}
