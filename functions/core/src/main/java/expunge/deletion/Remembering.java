package expunge.deletion;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.file.ValueRules;
import expunge.item.Value;
import expunge.profile.LastSeen;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.run.Scheduler;
import expunge.suppression.Entry;
import expunge.suppression.SuppressionKey;
import expunge.suppression.SuppressionKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Deletes profiles of which the suppression list is to keep what they were known by. */
final class Remembering {
  private final SuppressionKeys keys;
  private final Scheduler scheduler;

  Remembering(SuppressionKeys keys, Scheduler scheduler) {
    this.keys = keys;
    this.scheduler = scheduler;
  }

  /**
   * Has the key at hand, before anything is touched.
   *
   * @throws expunge.run.ExpungeException if it can't be had
   */
  void prepare() {
    keys.key();
  }

  /** Deletes a profile, if it still is as it was last seen. */
  ProfileStore.Erased erase(
      ProfileStore profiles, Attempt attempt, Target target, Map<ProfileKey, Profile> seen) {
    Optional<Profile> asRead = Optional.ofNullable(seen.get(target.key()));
    return profiles.eraseAndSuppress(
        attempt.dataset(),
        new LastSeen(target.key(), asRead),
        entries(attempt, target, asRead.map(Profile::attributes).orElse(Map.of())));
  }

  /** Of its key and of every identifier that it has, or had when its row was looked up. */
  private List<Entry> entries(Attempt attempt, Target target, Map<String, Value> attributes) {
    Dataset dataset = attempt.dataset();
    Map<String, Value> known = new HashMap<>(target.carries());
    known.putAll(attributes);
    SuppressionKey key = keys.key();
    List<Entry> entries = new ArrayList<>();
    entries.add(entry(attempt, key, dataset.key().name(), target.key().value()));
    for (Identifier identifier : dataset.identifiers()) {
      Optional.ofNullable(known.get(identifier.attribute()))
          .flatMap(Value::asText)
          .map(ValueRules::stripped)
          .map(identifier.normalization()::of)
          .filter(value -> !value.isEmpty())
          .ifPresent(value -> entries.add(entry(attempt, key, identifier.name(), value)));
    }
    return entries;
  }

  private Entry entry(Attempt attempt, SuppressionKey key, String identifier, String value) {
    Dataset dataset = attempt.dataset();
    Instant now = scheduler.now();
    return new Entry(
        key.entry(dataset, identifier, value),
        dataset.name(),
        identifier,
        attempt.task().id(),
        now,
        now.plus(dataset.suppression().orElseThrow().keep()));
  }
}
