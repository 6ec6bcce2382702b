package expunge.imports;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.Imports.NewKeys;
import expunge.file.Row;
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
import java.util.LinkedHashMap;
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

  /** A value that an index is asked for. */
  private record Sought(int row, Identifier identifier, String value) {}

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
      if (!look(dataset, some, deadline, plans)) {
        return Optional.empty();
      }
    }
    return Optional.of(plans);
  }

  private boolean look(
      Dataset dataset,
      List<Map.Entry<Integer, Row.Customer>> rows,
      Deadline deadline,
      Map<Integer, RowPlan> plans) {
    List<Sought> sought = sought(dataset, rows);
    Optional<List<List<ProfileKey>>> matching =
        sending.answers(sought, deadline, one -> candidates.of(dataset, one.identifier, one.value));
    Optional<Set<EntryId>> standing = standing(dataset, rows, deadline);
    if (matching.isEmpty() || standing.isEmpty()) {
      return false;
    }
    Set<Integer> tooMany = new HashSet<>();
    Set<ProfileKey> keys = new LinkedHashSet<>();
    for (int i = 0; i < sought.size(); i++) {
      if (matching.get().get(i).size() > Candidates.MOST) {
        tooMany.add(sought.get(i).row);
      } else {
        keys.addAll(matching.get().get(i));
      }
    }
    rows.forEach(row -> keys.addAll(ownKeys(dataset, row.getValue())));
    Optional<Map<ProfileKey, Profile>> found = reads.find(dataset, List.copyOf(keys), deadline);
    if (found.isEmpty()) {
      return false;
    }
    for (Map.Entry<Integer, Row.Customer> row : rows) {
      Optional<RowPlan> plan =
          entries.of(dataset, row.getValue()).stream().anyMatch(standing.get()::contains)
              ? Optional.of(RowPlan.SUPPRESSED)
              : tooMany.contains(row.getKey())
                  ? Optional.of(RowPlan.AMBIGUOUS)
                  : plan(dataset, row.getValue(), found.get(), deadline);
      if (plan.isEmpty()) {
        return false;
      }
      plans.put(row.getKey(), plan.get());
    }
    return true;
  }

  private static List<Sought> sought(Dataset dataset, List<Map.Entry<Integer, Row.Customer>> rows) {
    List<Sought> sought = new ArrayList<>();
    for (Map.Entry<Integer, Row.Customer> row : rows) {
      row.getValue()
          .identifiers()
          .forEach(
              (name, value) ->
                  dataset
                      .identifier(name)
                      .filter(identifier -> identifier.index().isPresent())
                      .ifPresent(it -> sought.add(new Sought(row.getKey(), it, value))));
    }
    return sought;
  }

  private Optional<Set<EntryId>> standing(
      Dataset dataset, List<Map.Entry<Integer, Row.Customer>> rows, Deadline deadline) {
    if (dataset.suppression().isEmpty()) {
      return Optional.of(Set.of());
    }
    Set<EntryId> asked = new LinkedHashSet<>();
    rows.forEach(row -> asked.addAll(entries.of(dataset, row.getValue())));
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

  /** Where a profile of the row would be that no index knows yet. */
  private static List<ProfileKey> ownKeys(Dataset dataset, Row.Customer row) {
    List<ProfileKey> keys = new ArrayList<>();
    given(dataset, row).ifPresent(keys::add);
    if (dataset.declaredImports().newKeys() == NewKeys.DERIVED) {
      lookable(dataset, row)
          .forEach((name, value) -> keys.add(DerivedKey.of(dataset, name, value, 0)));
    }
    return keys;
  }

  private static Optional<ProfileKey> given(Dataset dataset, Row.Customer row) {
    return Optional.ofNullable(row.identifiers().get(dataset.key().name())).map(ProfileKey::new);
  }

  /** The identifiers of a row, but for the table's key, by which profiles are found. */
  private static SequencedMap<String, String> lookable(Dataset dataset, Row.Customer row) {
    SequencedMap<String, String> lookable = new LinkedHashMap<>();
    row.identifiers()
        .forEach(
            (name, value) -> {
              if (dataset.identifier(name).filter(it -> it.index().isPresent()).isPresent()) {
                lookable.put(name, value);
              }
            });
    return lookable;
  }

  /** Empty where time ran out. */
  private Optional<RowPlan> plan(
      Dataset dataset, Row.Customer row, Map<ProfileKey, Profile> found, Deadline deadline) {
    Optional<ProfileKey> given = given(dataset, row);
    List<Profile> matches =
        found.values().stream().filter(profile -> matches(dataset, row, profile)).toList();
    if (matches.isEmpty()) {
      return given.isPresent()
          ? given.map(RowPlan::create)
          : newKey(dataset, row, found, deadline).map(RowPlan::create);
    }
    Profile match = matches.getFirst();
    if (matches.size() > 1 || given.filter(key -> !key.equals(match.key())).isPresent()) {
      return Optional.of(RowPlan.AMBIGUOUS);
    }
    return Optional.of(
        match.isProtected()
            ? RowPlan.PROTECTED
            : RowPlan.update(match.key(), foundBy(dataset, row, match)));
  }

  private static boolean matches(Dataset dataset, Row.Customer row, Profile profile) {
    return given(dataset, row).filter(profile.key()::equals).isPresent()
        || !foundBy(dataset, row, profile).isEmpty();
  }

  private static List<String> foundBy(Dataset dataset, Row.Customer row, Profile profile) {
    return lookable(dataset, row).entrySet().stream()
        .filter(
            known ->
                Candidates.carries(
                    profile, dataset.identifier(known.getKey()).orElseThrow(), known.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Made of the first identifier; another one where a profile that lost it has that key. */
  private Optional<ProfileKey> newKey(
      Dataset dataset, Row.Customer row, Map<ProfileKey, Profile> found, Deadline deadline) {
    Map.Entry<String, String> leading = lookable(dataset, row).firstEntry();
    ProfileKey key = DerivedKey.of(dataset, leading.getKey(), leading.getValue(), 0);
    Map<ProfileKey, Profile> taken = found;
    for (int more = 1; taken.containsKey(key); more++) {
      key = DerivedKey.of(dataset, leading.getKey(), leading.getValue(), more);
      Optional<Map<ProfileKey, Profile>> read = reads.find(dataset, List.of(key), deadline);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      taken = read.get();
    }
    return Optional.of(key);
  }
}
