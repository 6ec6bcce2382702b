package expunge.httpapi;

import expunge.report.RowOutcome;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/**
 * What became of one key.
 *
 * @param key as it was sent
 * @param reason why it was not deleted; absent where the outcome says it all
 */
@Json
record KeyOutcomeView(String key, String outcome, @Nullable String reason) {
  static KeyOutcomeView of(String key, RowOutcome row) {
    return new KeyOutcomeView(
        key, row.outcome().word(), row.reason().isEmpty() ? null : row.reason());
  }

  @Override
  public String toString() {
    return "KeyOutcomeView[" + outcome + "]";
  }
}
