package expunge.simulator.memory;

import expunge.object.ObjectVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All versions of one key, the oldest first, and whether the key was deleted since. */
final class Versions {
  private final List<Stored> versions = new ArrayList<>();
  private boolean hidden;

  void add(Stored stored) {
    versions.add(stored);
    hidden = false;
  }

  void hide() {
    hidden = true;
  }

  void remove(ObjectVersion version) {
    versions.removeIf(stored -> stored.version().equals(version));
  }

  Optional<Stored> newest() {
    return hidden || versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }

  Optional<Stored> of(String versionId) {
    return versions.stream()
        .filter(stored -> stored.version().versionId().filter(versionId::equals).isPresent())
        .findFirst();
  }

  List<Stored> newestFirst() {
    return versions.reversed();
  }

  /** The newest first; none where that version is gone meanwhile. */
  List<Stored> olderThan(ObjectVersion version) {
    return versions.stream()
        .takeWhile(stored -> !stored.version().equals(version))
        .toList()
        .reversed();
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
