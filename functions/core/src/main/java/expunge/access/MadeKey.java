package expunge.access;

/**
 * A key at the only moment at which its text is known.
 *
 * @param stored what is kept of it
 * @param text what its owner presents
 */
public record MadeKey(StoredKey stored, String text) {
  @Override
  public String toString() {
    return "MadeKey[…]";
  }
}
