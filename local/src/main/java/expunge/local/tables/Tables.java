package expunge.local.tables;

/** The tables that are there. */
public interface Tables {
  /**
   * Looks at one table.
   *
   * @throws expunge.local.LocalProblem if nobody can be asked
   */
  Answer describe(String table);

  /**
   * Looks by what a table removes items.
   *
   * @throws expunge.local.LocalProblem if nobody can be asked
   */
  Expiry expiry(String table);

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

  /** What is known of the time to live of a table's items. */
  sealed interface Expiry {
    /** Items are removed some time after the moment in this attribute. */
    record By(String attribute) implements Expiry {}

    /** All items stay. */
    record Never() implements Expiry {}

    /**
     * Nobody may look at it.
     *
     * @param why the error's code
     */
    record Refused(String why) implements Expiry {}
  }
}
