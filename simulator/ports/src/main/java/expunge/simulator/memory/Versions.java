package expunge.simulator.memory;

import expunge.object.ListedVersion;
import expunge.object.ObjectVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All versions of one key and the marks of its deletions, the oldest first. */
final class Versions {
  private final List<Entry> entries = new ArrayList<>();

  /** One of them. */
  private record Entry(ListedVersion listed, Optional<Stored> stored) {}

  void add(Stored stored) {
    entries.add(new Entry(stored.listed(), Optional.of(stored)));
  }

  void hide(ObjectVersion mark, Instant at) {
    entries.add(new Entry(ListedVersion.deleted(mark, at), Optional.empty()));
  }

  void remove(ObjectVersion version) {
    entries.removeIf(entry -> entry.listed().version().equals(version));
  }

  Optional<Stored> newest() {
    return entries.isEmpty() ? Optional.empty() : entries.getLast().stored();
  }

  Optional<Stored> of(String versionId) {
    return entries.stream()
        .flatMap(entry -> entry.stored().stream())
        .filter(stored -> stored.version().versionId().filter(versionId::equals).isPresent())
        .findFirst();
  }

  Stream<ListedVersion> newestFirst() {
    return entries.reversed().stream().map(Entry::listed);
  }

  /** The newest first; none where that version is gone meanwhile. */
  Stream<ListedVersion> olderThan(ObjectVersion version) {
    return newestFirst().dropWhile(listed -> !listed.version().equals(version)).skip(1);
  }

  /** The version that was pinned; without a version id, the newest if it is still the same. */
  Optional<Stored> of(ObjectVersion pinned) {
    return pinned
        .versionId()
        .map(this::of)
        .orElseGet(this::newest)
        .filter(stored -> stored.version().eTag().equals(pinned.eTag()));
  }
}
