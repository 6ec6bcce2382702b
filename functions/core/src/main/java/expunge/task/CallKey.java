package expunge.task;

import expunge.object.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Tells a call that makes something from others: it is sent again where its answer was lost, and is
 * still one call. Neither the caller's key nor what was asked for can be read from it.
 *
 * @param key the same for all calls under one key of one caller
 * @param content the same for equal calls under one key, which nobody can guess who does not know
 *     the key: a body may hold identifiers
 */
public record CallKey(Sha256 key, Sha256 content) {
  private static final String BETWEEN = "\0";

  /**
   * Of a call.
   *
   * @param caller whose key it is; others may use the same one
   * @param key as the caller chose it
   * @param operation what is called, such as {@code POST /tasks}
   * @param body as it was sent
   */
  public static CallKey of(String caller, String key, String operation, String body) {
    return new CallKey(hash(caller, key), hash(key, operation + BETWEEN + body));
  }

  private static Sha256 hash(String first, String second) {
    return Sha256.of((first + BETWEEN + second).getBytes(StandardCharsets.UTF_8));
  }
}
