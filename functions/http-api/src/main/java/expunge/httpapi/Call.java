package expunge.httpapi;

import expunge.access.Role;
import expunge.task.CallKey;
import java.util.Map;
import java.util.Optional;

/**
 * What an action gets to see of a request that is allowed: no headers, hence no API key.
 *
 * @param caller the label of the key; empty where nobody is asked for one
 * @param role of the key; empty where nobody is asked for one
 * @param fields the parts of the path that its route leaves open, none of them empty
 * @param key what tells it from other calls; empty where its caller gave no {@code Idempotency-Key}
 */
record Call(
    String caller,
    Optional<Role> role,
    Map<String, String> fields,
    Map<String, String> query,
    String body,
    Optional<CallKey> key) {
  /**
   * A field of the path.
   *
   * @throws IllegalArgumentException if the route has none of this name
   */
  String field(String name) {
    if (!fields.containsKey(name)) {
      throw new IllegalArgumentException("the route has no field " + name);
    }
    return fields.getOrDefault(name, "");
  }

  Parameters parameters() {
    return new Parameters(query);
  }

  @Override
  public String toString() {
    return "Call[…]";
  }
}
