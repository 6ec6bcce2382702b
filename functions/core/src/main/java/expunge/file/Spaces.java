package expunge.file;

/** What becomes of spaces and tabs at both ends of a value. */
public enum Spaces {
  /** They are dropped: people's files have them by accident. */
  DROPPED,
  /** They belong to it: a file that was written from a table has the values as they are there. */
  KEPT
}
