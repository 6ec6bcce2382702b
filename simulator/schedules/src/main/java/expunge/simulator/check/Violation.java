package expunge.simulator.check;

/**
 * A promise that was broken.
 *
 * @param promise of the design, such as {@code P1}
 * @param what happened instead, for people
 */
public record Violation(String promise, String what) {
  @Override
  public String toString() {
    return promise + ": " + what;
  }
}
