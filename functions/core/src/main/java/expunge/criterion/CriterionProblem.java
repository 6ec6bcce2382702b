package expunge.criterion;

/**
 * What is wrong with one place of a criterion. It never quotes what stands there.
 *
 * @param path such as {@code all[1].not.attribute}; empty for the criterion as a whole
 * @param detail goes on after the path, as in "has to be a text"
 */
public record CriterionProblem(String path, String detail) {
  /** The path from something in which the criterion stands. */
  public String pathFrom(String name) {
    return path.isEmpty() ? name : name + "." + path;
  }
}
