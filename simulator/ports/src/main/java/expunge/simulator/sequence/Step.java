package expunge.simulator.sequence;

import java.util.function.Function;

/**
 * A call.
 *
 * @param text how it is shown
 * @param call answers with what can be compared; what it throws is an answer too
 */
public record Step<P>(String text, Function<Side<P>, Object> call) {
  /** What a call without an answer answers. */
  static final String DONE = "done";

  String answer(Side<P> side) {
    try {
      return String.valueOf(call.apply(side));
    } catch (RuntimeException thrown) {
      return "throws " + thrown.getClass().getSimpleName();
    }
  }

  /** The first word of its text. */
  String kind() {
    return text.substring(0, (text + " ").indexOf(' '));
  }

  @Override
  public String toString() {
    return text;
  }
}
