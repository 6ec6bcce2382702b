package expunge.aws;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes times as RFC 3339 in UTC with three digits of a second: as text they sort as in time. */
final class Moments {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Moments() {}

  /** What is finer than a millisecond is cut off. */
  static String write(Instant moment) {
    return FORM.format(moment);
  }

  /**
   * @throws java.time.DateTimeException if the text is no time
   */
  static Instant read(String text) {
    return Instant.parse(text);
  }
}
