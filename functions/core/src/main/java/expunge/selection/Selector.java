package expunge.selection;

import expunge.criterion.Criterion;

/** Whom a deletion means that has no file. */
public sealed interface Selector {
  /**
   * The members of a segment, as its dataset declares.
   *
   * @param segment its id
   */
  record Members(String segment) implements Selector {}

  /** The profiles that meet a criterion when they are looked at. */
  record Meeting(Criterion criterion) implements Selector {}
}
