package expunge.local;

/** What keeps a command from going on, as a sentence for people that says what to do. */
public final class LocalProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  public LocalProblem(String sentence) {
    super(sentence);
  }
}
