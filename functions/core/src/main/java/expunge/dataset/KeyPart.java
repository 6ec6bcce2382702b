package expunge.dataset;

/**
 * One attribute of a key, and how the id of a profile stands in it.
 *
 * @param attribute its name
 * @param type how the table stores it; a number only where the template is the id alone
 */
public record KeyPart(String attribute, KeyType type, Template template) {
  /**
   * @throws IllegalArgumentException if a number is more than the id
   */
  public KeyPart {
    if (type == KeyType.NUMBER && !template.equals(Template.ID)) {
      throw new IllegalArgumentException("a number is the id and nothing else");
    }
  }

  String fingerprint() {
    return String.join("|", attribute, type.name(), template.text());
  }
}
