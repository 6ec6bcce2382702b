package expunge.targeting;

import expunge.criterion.Criterion;
import expunge.json.JsonText;
import expunge.run.ExpungeException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A criterion as it lies in the bucket. */
final class StoredCriterion {
  static final String CONTENT_TYPE = "application/json";

  private static final BigDecimal VERSION = BigDecimal.ONE;

  private StoredCriterion() {}

  static byte[] write(Criterion criterion) {
    return ("{\"version\":" + VERSION + ",\"criterion\":" + criterion.toJson() + "}")
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads it.
   *
   * @throws ExpungeException.Permanent if it is none that this build knows
   */
  static Criterion read(byte[] json) {
    return JsonText.read(new String(json, StandardCharsets.UTF_8), new LinkedHashSet<>())
        .map(List::getFirst)
        .flatMap(StoredCriterion::criterion)
        .orElseThrow(() -> new ExpungeException.Permanent("a criterion of an unknown form", null));
  }

  /** Nothing in it is counted from a moment any more. */
  private static Optional<Criterion> criterion(@Nullable Object json) {
    return json instanceof Map<?, ?> members
            && members.get("version") instanceof BigDecimal version
            && version.compareTo(VERSION) == 0
        ? Criterion.read(members.get("criterion"), Instant.EPOCH).criterion()
        : Optional.empty();
  }
}
