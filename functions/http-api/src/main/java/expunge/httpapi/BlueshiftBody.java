package expunge.httpapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

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

  static BlueshiftBody of(String text) {
    SequencedMap<String, String> problems = new LinkedHashMap<>();
    LinkedHashSet<String> repeated = new LinkedHashSet<>();
    Optional<Map<?, ?>> object = Body.objectIn(text, repeated);
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
      List<String> nulls = FIELDS.stream().filter(members::containsKey).toList();
      (nulls.isEmpty() ? FIELDS : nulls).forEach(field -> problems.put(field, BLANK));
    }
    if (members.containsKey(ALL) && !(members.get(ALL) instanceof Boolean)) {
      problems.put(ALL, "has to be true or false");
    }
    members.keySet().stream()
        .map(String::valueOf)
        .filter(name -> !FIELDS.contains(name) && !name.equals(ALL))
        .forEach(name -> problems.put(Body.isNameable(name) ? name : "body", "is unknown"));
    return new BlueshiftBody(given, Boolean.TRUE.equals(members.get(ALL)), problems);
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

  @Override
  public String toString() {
    return "BlueshiftBody[" + given.keySet() + "]";
  }
}
