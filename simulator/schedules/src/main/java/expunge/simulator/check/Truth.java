package expunge.simulator.check;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file asks for, row by row.
 *
 * @param rows in order
 */
record Truth(List<Row> rows) {
  private static final String MARK = "\uFEFF";
  private static final List<String> IDENTIFIERS = List.of("MaestraId", "email");

  /**
   * One row.
   *
   * @param value without spaces around it
   * @param valid whether it can be an identifier
   * @param firstLine of the same value further up; 0 where there is none
   */
  record Row(int line, String value, boolean valid, int firstLine) {
    boolean asksForDeletion() {
      return valid && firstLine == 0;
    }
  }

  /** How many rows ask for a deletion. */
  long rowsToDelete() {
    return rows.stream().filter(Row::asksForDeletion).count();
  }

  /** The identifiers, in order. */
  List<String> values() {
    return rows.stream().map(Row::value).toList();
  }

  /** Reads a file; empty where it is not acceptable. */
  static Optional<Truth> of(byte[] file) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return Optional.of(of(text.startsWith(MARK) ? text.substring(1) : text));
    } catch (CharacterCodingException undecodable) {
      return Optional.empty();
    }
  }

  private static Truth of(String text) {
    List<Csv.Line> records = Csv.read(text);
    List<String> header = records.getFirst().fields();
    int column = IDENTIFIERS.stream().mapToInt(header::indexOf).max().orElse(-1);
    Map<String, Integer> lines = new HashMap<>();
    List<Row> rows = new ArrayList<>();
    for (Csv.Line record : records.subList(1, records.size())) {
      List<String> fields = record.fields();
      String value = column < fields.size() ? withoutSpaces(fields.get(column)) : "";
      boolean valid = fields.size() == header.size() && isValid(value);
      Integer first = valid ? lines.putIfAbsent(value, record.line()) : null;
      rows.add(new Row(record.line(), value, valid, first == null ? 0 : first));
    }
    return new Truth(rows);
  }

  private static String withoutSpaces(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && " \t".indexOf(value.charAt(from)) >= 0) {
      from++;
    }
    while (from < to && " \t".indexOf(value.charAt(to - 1)) >= 0) {
      to--;
    }
    return value.substring(from, to);
  }

  private static boolean isValid(String value) {
    return !value.isEmpty()
        && value.chars().noneMatch(c -> Character.isISOControl(c) || c == '\u00A0');
  }
}
