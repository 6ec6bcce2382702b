package expunge.simulator.platform;

import expunge.dataset.Dataset;
import expunge.dataset.LinkedTable;
import expunge.dataset.Suppression;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.simulator.fault.Faults;
import expunge.simulator.fault.Mishap;
import expunge.simulator.memory.MemoryCustomerStore;
import expunge.simulator.memory.MemoryLinkedStore;
import expunge.simulator.memory.MemoryProfileStore;
import expunge.simulator.memory.MemorySegmentStore;
import expunge.simulator.memory.MemorySuppressionList;
import expunge.simulator.memory.MemoryTables;
import expunge.simulator.process.Invocation;
import expunge.simulator.process.Strand;
import expunge.simulator.scenario.Deed;
import expunge.simulator.scenario.Importing;
import expunge.simulator.scenario.Riches;
import expunge.simulator.scenario.Scenario;
import expunge.simulator.timeline.Chance;
import expunge.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The tables that people have, what became of them and when, and their indexes, which may lag
 * behind. What became of them is kept in rich worlds and those of imports alone.
 */
public final class Tables {
  /** An index knows all that is older, in microseconds. */
  public static final long LAG = 400_000;

  private static final int AGE = 601;
  private static final int FULL_PAGE = 100;

  private final Scenario scenario;
  private final Timeline timeline;
  private final Faults faults;
  private final MemoryTables tables = new MemoryTables();
  private final int page;
  private final MemoryProfileStore profiles;
  private final MemoryLinkedStore linked;
  private final MemoryCustomerStore customers = new MemoryCustomerStore(tables);
  private final MemorySuppressionList suppressions = new MemorySuppressionList(tables);
  private final List<Change> changes = new ArrayList<>();

  Tables(Scenario scenario, Timeline timeline, Faults faults) {
    this.scenario = scenario;
    this.timeline = timeline;
    this.faults = faults;
    this.page = scenario.riches().map(Riches::page).orElse(FULL_PAGE);
    this.profiles = new MemoryProfileStore(tables, page);
    this.linked = new MemoryLinkedStore(tables, page);
  }

  /** Puts what is there at first. */
  void fill() {
    Dataset dataset = scenario.dataset();
    if (scenario.importing().isPresent()) {
      fill(scenario.importing().get());
      return;
    }
    if (scenario.riches().isEmpty()) {
      profiles.put(dataset, scenario.profiles().stream().map(ProfileKey::new).toList());
      return;
    }
    Riches riches = scenario.riches().get();
    riches
        .profiles()
        .forEach((key, attributes) -> profiles.put(dataset, new ProfileKey(key), attributes));
    for (LinkedTable table : dataset.linked()) {
      tables.make(table.table(), table.key());
    }
    for (Deed.Write record : riches.records()) {
      tables.put(record.table(), record.item());
    }
    Optional<String> list = dataset.suppression().map(Suppression::table);
    dataset.suppression().ifPresent(declared -> MemorySuppressionList.make(tables, declared));
    tables.listen(
        (table, before, after) -> {
          if (list.filter(table::equals).isEmpty()) {
            changes.add(new Change(timeline.now(), table, before, after, author()));
          }
        });
  }

  /** Of the suppression list and the segments too, every change is known. */
  private void fill(Importing importing) {
    Dataset dataset = scenario.dataset();
    profiles.put(dataset, List.of());
    dataset.linked().forEach(table -> tables.make(table.table(), table.key()));
    MemorySuppressionList.make(tables, dataset.suppression().orElseThrow());
    MemorySegmentStore.make(tables, dataset.declaredSegments());
    importing.items().forEach(item -> tables.put(item.table(), item.item()));
    tables.listen(
        (table, before, after) ->
            changes.add(new Change(timeline.now(), table, before, after, author())));
  }

  private Optional<Invocation> author() {
    return timeline.running() instanceof Strand strand
        ? Optional.of(strand.invocation())
        : Optional.empty();
  }

  /** The profile table. */
  MemoryProfileStore profiles() {
    return profiles;
  }

  /** The linked tables. */
  MemoryLinkedStore linked() {
    return linked;
  }

  /** Where customers are written. */
  MemoryCustomerStore customers() {
    return customers;
  }

  /** The suppression lists. */
  MemorySuppressionList suppressions() {
    return suppressions;
  }

  /** All of them, past all ports. */
  public MemoryTables all() {
    return tables;
  }

  /** What became of them, in order. */
  public List<Change> changes() {
    return Collections.unmodifiableList(changes);
  }

  /** What the index of the profile table answers the call of this name. */
  ProfileStore profileIndex(long name) {
    return past(name)
        .<ProfileStore>map(seen -> new MemoryProfileStore(seen, page))
        .orElse(profiles);
  }

  /** What the index of a linked table answers the call of this name. */
  LinkedStore linkedIndex(long name) {
    return past(name).<LinkedStore>map(seen -> new MemoryLinkedStore(seen, page)).orElse(linked);
  }

  /** Empty where nothing has changed since, or the index does not lag behind. */
  private Optional<MemoryTables> past(long name) {
    long then = timeline.now() - Chance.below(Chance.mix(name, AGE), LAG);
    if (changes.isEmpty()
        || changes.getLast().at() <= then
        || !faults.happens(Mishap.INDEX_BEHIND, name)) {
      return Optional.empty();
    }
    MemoryTables past = tables.copy();
    for (int i = changes.size() - 1; i >= 0 && changes.get(i).at() > then; i--) {
      undo(changes.get(i), past);
    }
    return Optional.of(past);
  }

  private static void undo(Change change, MemoryTables past) {
    change
        .before()
        .ifPresentOrElse(
            before -> past.put(change.table(), before),
            () -> past.remove(change.table(), change.after().orElseThrow()));
  }
}
