package expunge.httpapi;

import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import java.util.regex.Pattern;

/**
 * Tells whether every key of a dataset can stand in a path as it is. A gateway decodes paths, and
 * cuts them at what looks like a query: another profile than the one meant would be deleted.
 */
final class UrlSafeKeys {
  private static final String CHARACTER = "[A-Za-z0-9_~-]|\\\\[dw.-]";
  private static final String CLASS =
      "\\[(?:[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9]|[A-Za-z0-9._~]|\\\\[dw.-])+-?\\]";
  private static final String GROUPS_AND_COUNTS = "\\(\\?:|[()|?*+]|\\{\\d+(?:,\\d*)?\\}";

  /**
   * A pattern of which every part stands for characters that need no encoding. What is more than
   * that may be safe too, and counts as not.
   */
  private static final Pattern SAFE =
      Pattern.compile("(?:" + CHARACTER + "|" + CLASS + "|" + GROUPS_AND_COUNTS + ")+");

  private UrlSafeKeys() {}

  static boolean isUrlSafe(Identifier key) {
    return key.type() == KeyType.NUMBER
        || key.pattern().filter(pattern -> SAFE.matcher(pattern.pattern()).matches()).isPresent();
  }
}
