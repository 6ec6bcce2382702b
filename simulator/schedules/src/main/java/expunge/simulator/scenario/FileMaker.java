package expunge.simulator.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/** Writes a file of identifiers as exports come: mixed quotes, blank lines, marks, bad rows. */
final class FileMaker {
  private static final String MARK = "\uFEFF";
  private static final int UNDECODABLE = 0xFF;
  private static final List<String> INVALID =
      List.of("\"\"", "\"  \"", "\"bell\u0007\"", "\"two\nlines\"", "no\u00A0break");

  private final Dice dice;
  private final String header;
  private final Supplier<String> values;
  private final StringBuilder text = new StringBuilder();
  private final String lineEnd;
  private final boolean twoColumns;
  private final double valid;

  FileMaker(Dice dice, String header, Supplier<String> values) {
    this.dice = dice;
    this.header = header;
    this.values = values;
    this.lineEnd = dice.happens(0.3) ? "\r\n" : "\n";
    this.twoColumns = dice.happens(0.3);
    this.valid = dice.happens(0.03) ? 0 : dice.happens(0.5) ? 1 : 0.85;
  }

  byte[] make(int rows, boolean acceptable) {
    text.append(dice.happens(0.2) ? MARK : "").append(twoColumns ? "note," : "").append(header);
    for (int i = 0; i < rows; i++) {
      text.append(lineEnd);
      text.append(dice.happens(0.03) ? lineEnd : "");
      row();
    }
    text.append(dice.happens(0.8) ? lineEnd : "");
    return bytes(acceptable);
  }

  private void row() {
    if (!dice.happens(valid)) {
      boolean surplus = dice.happens(0.3);
      text.append(surplus ? "too,many," : twoColumns ? "x," : "");
      text.append(surplus ? "person-1" : dice.oneOf(INVALID));
      return;
    }
    text.append(twoColumns ? "a note," : "");
    String value = values.get();
    if (value.indexOf('"') >= 0 || dice.happens(0.15)) {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    } else {
      text.append(dice.happens(0.05) ? "  " : "").append(value);
      text.append(dice.happens(0.05) ? "\t" : "");
    }
  }

  private byte[] bytes(boolean acceptable) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    if (!acceptable) {
      bytes.writeBytes(lineEnd.getBytes(StandardCharsets.UTF_8));
      bytes.write(twoColumns ? ',' : 'x');
      bytes.write(UNDECODABLE);
    }
    return bytes.toByteArray();
  }
}
