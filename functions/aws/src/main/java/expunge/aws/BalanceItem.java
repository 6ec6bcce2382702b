package expunge.aws;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** Counts per outcome as a map; outcomes without a row are left out. */
final class BalanceItem {
  private BalanceItem() {}

  static ItemWriter write(Balance balance) {
    ItemWriter map = new ItemWriter();
    balance.counts().entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .forEach(count -> map.number(count.getKey().word(), count.getValue()));
    return map;
  }

  static Balance read(ItemReader map) {
    Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      map.optionalNumber(outcome.word()).ifPresent(count -> counts.put(outcome, count));
    }
    return new Balance(counts);
  }
}
