package expunge.aws;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What came of a conditional write. */
sealed interface Change {
  /** It was made by this call; the record as it is since, or a little later. */
  record Made(Map<String, AttributeValue> record) implements Change {}

  /** The condition did not hold; the record as it was a little later, where there is one. */
  record Refused(Optional<Map<String, AttributeValue>> record) implements Change {}

  /** Whether this call made it. */
  default boolean isMade() {
    return this instanceof Made;
  }
}
