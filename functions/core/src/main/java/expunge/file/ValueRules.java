package expunge.file;

import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which values of an identifier can be looked up. Nothing is corrected but as the dataset declares.
 */
public final class ValueRules {
  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?\\d+([.,]\\d+)?[eE][+-]?\\d+");

  private final Identifier identifier;

  /** Of one kind of identifier. */
  public ValueRules(Identifier identifier) {
    this.identifier = identifier;
  }

  /** Without the spaces and tabs at both ends; other white space stays and is refused later. */
  public static String stripped(String value) {
    int from = 0;
    int to = value.length();
    while (from < to && isSpaceOrTab(value.charAt(from))) {
      from++;
    }
    while (from < to && isSpaceOrTab(value.charAt(to - 1))) {
      to--;
    }
    return value.substring(from, to);
  }

  /** The first rule that a stripped value breaks; empty if it can be looked up. */
  public Optional<InvalidReason> broken(String value) {
    if (value.isEmpty()) {
      return Optional.of(InvalidReason.EMPTY);
    }
    if (isTooLong(value) || isTooLong(normal(value))) {
      return Optional.of(InvalidReason.TOO_LONG);
    }
    if (value.codePoints().anyMatch(Invisible::isInvisible)) {
      return Optional.of(InvalidReason.CHARACTER);
    }
    return brokenForm(normal(value));
  }

  /** The value as the table has it. */
  public String normal(String value) {
    return identifier.normalization().of(value);
  }

  private Optional<InvalidReason> brokenForm(String value) {
    if (value.isEmpty()) {
      return Optional.of(InvalidReason.EMPTY);
    }
    boolean number = identifier.type() != KeyType.NUMBER || CanonicalNumber.is(value);
    boolean pattern = identifier.pattern().map(p -> p.matcher(value).matches()).orElse(true);
    if (number && pattern) {
      return Optional.empty();
    }
    if (SCIENTIFIC.matcher(value).matches()) {
      return Optional.of(InvalidReason.SPREADSHEET);
    }
    return Optional.of(number ? InvalidReason.PATTERN : InvalidReason.NUMBER);
  }

  private boolean isTooLong(String value) {
    int most = identifier.mostBytes();
    // a char is 3 bytes at most, so most values need no encoding to know
    return value.length() > most / 3
        && (value.length() > most || value.getBytes(StandardCharsets.UTF_8).length > most);
  }

  private static boolean isSpaceOrTab(char c) {
    return c == ' ' || c == '\t';
  }
}
