package expunge.file;

import java.util.regex.Pattern;

/**
 * The one way to write each number of a DynamoDB key. Other ways name the same item there, and so
 * would make two rows of one profile, or delete 7 where 007 was meant.
 */
final class CanonicalNumber {
  private static final int MAX_DIGITS = 38;
  private static final Pattern FORM = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*[1-9])?");

  private CanonicalNumber() {}

  static boolean is(String value) {
    return FORM.matcher(value).matches() && !value.equals("-0") && digits(value) <= MAX_DIGITS;
  }

  /** All digits but the zero before a fraction's point. */
  private static long digits(String value) {
    boolean belowOne = value.startsWith("0.") || value.startsWith("-0.");
    return value.chars().filter(c -> c >= '0' && c <= '9').count() - (belowOne ? 1 : 0);
  }
}
