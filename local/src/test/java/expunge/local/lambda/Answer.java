package expunge.local.lambda;

/** What a function makes of an event, or of its start. */
public sealed interface Answer {
  /**
   * It went well.
   *
   * @param json what the function returned; empty for its start
   */
  record Reply(String json) implements Answer {}

  /**
   * It threw.
   *
   * @param json Lambda's description: {@code errorMessage}, {@code errorType}, {@code stackTrace}
   */
  record Failure(String json) implements Answer {}
}
