package expunge.simulator.platform;

import expunge.item.Value;
import expunge.simulator.process.Invocation;
import java.util.Map;
import java.util.Optional;

/**
 * One item of people's tables became another.
 *
 * @param at microseconds since the world began
 * @param before empty where there was none
 * @param after empty where it was removed
 * @param by whose call it was; empty where another writer did it
 */
public record Change(
    long at,
    String table,
    Optional<Map<String, Value>> before,
    Optional<Map<String, Value>> after,
    Optional<Invocation> by) {}
