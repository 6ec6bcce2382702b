package expunge.httpapi;

import expunge.json.JsonText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * The body of Blueshift's call.
 *
 * @param given the identifiers that are there, by their field
 * @param all whether all profiles that match are meant, and not the first alone
 * @param problems what is wrong, by field; none of them quotes a value
 */
record BlueshiftBody(
    SequencedMap<String, String> given, boolean all, SequencedMap<String, String> problems) {
  static final List<String> FIELDS = List.of("email", "customer_id", "cookie", "device_id");

  private static final String ALL = "delete_all_matching_customers";
  private static final String BLANK = "can't be blank";
  private static final Pattern WORD = Pattern.compile("[A-Za-z_-]{1,40}");

  static BlueshiftBody of(String text) {
    SequencedMap<String, String> problems = new LinkedHashMap<>();
    LinkedHashSet<String> repeated = new LinkedHashSet<>();
    Optional<Map<?, ?>> object =
        JsonText.read(text, repeated)
            .filter(values -> values.getFirst() instanceof Map<?, ?>)
            .map(values -> (Map<?, ?>) values.getFirst());
    if (object.isEmpty() || !repeated.isEmpty()) {
      problems.put("body", "is not a JSON object with each field once");
      return new BlueshiftBody(new LinkedHashMap<>(), false, problems);
    }
    return of(object.get(), problems);
  }

  private static BlueshiftBody of(Map<?, ?> members, SequencedMap<String, String> problems) {
    SequencedMap<String, String> given = new LinkedHashMap<>();
    for (String field : FIELDS) {
      if (members.containsKey(field)) {
        read(field, members, given, problems);
      }
    }
    if (given.isEmpty() && problems.isEmpty()) {
      FIELDS.stream()
          .filter(field -> nulls(members).isEmpty() || nulls(members).contains(field))
          .forEach(field -> problems.put(field, BLANK));
    }
    if (members.containsKey(ALL) && !(members.get(ALL) instanceof Boolean)) {
      problems.put(ALL, "has to be true or false");
    }
    members.keySet().stream()
        .map(String::valueOf)
        .filter(name -> !FIELDS.contains(name) && !name.equals(ALL))
        .forEach(name -> problems.put(nameable(name), "is unknown"));
    return new BlueshiftBody(given, Boolean.TRUE.equals(members.get(ALL)), problems);
  }

  private static List<String> nulls(Map<?, ?> members) {
    return FIELDS.stream()
        .filter(field -> members.containsKey(field) && members.get(field) == null)
        .toList();
  }

  private static void read(
      String field, Map<?, ?> members, Map<String, String> given, Map<String, String> problems) {
    switch (members.get(field)) {
      case String text when !text.isBlank() -> given.put(field, text);
      case String _ -> problems.put(field, BLANK);
      case null -> {
        // as if it were not there
      }
      default -> problems.put(field, "has to be a string");
    }
  }

  /** Who puts an identifier where a name belongs is not quoted. */
  private static String nameable(String name) {
    return WORD.matcher(name).matches() ? name : "body";
  }

  @Override
  public String toString() {
    return "BlueshiftBody[" + given.keySet() + "]";
  }
}
