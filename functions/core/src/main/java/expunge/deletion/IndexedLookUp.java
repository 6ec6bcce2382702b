package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.Deadline;
import expunge.work.Candidates;
import expunge.work.ProfileReads;
import expunge.work.Sending;
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
  private static final int ROWS_AT_ONCE = 100;

  private final Candidates candidates;
  private final ProfileReads reads;
  private final Sending sending;

  IndexedLookUp(ProfileStore profiles, ProfileReads reads, Sending sending) {
    this.candidates = new Candidates(profiles);
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
    Optional<List<List<ProfileKey>>> matching =
        sending.answers(
            wanted, deadline, row -> candidates.of(dataset, identifier, row.getValue()));
    Optional<Map<ProfileKey, Profile>> found =
        matching.flatMap(keys -> reads.find(dataset, distinct(keys), deadline));
    if (found.isEmpty()) {
      return false;
    }
    Choice choice = new Choice(identifier.index().orElseThrow().matches());
    for (int i = 0; i < wanted.size(); i++) {
      List<ProfileKey> keys = matching.orElseThrow().get(i);
      RowPlan plan =
          keys.size() > Candidates.MOST
              ? RowPlan.TOO_MANY
              : choice.among(carriers(identifier, wanted.get(i).getValue(), keys, found.get()));
      rows.put(wanted.get(i).getKey(), plan);
    }
    return true;
  }

  private static List<ProfileKey> distinct(List<List<ProfileKey>> candidates) {
    Set<ProfileKey> keys = new LinkedHashSet<>();
    candidates.stream().filter(some -> some.size() <= Candidates.MOST).forEach(keys::addAll);
    return List.copyOf(keys);
  }

  private static List<Profile> carriers(
      Identifier identifier, String value, List<ProfileKey> keys, Map<ProfileKey, Profile> found) {
    return keys.stream()
        .distinct()
        .flatMap(key -> Stream.ofNullable(found.get(key)))
        .filter(profile -> Candidates.carries(profile, identifier, value))
        .toList();
  }
}
