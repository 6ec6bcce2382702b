package expunge.httpapi;

import expunge.access.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One line of the table of calls.
 *
 * @param path a template, such as {@code /tasks/{taskId}}; a field stands for one whole segment
 * @param role what a caller needs at least; empty where nobody is asked for a key
 * @param parameters all that its query may hold
 * @param keyed whether an {@code Idempotency-Key} makes one call of its repetitions
 */
record Route(
    String method,
    String path,
    Optional<Role> role,
    List<String> parameters,
    boolean keyed,
    Action action) {
  Route {
    parameters = List.copyOf(parameters);
  }

  Route taking(List<String> known) {
    return new Route(method, path, role, known, keyed, action);
  }

  Route onceUnderItsKey() {
    return new Route(method, path, role, parameters, true, action);
  }

  /**
   * The fields of {@code actual}, empty where it is another path. Every character counts: a slash
   * at the end makes another path, and nothing is decoded a second time.
   */
  Optional<Map<String, String>> match(String actual) {
    List<String> expected = segments(path);
    List<String> given = segments(actual);
    if (expected.size() != given.size()) {
      return Optional.empty();
    }
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < expected.size(); i++) {
      if (isField(expected.get(i)) && !given.get(i).isEmpty()) {
        fields.put(nameOf(expected.get(i)), given.get(i));
      } else if (!expected.get(i).equals(given.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(fields);
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  private static boolean isField(String segment) {
    return segment.startsWith("{");
  }

  private static String nameOf(String field) {
    return field.substring(1, field.length() - 1);
  }
}
