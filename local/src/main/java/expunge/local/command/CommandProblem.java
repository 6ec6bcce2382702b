package expunge.local.command;

/** What keeps a command from going on, as a sentence for people that says what to do. */
final class CommandProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandProblem(String sentence) {
    super(sentence);
  }
}
