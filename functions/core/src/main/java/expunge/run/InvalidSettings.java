package expunge.run;

import java.util.List;

/** Settings that can't be worked with: all that is wrong with them, so that one look mends it. */
public final class InvalidSettings extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** Strings in an immutable list, which is serializable. */
  @SuppressWarnings("serial") // the type List is not declared serializable, List.copyOf gives one
  private final List<String> problems;

  /**
   * With all problems.
   *
   * @param problems at least one, each with the place and what is expected there, never with the
   *     value of a secret
   */
  public InvalidSettings(List<String> problems) {
    super("invalid settings:\n  " + String.join("\n  ", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line for each problem. */
  public List<String> problems() {
    return problems;
  }
}
