package expunge.dataset;

/**
 * An index of the profile table whose partition key is an identifier's attribute.
 *
 * @param name as the table knows it
 * @param matches what several profiles of the same identifier mean
 */
public record Index(String name, Matches matches) {
  /** All that decides which profiles a value means. */
  String fingerprint() {
    return name + "|" + matches.fingerprint();
  }
}
