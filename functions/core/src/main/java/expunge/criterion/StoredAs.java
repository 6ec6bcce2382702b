package expunge.criterion;

import expunge.item.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How an attribute holds a time, and how such a time is compared. */
enum StoredAs {
  TEXT("text"),
  SECONDS("seconds"),
  MILLISECONDS("milliseconds");

  static final List<String> WORDS = List.of(TEXT.word, SECONDS.word, MILLISECONDS.word);

  /** The characters of digits lie between these two. */
  private static final Value FIRST_DIGIT = new Value.Text("0");

  private static final Value AFTER_DIGITS = new Value.Text(":");

  private final String word;

  StoredAs(String word) {
    this.word = word;
  }

  static Optional<StoredAs> named(String word) {
    return List.of(values()).stream().filter(one -> one.word.equals(word)).findFirst();
  }

  Criterion compared(String attribute, boolean before, Instant at) {
    Value bound =
        switch (this) {
          case TEXT -> new Value.Text(shortest(at));
          case SECONDS -> new Value.Numeric(Long.toString(at.getEpochSecond()));
          case MILLISECONDS -> new Value.Numeric(Long.toString(at.toEpochMilli()));
        };
    if (this == TEXT) {
      return between(attribute, before ? FIRST_DIGIT : bound, before ? bound : AFTER_DIGITS);
    }
    Operator operator = before ? Operator.LESS_THAN : Operator.AT_LEAST;
    return Criterion.Condition.of(attribute, operator, bound);
  }

  /** A text that begins with no digit is no date, and must not count as an early or late one. */
  private static Criterion between(String attribute, Value from, Value to) {
    return new Criterion.All(
        List.of(
            Criterion.Condition.of(attribute, Operator.AT_LEAST, from),
            Criterion.Condition.of(attribute, Operator.LESS_THAN, to)));
  }

  /**
   * Without zeros at the end: all texts of that moment and later begin with it or are greater,
   * whether they have fractions of seconds, no seconds, or are a date alone.
   */
  private static String shortest(Instant at) {
    String text = at.toString().substring(0, "0000-00-00T00:00:00".length());
    return text.endsWith("T00:00:00")
        ? text.substring(0, text.indexOf('T'))
        : text.endsWith(":00") ? text.substring(0, text.length() - ":00".length()) : text;
  }
}
