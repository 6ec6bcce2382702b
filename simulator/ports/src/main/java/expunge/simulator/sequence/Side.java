package expunge.simulator.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the two implementations, and what it has handed out so far. The same step of both sides
 * finds its own side's version ids and tokens here, and answers with their places in the list, so
 * that answers can be compared.
 *
 * @param port the implementation, with nothing in it yet that a step could see
 */
public record Side<P>(P port, Map<Class<?>, List<Object>> handedOut) {
  /** That has handed out nothing. */
  public Side(P port) {
    this(port, new HashMap<>());
  }

  /** The place of what was handed out, from 0; the same thing has the same place. */
  <T> int placeOf(Class<T> kind, T thing) {
    List<Object> known = handedOut.computeIfAbsent(kind, _ -> new ArrayList<>());
    if (!known.contains(thing)) {
      known.add(thing);
    }
    return known.indexOf(thing);
  }

  /** What was handed out, in its order. */
  <T> List<T> all(Class<T> kind) {
    return handedOut.getOrDefault(kind, List.of()).stream().map(kind::cast).toList();
  }
}
