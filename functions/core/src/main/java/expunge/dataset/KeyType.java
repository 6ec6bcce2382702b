package expunge.dataset;

/** How the profile table stores an identifier: as text, or as a number with one canonical form. */
public enum KeyType {
  /** A DynamoDB string: compared byte by byte, so {@code 007} and {@code 7} are two people. */
  TEXT,
  /**
   * A DynamoDB number: only its canonical form is accepted, so that {@code 007} never becomes 7.
   */
  NUMBER
}
