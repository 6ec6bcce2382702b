package expunge.criterion;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads conditions on dates, and makes of them comparisons that no longer depend on today. */
final class DateReader {
  static final String STORED_AS = "as";
  static final List<String> WORDS = List.of("before", "since");

  private static final String AGO = "ago";
  private static final Map<String, ChronoUnit> UNITS =
      Map.of(
          "years", ChronoUnit.YEARS,
          "months", ChronoUnit.MONTHS,
          "weeks", ChronoUnit.WEEKS,
          "days", ChronoUnit.DAYS,
          "hours", ChronoUnit.HOURS);
  private static final List<String> UNIT_WORDS =
      List.of("years", "months", "weeks", "days", "hours");
  private static final BigDecimal LONGEST_AGO = BigDecimal.valueOf(100_000);
  private static final int LAST_YEAR = 9_999;

  private final Instant now;

  DateReader(Instant now) {
    this.now = now;
  }

  /**
   * Reads one.
   *
   * @param word of {@link #WORDS}
   */
  Optional<Criterion> condition(Place place, Optional<String> attribute, String word) {
    Optional<StoredAs> storedAs = storedAs(place);
    Optional<Instant> bound = bound(place.member(word));
    return attribute.flatMap(
        name ->
            storedAs.flatMap(
                form -> bound.map(at -> form.compared(name, word.equals("before"), at))));
  }

  private static Optional<StoredAs> storedAs(Place place) {
    if (!(place.json() instanceof Map<?, ?> members) || !members.containsKey(STORED_AS)) {
      return Optional.of(StoredAs.TEXT);
    }
    Optional<StoredAs> named =
        place.member(STORED_AS).json() instanceof String word
            ? StoredAs.named(word)
            : Optional.empty();
    if (named.isEmpty()) {
      place.member(STORED_AS).problem("has to be one of " + String.join(", ", StoredAs.WORDS));
    }
    return named;
  }

  private Optional<Instant> bound(Place place) {
    Optional<Instant> bound =
        place.json() instanceof String text ? absolute(place, text) : ago(place);
    Optional<Integer> year = bound.map(at -> at.atOffset(ZoneOffset.UTC).getYear());
    if (year.filter(one -> one < 1 || one > LAST_YEAR).isPresent()) {
      place.problem("has to lie in the years from 1 to " + LAST_YEAR);
      return Optional.empty();
    }
    return bound;
  }

  private static Optional<Instant> absolute(Place place, String text) {
    try {
      Instant at = OffsetDateTime.parse(text).toInstant();
      if (at.equals(at.truncatedTo(ChronoUnit.SECONDS))) {
        return Optional.of(at);
      }
      place.problem("has to be a time to the second");
    } catch (DateTimeException noTime) {
      place.problem("has to be a time such as 2026-12-31T00:00:00Z, or an object with ago");
    }
    return Optional.empty();
  }

  private Optional<Instant> ago(Place place) {
    if (!(place.json() instanceof Map<?, ?> members) || !members.keySet().equals(Set.of(AGO))) {
      place.problem("has to be a time such as 2026-12-31T00:00:00Z, or an object with ago");
      return Optional.empty();
    }
    return span(place.member(AGO));
  }

  private Optional<Instant> span(Place place) {
    List<String> units = place.membersOf(UNIT_WORDS, Set.of());
    if (units.size() != 1) {
      place.problem("has to be an object with one of " + String.join(", ", UNIT_WORDS));
      return Optional.empty();
    }
    Place amount = place.member(units.getFirst());
    if (amount.json() instanceof BigDecimal number
        && number.signum() > 0
        && number.compareTo(LONGEST_AGO) <= 0
        && number.stripTrailingZeros().scale() <= 0) {
      ChronoUnit unit = UNITS.getOrDefault(units.getFirst(), ChronoUnit.DAYS);
      return Optional.of(before(number.longValueExact(), unit));
    }
    amount.problem("has to be a whole number from 1 to " + LONGEST_AGO);
    return Optional.empty();
  }

  /** The beginning of that day, or of that minute. */
  private Instant before(long amount, ChronoUnit unit) {
    return unit == ChronoUnit.HOURS
        ? now.truncatedTo(ChronoUnit.MINUTES).minus(amount, unit)
        : LocalDate.ofInstant(now, ZoneOffset.UTC)
            .minus(amount, unit)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
  }
}
