package expunge.local.s3;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * Who is told about which new objects.
 *
 * @param prefixes a key must begin with one of them
 * @param consumer gets each event as the JSON text that S3 sends; called from several threads
 * @param pauseBeforeRetry a consumer that throws gets the event again after this time, twice at
 *     most; Lambda waits one minute and then two
 * @param log told when an event is given up
 */
public record Subscription(
    List<String> prefixes,
    Consumer<String> consumer,
    Duration pauseBeforeRetry,
    Consumer<String> log) {
  public Subscription {
    prefixes = List.copyOf(prefixes);
  }

  boolean covers(String key) {
    return prefixes.stream().anyMatch(key::startsWith);
  }
}
