package expunge.suppression;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.Suppression;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.run.Scheduler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What people ask of the suppression list: whom it holds, and to let somebody go. */
public final class Suppressions {
  private final SuppressionList list;
  private final SuppressionKeys keys;
  private final Scheduler scheduler;
  private final Log log;

  /** Over these ports. */
  public Suppressions(SuppressionList list, SuppressionKeys keys, Scheduler scheduler, Log log) {
    this.list = list;
    this.keys = keys;
    this.scheduler = scheduler;
    this.log = log;
  }

  /**
   * Which of some values are suppressed, in their order.
   *
   * @param values in normal form
   * @throws IllegalArgumentException if the dataset keeps no list
   */
  public List<Boolean> check(Dataset dataset, Identifier identifier, List<String> values) {
    Suppression place = place(dataset);
    List<EntryId> ids = ids(dataset, identifier, values);
    List<EntryId> distinct = ids.stream().distinct().toList();
    Set<EntryId> standing = new HashSet<>();
    Instant now = scheduler.now();
    for (int from = 0; from < distinct.size(); from += SuppressionList.ENTRIES_PER_CALL) {
      int to = Math.min(distinct.size(), from + SuppressionList.ENTRIES_PER_CALL);
      standing.addAll(list.standing(place, Set.copyOf(distinct.subList(from, to)), now));
    }
    return ids.stream().map(standing::contains).toList();
  }

  /**
   * Lifts the entries of some values, each with a record of its own. Where it fails half-way, some
   * are lifted and recorded, and a repetition lifts the others.
   *
   * @param values in normal form
   * @param by the label of the key with which it is asked for
   * @return which of them were suppressed, in their order
   * @throws IllegalArgumentException if the dataset keeps no list
   */
  public List<Boolean> lift(
      Dataset dataset, Identifier identifier, List<String> values, String by, String reason) {
    Suppression place = place(dataset);
    List<Boolean> lifted = new ArrayList<>();
    for (EntryId entry : ids(dataset, identifier, values)) {
      Lifting lifting = new Lifting(scheduler.newId(), entry, by, reason, scheduler.now());
      lifted.add(list.lift(place, lifting));
    }
    log.write(new LogEntry.SuppressionsLifted((int) lifted.stream().filter(was -> was).count()));
    return lifted;
  }

  private List<EntryId> ids(Dataset dataset, Identifier identifier, List<String> values) {
    SuppressionKey key = keys.key();
    return values.stream().map(value -> key.entry(dataset, identifier.name(), value)).toList();
  }

  private static Suppression place(Dataset dataset) {
    return dataset
        .suppression()
        .orElseThrow(() -> new IllegalArgumentException("the dataset keeps no suppression list"));
  }
}
