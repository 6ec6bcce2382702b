package expunge.simulator.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a file of customers: some of their columns, bad rows, rows of two people, the same again.
 */
final class CustomerFileMaker {
  private static final int UNDECODABLE = 0xFF;
  private static final String KEY = "id";
  private static final String NAME = "name";
  private static final String POINTS = "points";
  private static final String SEGMENT = "segment";
  private static final List<String> SEGMENTS =
      List.of(Customers.OPEN, Customers.OPEN, Customers.UNKNOWN, Customers.CLOSED, "");

  private final Dice dice;
  private final Customers customers;
  private final List<String> columns = new ArrayList<>();
  private final boolean wholly;

  CustomerFileMaker(Dice dice, Customers customers) {
    this.dice = dice;
    this.customers = customers;
    this.wholly = dice.happens(0.4);
    columns.add(Customers.EMAIL);
    addIf(0.6, Customers.NUMBER);
    addIf(0.15, KEY);
    addIf(0.8, NAME);
    addIf(0.2, POINTS);
    addIf(0.2, SEGMENT);
  }

  private void addIf(double share, String column) {
    if (dice.happens(share)) {
      columns.add(dice.between(0, columns.size()), column);
    }
  }

  /** What makes a file one that nobody may import. */
  private enum Flaw {
    BAD_BYTE,
    UNKNOWN_COLUMN,
    EMPTY_COLUMN,
    NONE
  }

  byte[] make(int rows, boolean acceptable) {
    Flaw flaw =
        acceptable
            ? Flaw.NONE
            : dice.oneOf(List.of(Flaw.BAD_BYTE, Flaw.UNKNOWN_COLUMN, Flaw.EMPTY_COLUMN));
    String lineEnd = dice.happens(0.3) ? "\r\n" : "\n";
    String surplus =
        switch (flaw) {
          case UNKNOWN_COLUMN -> ",shoe";
          case EMPTY_COLUMN -> ",subscribed";
          case BAD_BYTE, NONE -> "";
        };
    StringBuilder text = new StringBuilder(String.join(",", columns)).append(surplus);
    for (int i = 0; i < rows; i++) {
      String last = flaw == Flaw.UNKNOWN_COLUMN ? ",42" : flaw == Flaw.EMPTY_COLUMN ? "," : "";
      text.append(lineEnd).append(dice.happens(0.03) ? lineEnd : "");
      text.append(i == 0 ? full() : row()).append(last);
    }
    return bytes(text.append(lineEnd).toString(), flaw);
  }

  private static byte[] bytes(String text, Flaw flaw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    if (flaw == Flaw.BAD_BYTE) {
      bytes.write(UNDECODABLE);
    }
    return bytes.toByteArray();
  }

  /** Or a column might be empty. */
  private String full() {
    int person = customers.any();
    Map<String, String> cells = of(person, person);
    cells.put(KEY, Customers.key(person));
    cells.put(NAME, "first");
    cells.put(POINTS, "1");
    cells.put(SEGMENT, Customers.OPEN);
    return line(cells);
  }

  private String row() {
    int person = customers.any();
    int other = dice.happens(0.1) ? customers.any() : person;
    Map<String, String> cells = of(person, other);
    if (!wholly) {
      drop(cells);
    }
    if (dice.happens(0.05)) {
      cells.put(NAME, "\"bell\u0007\"");
    }
    return dice.happens(0.03) ? line(cells) + ",surplus" : line(cells);
  }

  /** Leaves out what a row need not say, or, now and then, all by which it could be found. */
  private void drop(Map<String, String> cells) {
    if (dice.happens(0.15) && columns.contains(Customers.NUMBER)) {
      cells.remove(Customers.EMAIL);
    } else if (dice.happens(0.5)) {
      cells.remove(Customers.NUMBER);
    }
    if (dice.happens(0.7)) {
      cells.remove(KEY);
    }
    if (dice.happens(0.04)) {
      cells.clear();
    }
  }

  private Map<String, String> of(int person, int other) {
    Map<String, String> cells = new HashMap<>();
    String email = Customers.email(person);
    cells.put(Customers.EMAIL, dice.happens(0.1) ? email.toUpperCase(Locale.ROOT) : email);
    cells.put(Customers.NUMBER, Customers.number(other));
    cells.put(KEY, Customers.key(dice.happens(0.1) ? other + 20 : person));
    cells.put(NAME, "name-" + dice.between(1, 1_000_000));
    cells.put(POINTS, dice.happens(0.1) ? "many" : "" + dice.between(0, 999));
    cells.put(SEGMENT, dice.oneOf(SEGMENTS));
    return cells;
  }

  private String line(Map<String, String> cells) {
    return String.join(",", columns.stream().map(name -> cells.getOrDefault(name, "")).toList());
  }
}
