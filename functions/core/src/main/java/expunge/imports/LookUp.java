package expunge.imports;

import expunge.dataset.Dataset;
import expunge.file.Row;
import expunge.imports.Known.Lookable;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.suppression.EntryId;
import expunge.suppression.SuppressionList;
import expunge.work.Candidates;
import expunge.work.ProfileReads;
import expunge.work.Sending;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds out which profile each row of a batch means. What an index says is only where to look: a
 * match is a profile that a strong read finds with an identifier of the row.
 */
final class LookUp {
  private static final int ROWS_AT_ONCE = 50;

  private final Candidates candidates;
  private final ProfileReads reads;
  private final Entries entries;
  private final Sending sending;
  private final Scheduler scheduler;

  LookUp(
      Candidates candidates,
      ProfileReads reads,
      Entries entries,
      Sending sending,
      Scheduler scheduler) {
    this.candidates = candidates;
    this.reads = reads;
    this.entries = entries;
    this.sending = sending;
    this.scheduler = scheduler;
  }

  /**
   * A row that is looked up, by its place.
   *
   * @param entries of what the row has
   * @param newKey of the key that a new profile would have; empty where the file gives it
   */
  private record Asked(int row, Known known, Set<EntryId> entries, Set<EntryId> newKey) {}

  /** One question to an index. */
  private record Question(int row, Lookable known) {}

  /** What the indexes say of several rows. */
  private record Hints(Set<Integer> tooMany, Set<ProfileKey> keys) {}

  /**
   * Looks every row up; empty where time ran out before all were answered.
   *
   * @throws expunge.run.ExpungeException if a table refuses to be read, or the key of the
   *     suppression list can't be had
   */
  Optional<SequencedMap<Integer, RowPlan>> of(
      Dataset dataset, SequencedMap<Integer, Row.Customer> wanted, Deadline deadline) {
    SequencedMap<Integer, RowPlan> plans = new TreeMap<>();
    List<Map.Entry<Integer, Row.Customer>> rows = List.copyOf(wanted.entrySet());
    for (List<Map.Entry<Integer, Row.Customer>> some :
        Sending.<Map.Entry<Integer, Row.Customer>>runsOf(ROWS_AT_ONCE).apply(rows)) {
      if (!look(dataset, asked(dataset, some), deadline, plans)) {
        return Optional.empty();
      }
    }
    return Optional.of(plans);
  }

  private List<Asked> asked(Dataset dataset, List<Map.Entry<Integer, Row.Customer>> rows) {
    return rows.stream().map(row -> asked(dataset, row.getKey(), row.getValue())).toList();
  }

  private Asked asked(Dataset dataset, int place, Row.Customer row) {
    Known known = Known.of(dataset, row);
    Set<EntryId> newKey = known.firstNewKey().map(key -> entries.of(dataset, key)).orElse(Set.of());
    return new Asked(place, known, entries.of(dataset, row), newKey);
  }

  private boolean look(
      Dataset dataset, List<Asked> rows, Deadline deadline, Map<Integer, RowPlan> plans) {
    Optional<Hints> hints = hints(dataset, rows, deadline);
    Optional<Set<EntryId>> standing = standing(dataset, rows, deadline);
    if (hints.isEmpty() || standing.isEmpty()) {
      return false;
    }
    Set<ProfileKey> keys = new LinkedHashSet<>(hints.get().keys);
    rows.forEach(row -> keys.addAll(row.known.ownKeys()));
    Optional<Map<ProfileKey, Profile>> found = reads.find(dataset, List.copyOf(keys), deadline);
    if (found.isEmpty()) {
      return false;
    }
    for (Asked row : rows) {
      Optional<RowPlan> plan;
      if (row.entries.stream().anyMatch(standing.get()::contains)) {
        plan = Optional.of(RowPlan.SUPPRESSED);
      } else if (hints.get().tooMany.contains(row.row)) {
        plan = Optional.of(RowPlan.AMBIGUOUS);
      } else {
        boolean isBurnt = row.newKey.stream().anyMatch(standing.get()::contains);
        plan = plan(row.known, isBurnt ? 1 : 0, found.get(), deadline);
      }
      if (plan.isEmpty()) {
        return false;
      }
      plans.put(row.row, plan.get());
    }
    return true;
  }

  private Optional<Hints> hints(Dataset dataset, List<Asked> rows, Deadline deadline) {
    List<Question> questions = new ArrayList<>();
    rows.forEach(
        row -> row.known.byIndex().forEach(one -> questions.add(new Question(row.row, one))));
    return sending
        .answers(
            questions,
            deadline,
            one -> candidates.of(dataset, one.known.identifier(), one.known.value()))
        .map(answers -> hints(questions, answers));
  }

  private static Hints hints(List<Question> questions, List<List<ProfileKey>> answers) {
    Hints hints = new Hints(new HashSet<>(), new LinkedHashSet<>());
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i).size() > Candidates.MOST) {
        hints.tooMany.add(questions.get(i).row);
      } else {
        hints.keys.addAll(answers.get(i));
      }
    }
    return hints;
  }

  private Optional<Set<EntryId>> standing(Dataset dataset, List<Asked> rows, Deadline deadline) {
    if (dataset.suppression().isEmpty()) {
      return Optional.of(Set.of());
    }
    Set<EntryId> asked = new LinkedHashSet<>();
    rows.forEach(
        row -> {
          asked.addAll(row.entries);
          asked.addAll(row.newKey);
        });
    List<List<EntryId>> runs =
        Sending.<EntryId>runsOf(SuppressionList.ENTRIES_PER_CALL).apply(List.copyOf(asked));
    return sending
        .answers(
            runs,
            deadline,
            run ->
                entries
                    .list()
                    .standing(
                        dataset.suppression().orElseThrow(), Set.copyOf(run), scheduler.now()))
        .map(
            answers -> {
              Set<EntryId> all = new HashSet<>();
              answers.forEach(all::addAll);
              return all;
            });
  }

  /**
   * Empty where time ran out.
   *
   * @param from the number of the first key that a new profile may have
   */
  private Optional<RowPlan> plan(
      Known known, int from, Map<ProfileKey, Profile> found, Deadline deadline) {
    List<Profile> matches = found.values().stream().filter(known::isIn).toList();
    if (matches.isEmpty()) {
      return create(known, from, found, deadline);
    }
    Profile match = matches.getFirst();
    boolean isAnother = known.given().filter(key -> !key.equals(match.key())).isPresent();
    return Optional.of(matches.size() > 1 || isAnother ? RowPlan.AMBIGUOUS : update(known, match));
  }

  private static RowPlan update(Known known, Profile match) {
    return match.isProtected()
        ? RowPlan.PROTECTED
        : RowPlan.update(match.key(), known.foundBy(match));
  }

  private Optional<RowPlan> create(
      Known known, int from, Map<ProfileKey, Profile> found, Deadline deadline) {
    if (known.given().isPresent()) {
      return known.given().map(RowPlan::create);
    }
    return known.makesKeys()
        ? underNewKey(known, from, found, deadline)
        : Optional.of(RowPlan.KEYLESS);
  }

  /**
   * Made of the first identifier; another one where a profile that lost it has that key, or had it
   * when it was deleted. Who has it there is the one that is meant, though no index knows it yet.
   */
  private Optional<RowPlan> underNewKey(
      Known known, int from, Map<ProfileKey, Profile> found, Deadline deadline) {
    Lookable leading = known.byIndex().getFirst();
    Map<ProfileKey, Profile> read = found;
    for (int number = from; ; number++) {
      ProfileKey key = known.derivedKey(leading, number);
      if (number > 0) {
        Optional<Map<ProfileKey, Profile>> one =
            reads.find(known.dataset(), List.of(key), deadline);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        read = one.get();
      }
      Profile there = read.get(key);
      if (there == null) {
        return Optional.of(RowPlan.create(key));
      }
      if (leading.isIn(there)) {
        return Optional.of(update(known, there));
      }
    }
  }
}
