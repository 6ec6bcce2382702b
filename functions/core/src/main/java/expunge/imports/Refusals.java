package expunge.imports;

import expunge.batch.Kept;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * How a batch's record remembers from one turn to the next which rows were refused, and why, so
 * that they are not tried before the others again and again. A row that is suppressed is not
 * remembered: it is asked about once more.
 */
final class Refusals {
  private Refusals() {}

  static Kept kept(Map<Integer, Refusal> refused) {
    BitSet held = new BitSet();
    BitSet changed = new BitSet();
    refused.forEach(
        (row, why) -> {
          held.set(row, why == Refusal.PROTECTED || why == Refusal.BARRED);
          changed.set(row, why == Refusal.CHANGED || why == Refusal.BARRED);
        });
    return new Kept(held, changed);
  }

  static Map<Integer, Refusal> in(Kept kept) {
    Map<Integer, Refusal> refused = new HashMap<>();
    kept.held().stream().forEach(row -> refused.put(row, Refusal.PROTECTED));
    kept.changed().stream()
        .forEach(row -> refused.merge(row, Refusal.CHANGED, (held, changed) -> Refusal.BARRED));
    return refused;
  }
}
