package expunge.local.tables;

/** The tables that are there. */
@FunctionalInterface
public interface Tables {
  /**
   * Looks at one table.
   *
   * @throws expunge.local.LocalProblem if nobody can be asked
   */
  Answer describe(String table);

  /** What is known of a table. */
  sealed interface Answer {
    /** It is there. */
    record Found(TableShape shape) implements Answer {}

    /** There is none of this name. */
    record Missing() implements Answer {}

    /**
     * Nobody may look at it.
     *
     * @param why the error's code
     */
    record Refused(String why) implements Answer {}
  }
}
