package expunge.dataset;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What DynamoDB takes, and the statements in which it stands. Each answers what is broken, without
 * quoting it.
 */
public final class DynamoRules {
  private static final Pattern ATTRIBUTE = Pattern.compile("[^\"]{1,255}");
  private static final Pattern RESOURCE = Pattern.compile("[A-Za-z0-9_.-]{1,255}");
  private static final int MOST_DIGITS = 38;
  private static final int LARGEST_EXPONENT = 125;
  private static final int SMALLEST_EXPONENT = -130;

  private DynamoRules() {}

  /** By the name of an attribute. */
  public static Optional<String> brokenByAttribute(String name) {
    return !name.isBlank() && ATTRIBUTE.matcher(name).matches()
        ? Optional.empty()
        : Optional.of("is no name of an attribute: a quote, or over 255 characters");
  }

  /** Of a table, or of an index. */
  static Optional<String> brokenByName(String name, String kind) {
    return RESOURCE.matcher(name).matches()
        ? Optional.empty()
        : Optional.of(
            "is no name of %s: 1 to 255 letters, digits, dots, hyphens or underscores"
                .formatted(kind));
  }

  /**
   * By a number; of one that is out of range, the plain form may have no end, and to strip its
   * zeros may overflow.
   */
  public static Optional<String> brokenByNumber(BigDecimal number) {
    long exponent = (long) number.precision() - number.scale() - 1;
    boolean fits =
        number.signum() == 0
            || (exponent <= LARGEST_EXPONENT
                && exponent >= SMALLEST_EXPONENT
                && number.stripTrailingZeros().precision() <= MOST_DIGITS);
    return fits
        ? Optional.empty()
        : Optional.of("is a number that DynamoDB does not take: over 38 digits, or out of range");
  }
}
