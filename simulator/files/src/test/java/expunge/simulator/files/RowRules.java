package expunge.simulator.files;

import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.file.InvalidReason;
import expunge.file.Row;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Which rows may be looked up, told once more in other words. */
final class RowRules {
  private static final int MAX_BYTES = 2_048;

  private RowRules() {}

  /**
   * Holds a row's verdict to the rules.
   *
   * @param complete whether it has as many fields as the header
   */
  static void check(Row row, boolean complete, Identifier key) {
    switch (row) {
      case Row.Valid valid -> {
        Claim.holds(complete, "a valid row has a field for each column");
        checkValid(valid.value(), key);
      }
      case Row.Customer _ -> Claim.holds(false, "a file of identifiers has no customers");
      case Row.Invalid invalid -> {
        Claim.same(invalid.reason() == InvalidReason.FIELDS, !complete, "the number of fields");
        if (complete) {
          checkInvalid(invalid, key);
        }
      }
    }
  }

  private static void checkValid(String value, Identifier key) {
    Claim.holds(
        !value.isEmpty() && bytes(value) <= MAX_BYTES, "a valid value has 1 to 2,048 bytes");
    Claim.holds(value.codePoints().allMatch(RowRules::isSeen), "a valid value can be seen");
    if (key.type() == KeyType.NUMBER) {
      String number = new BigDecimal(value).stripTrailingZeros().toPlainString();
      Claim.holds(number.equals(value), "a valid number is written in one way only");
    }
    if (key.pattern().isPresent()) {
      Claim.holds(value.matches(key.pattern().get().pattern()), "a valid value has its form");
    }
  }

  private static void checkInvalid(Row.Invalid row, Identifier key) {
    String value = row.value();
    InvalidReason reason = row.reason();
    Claim.same(reason == InvalidReason.EMPTY, value.isEmpty(), "empty");
    Claim.same(reason == InvalidReason.TOO_LONG, bytes(value) > MAX_BYTES, "too long");
    boolean formless = key.type() == KeyType.TEXT && key.pattern().isEmpty();
    boolean plain = value.chars().allMatch(c -> c >= ' ' && c <= '~');
    boolean fits = !value.isEmpty() && value.length() <= MAX_BYTES;
    Claim.holds(!(formless && plain && fits), "a plain text is valid where no form is declared");
  }

  private static boolean isSeen(int codePoint) {
    return !Character.isISOControl(codePoint) && !Character.isIdentifierIgnorable(codePoint);
  }

  private static int bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }
}
