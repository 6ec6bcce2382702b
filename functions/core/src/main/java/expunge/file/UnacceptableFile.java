package expunge.file;

/**
 * The file can't be accepted as it is, and trying again can't help: somebody must change the file
 * or its options.
 */
public final class UnacceptableFile extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  UnacceptableFile(Problem problem) {
    super(problem.type() + ": " + problem.detail());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
