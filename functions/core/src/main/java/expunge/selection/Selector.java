package expunge.selection;

/** Whom a deletion means that has no file. */
public sealed interface Selector {
  /**
   * The members of a segment, as its dataset declares.
   *
   * @param segment its id
   */
  record Members(String segment) implements Selector {}
}
