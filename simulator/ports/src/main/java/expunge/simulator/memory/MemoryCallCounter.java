package expunge.simulator.memory;

import expunge.access.CallCounter;
import expunge.access.KeyId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Calls counted in memory, for many threads. */
public final class MemoryCallCounter implements CallCounter {
  private final Map<String, Integer> calls = new HashMap<>();

  @Override
  public synchronized boolean count(KeyId caller, Instant window, int most) {
    String place = caller + "#" + window;
    int counted = calls.getOrDefault(place, 0);
    if (counted < most) {
      calls.put(place, counted + 1);
    }
    return counted < most;
  }
}
