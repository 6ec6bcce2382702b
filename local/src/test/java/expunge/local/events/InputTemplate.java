package expunge.local.events;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The input template of a pipe: JSON with paths into the record, in quotes. What the record does
 * not have becomes an empty text. Values go in as they are, so a quote in one of them would break
 * the event here.
 */
record InputTemplate(String text) {
  private static final Pattern PATH = Pattern.compile("<\\$\\.([^>]+)>");

  String filledFrom(Map<String, Object> record) {
    return PATH.matcher(text)
        .replaceAll(path -> Matcher.quoteReplacement(valueAt(record, path.group(1))));
  }

  private static String valueAt(Map<String, Object> record, String path) {
    Object here = record;
    for (String member : path.split("\\.", -1)) {
      if (!(here instanceof Map<?, ?> members) || !members.containsKey(member)) {
        return "";
      }
      here = members.get(member);
    }
    if (here instanceof String value) {
      return value;
    }
    throw new IllegalArgumentException(path + " is no text");
  }
}
