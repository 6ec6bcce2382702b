package expunge.task;

import expunge.object.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Tells a call that makes something from others: it is sent again where its answer was lost, and is
 * still one call. Neither the caller's key nor what was asked for can be read from it, nor guessed:
 * both may hold identifiers.
 *
 * @param key the same for all calls under one key of one caller
 * @param content the same for equal calls under one key
 */
public record CallKey(Sha256 key, Sha256 content) {
  private static final String BETWEEN = "\0";

  /**
   * Of a call.
   *
   * @param secret what its caller has and nobody else, such as their API key; it is not kept
   * @param key as the caller chose it; others may use the same one
   * @param operation what is called, such as {@code POST /tasks}
   * @param body as it was sent
   */
  public static CallKey of(String secret, String key, String operation, String body) {
    return new CallKey(hash(secret, key), hash(secret, key + BETWEEN + operation + BETWEEN + body));
  }

  private static Sha256 hash(String secret, String text) {
    return Sha256.of((secret + BETWEEN + text).getBytes(StandardCharsets.UTF_8));
  }
}
