package expunge.simulator.check;

import java.util.ArrayList;
import java.util.List;

/** CSV as RFC 4180 says, in the plainest way. Blank lines are left out. */
final class Csv {
  private final String text;
  private final List<Line> records = new ArrayList<>();
  private int at;
  private int line = 1;

  private Csv(String text) {
    this.text = text;
  }

  /**
   * One record.
   *
   * @param line on which it begins, from 1
   */
  record Line(int line, List<String> fields) {}

  static List<Line> read(String text) {
    Csv csv = new Csv(text);
    while (csv.at < text.length()) {
      csv.readLine();
    }
    return csv.records;
  }

  private void readLine() {
    int begun = line;
    int start = at;
    List<String> fields = new ArrayList<>();
    fields.add(field());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      fields.add(field());
    }
    if (at > start) {
      records.add(new Line(begun, fields));
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line++;
  }

  private String field() {
    return at < text.length() && text.charAt(at) == '"' ? quoted() : plain();
  }

  private String plain() {
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
      at += text.charAt(at) == '"' ? 1 : 0;
      line += text.charAt(at) == '\n' ? 1 : 0;
      value.append(text.charAt(at));
      at++;
    }
    at++;
    return value.toString();
  }
}
