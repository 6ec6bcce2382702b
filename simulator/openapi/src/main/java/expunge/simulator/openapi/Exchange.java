package expunge.simulator.openapi;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A call that was made, and its answer.
 *
 * @param method in upper case; empty where the call had none
 * @param path decoded
 * @param parameters the names of those in the query
 * @param request the body that was sent; empty for none
 * @param headers of the answer, by name in any case
 * @param body of the answer; empty for none
 */
public record Exchange(
    String method,
    String path,
    Set<String> parameters,
    String request,
    int status,
    Map<String, String> headers,
    String body) {
  /** Copies; names of headers are compared without regard to case from here on. */
  public Exchange {
    parameters = Set.copyOf(parameters);
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  /** Without anything that was sent: identifiers of people may be in it. */
  @Override
  public String toString() {
    return "Exchange[" + method + " → " + status + "]";
  }
}
