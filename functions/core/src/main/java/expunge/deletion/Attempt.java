package expunge.deletion;

import expunge.batch.Batch;
import expunge.batch.Kept;
import expunge.batch.Reached;
import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.LinkedTable;
import expunge.profile.ProfileKey;
import expunge.profile.Target;
import expunge.run.Deadline;
import expunge.task.Task;
import expunge.work.Leased;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** One worker's turn at one batch, under one lease, and how far it has come. For one thread. */
final class Attempt {
  /** How long a profile counts as just read. */
  static final Duration FRESH = Duration.ofSeconds(5);

  private final Leased leased;
  private final Dataset dataset;
  private final DeletionType type;
  private final AtomicLong linkedRecords;
  private final BitSet held;
  private final BitSet changed;
  private Batch batch;
  private int done;
  private boolean achieved;
  private Instant freshUntil = Instant.MIN;

  /** At a batch that was just leased. */
  Attempt(Leased leased, Dataset dataset, DeletionType type) {
    Reached before = leased.batch().progress().reached();
    this.leased = leased;
    this.dataset = dataset;
    this.type = type;
    this.batch = leased.batch();
    this.done = before.profiles();
    this.linkedRecords = new AtomicLong(before.linkedRecords());
    this.held = before.kept().held();
    this.changed = before.kept().changed();
  }

  /** The turn itself. */
  Leased leased() {
    return leased;
  }

  Task task() {
    return leased.task();
  }

  Dataset dataset() {
    return dataset;
  }

  DeletionType type() {
    return type;
  }

  /** The linked tables that the task touches. */
  List<LinkedTable> linked() {
    return dataset.linkedFor(type);
  }

  /** Whether what the deleted were known by is remembered. */
  boolean suppresses() {
    return type instanceof DeletionType.Complete && dataset.suppression().isPresent();
  }

  String owner() {
    return leased.owner();
  }

  Deadline deadline() {
    return leased.deadline();
  }

  int number() {
    return batch.number();
  }

  /** The batch as its record was last read. */
  Batch batch() {
    return batch;
  }

  /** How many profiles of the plan, from the first, are done with. */
  int done() {
    return done;
  }

  /** How far the plan is carried out. */
  Reached reached() {
    return new Reached(done, linkedRecords.get(), new Kept(held, changed));
  }

  /** The plan stands in the record. */
  void planned(Batch withPlan) {
    batch = withPlan;
  }

  /** It is this attempt's own plan, so that its profiles were read not before {@code at}. */
  void hasReadItsProfiles(Instant at) {
    freshUntil = at.plus(FRESH);
  }

  /**
   * Whether profiles have to be read before anything linked to them is touched: they may have
   * become others, or it has to be known what they are known by.
   */
  boolean readsAgain(List<Target> targets, Instant now) {
    if (suppresses()) {
      return true;
    }
    boolean mayBeOthers = targets.stream().anyMatch(target -> !target.carries().isEmpty());
    return now.isAfter(freshUntil) && (mayBeOthers || dataset.profiles().protectedBy().isPresent());
  }

  /**
   * The next profiles of the plan are done with.
   *
   * @param kept why those of them that were not deleted were not
   */
  void reached(List<Target> next, Map<ProfileKey, Fate> kept) {
    for (Target target : next) {
      Fate fate = kept.get(target.key());
      held.set(done, fate == Fate.HELD);
      changed.set(done, fate == Fate.CHANGED);
      done++;
    }
  }

  /** So many linked records were treated. */
  void treated(int records) {
    linkedRecords.addAndGet(records);
  }

  /** Something is done, though not from the first key on. */
  void achievedSomething() {
    achieved = true;
  }

  /** Whether anything was achieved: the plan, or a deletion. */
  boolean hasProgress() {
    return achieved
        || done > batch.progress().planned()
        || linkedRecords.get() > batch.progress().reached().linkedRecords()
        || batch.progress().stalls() == 0;
  }

  /** Of the profiles that are done with, those that were kept, by their place in the plan. */
  Map<Integer, Fate> kept() {
    Map<Integer, Fate> kept = new HashMap<>();
    held.stream().forEach(place -> kept.put(place, Fate.HELD));
    changed.stream().forEach(place -> kept.put(place, Fate.CHANGED));
    return kept;
  }
}
