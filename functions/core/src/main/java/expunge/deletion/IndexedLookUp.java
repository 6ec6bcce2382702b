package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.ProfileStore.Matching;
import expunge.run.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Finds profiles by an index. What the index says is only where to look: a match is a profile that
 * a strong read finds with the identifier.
 */
final class IndexedLookUp {
  /** Of one identifier; whoever has more is not guessed at. */
  static final int MOST_CANDIDATES = 1_000;

  private static final int ROWS_AT_ONCE = 100;

  private final ProfileStore profiles;
  private final ProfileReads reads;
  private final Sending sending;

  IndexedLookUp(ProfileStore profiles, ProfileReads reads, Sending sending) {
    this.profiles = profiles;
    this.reads = reads;
    this.sending = sending;
  }

  /** As {@link LookUp#of}. */
  Optional<PlannedRows> of(Dataset dataset, BatchFile file, Deadline deadline) {
    SequencedMap<Integer, RowPlan> rows = new TreeMap<>();
    List<Map.Entry<Integer, String>> wanted = List.copyOf(file.wanted().entrySet());
    for (List<Map.Entry<Integer, String>> some :
        Sending.<Map.Entry<Integer, String>>runsOf(ROWS_AT_ONCE).apply(wanted)) {
      if (!look(dataset, file.identifier(), some, deadline, rows)) {
        return Optional.empty();
      }
    }
    return Optional.of(PlannedRows.withoutRepetition(rows));
  }

  private boolean look(
      Dataset dataset,
      Identifier identifier,
      List<Map.Entry<Integer, String>> wanted,
      Deadline deadline,
      Map<Integer, RowPlan> rows) {
    Optional<List<List<ProfileKey>>> candidates =
        sending.answers(wanted, deadline, row -> candidates(dataset, identifier, row.getValue()));
    Optional<Map<ProfileKey, Profile>> found =
        candidates.flatMap(keys -> reads.find(dataset, distinct(keys), deadline));
    if (found.isEmpty()) {
      return false;
    }
    Choice choice = new Choice(identifier);
    for (int i = 0; i < wanted.size(); i++) {
      List<ProfileKey> keys = candidates.orElseThrow().get(i);
      RowPlan plan =
          keys.size() > MOST_CANDIDATES
              ? RowPlan.TOO_MANY
              : choice.among(carriers(identifier, wanted.get(i).getValue(), keys, found.get()));
      rows.put(wanted.get(i).getKey(), plan);
    }
    return true;
  }

  /** More than {@link #MOST_CANDIDATES} only where there are more. */
  private List<ProfileKey> candidates(Dataset dataset, Identifier identifier, String value) {
    List<ProfileKey> keys = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Matching page = profiles.matching(dataset, identifier, value, after);
      keys.addAll(page.keys());
      after = page.next();
    } while (after.isPresent() && keys.size() <= MOST_CANDIDATES);
    return keys;
  }

  private static List<ProfileKey> distinct(List<List<ProfileKey>> candidates) {
    Set<ProfileKey> keys = new LinkedHashSet<>();
    candidates.stream().filter(some -> some.size() <= MOST_CANDIDATES).forEach(keys::addAll);
    return List.copyOf(keys);
  }

  private static List<Profile> carriers(
      Identifier identifier, String value, List<ProfileKey> keys, Map<ProfileKey, Profile> found) {
    Value carried = identifier.stored(value);
    return keys.stream()
        .distinct()
        .flatMap(key -> Stream.ofNullable(found.get(key)))
        .filter(profile -> carried.equals(profile.attributes().get(identifier.attribute())))
        .toList();
  }
}
