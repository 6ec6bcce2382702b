package expunge.simulator.memory;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.dataset.KeyAttribute;
import expunge.dataset.Suppression;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.LastSeen;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.profile.ProfilePages;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.suppression.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Profile tables in memory. A table exists once something was put into it. As in DynamoDB, a number
 * is compared by its value, so a key that is not canonical finds the profile of another one. An
 * index never lags behind.
 */
public final class MemoryProfileStore implements ProfileStore, ProfilePages {
  private static final int MATCHES_PER_PAGE = 100;

  private final MemoryTables tables;
  private final int matchesPerPage;
  private int lookups;
  private int deletions;

  /** With tables of its own. */
  public MemoryProfileStore() {
    this(new MemoryTables());
  }

  /** On tables that may hold other items too. */
  public MemoryProfileStore(MemoryTables tables) {
    this(tables, MATCHES_PER_PAGE);
  }

  /** On these tables, with so many matches on a page of an index. */
  public MemoryProfileStore(MemoryTables tables, int matchesPerPage) {
    this.tables = tables;
    this.matchesPerPage = matchesPerPage;
  }

  /** Puts profiles into the dataset's table, which is made where it is missing. */
  public synchronized void put(Dataset dataset, List<ProfileKey> keys) {
    tables.make(dataset.table(), key(dataset));
    keys.forEach(key -> put(dataset, key, Map.of()));
  }

  /** Puts a profile with other attributes beside its key. */
  public synchronized void put(Dataset dataset, ProfileKey key, Map<String, Value> attributes) {
    tables.make(dataset.table(), key(dataset));
    Map<String, Value> item = new HashMap<>(attributes);
    item.putAll(item(dataset, key));
    tables.put(dataset.table(), item);
  }

  /** Removes profiles, as somebody else does. */
  public synchronized void remove(Dataset dataset, List<ProfileKey> keys) {
    keys.forEach(key -> tables.remove(dataset.table(), item(dataset, key)));
  }

  /** Whether there is a profile of this key. */
  public synchronized boolean contains(Dataset dataset, ProfileKey key) {
    return stored(dataset, key).isPresent();
  }

  /** The whole item of a profile; empty where there is none. */
  public synchronized Optional<Map<String, Value>> stored(Dataset dataset, ProfileKey key) {
    return tables.find(dataset.table(), item(dataset, key));
  }

  /** How many look-ups were made so far. */
  public synchronized int lookups() {
    return lookups;
  }

  /** How many deletions were made so far. */
  public synchronized int deletions() {
    return deletions;
  }

  @Override
  public synchronized Lookup find(Dataset dataset, List<ProfileKey> keys) {
    check(dataset, keys, KEYS_PER_LOOKUP);
    lookups++;
    return new Lookup(
        keys.stream()
            .flatMap(key -> stored(dataset, key).stream())
            .flatMap(item -> profile(dataset, item).stream())
            .toList(),
        List.of());
  }

  @Override
  public synchronized Matching matching(
      Dataset dataset, Identifier identifier, String value, Optional<Cursor> after) {
    Value wanted = identifier.stored(value);
    MemoryTables.Page page =
        tables.page(
            dataset.table(),
            item -> wanted.equals(item.get(identifier.attribute())),
            after,
            matchesPerPage);
    return new Matching(
        page.items().stream()
            .flatMap(item -> profile(dataset, item).stream())
            .map(Profile::key)
            .toList(),
        page.next());
  }

  @Override
  public synchronized Page page(Dataset dataset, Optional<Cursor> after, int limit) {
    MemoryTables.Page page = tables.page(dataset.table(), _ -> true, after, limit);
    return new Page(
        page.items().stream().flatMap(item -> profile(dataset, item).stream()).toList(),
        page.next());
  }

  @Override
  public synchronized Erased erase(Dataset dataset, DeletionType type, List<Target> targets) {
    check(dataset, targets.stream().map(Target::key).toList(), TARGETS_PER_CALL);
    deletions++;
    List<Profile> refused = new ArrayList<>();
    for (Target target : targets) {
      Optional<Profile> profile =
          stored(dataset, target.key()).flatMap(item -> profile(dataset, item));
      if (profile.isPresent() && isRefused(profile.get(), target)) {
        refused.add(profile.get());
      } else if (profile.isPresent()) {
        erase(dataset, type, target.key());
      }
    }
    return new Erased(List.of(), refused);
  }

  @Override
  public synchronized Erased eraseAndSuppress(
      Dataset dataset, LastSeen profile, List<Entry> entries) {
    deletions++;
    synchronized (tables) {
      Optional<Profile> now =
          stored(dataset, profile.key()).flatMap(item -> profile(dataset, item));
      if (now.isPresent() && (now.get().isProtected() || !isSame(dataset, profile, now.get()))) {
        return new Erased(List.of(), List.of(now.get()));
      }
      Suppression list = dataset.suppression().orElseThrow();
      entries.forEach(entry -> MemorySuppressionList.put(tables, list, entry));
      tables.remove(dataset.table(), item(dataset, profile.key()));
      return Erased.ALL;
    }
  }

  private static boolean isSame(Dataset dataset, LastSeen before, Profile now) {
    return before.asRead().stream()
        .anyMatch(
            profile ->
                dataset.identifiers().stream()
                    .map(Identifier::attribute)
                    .allMatch(
                        name ->
                            Objects.equals(
                                profile.attributes().get(name), now.attributes().get(name))));
  }

  /** Exact; an empty table counts as one that was not counted yet, as in DynamoDB. */
  @Override
  public synchronized OptionalLong size(Dataset dataset) {
    int profiles = tables.all(dataset.table()).size();
    return profiles == 0 ? OptionalLong.empty() : OptionalLong.of(profiles);
  }

  private static boolean isRefused(Profile profile, Target target) {
    return profile.isProtected()
        || target.carries().entrySet().stream()
            .anyMatch(
                wanted -> !wanted.getValue().equals(profile.attributes().get(wanted.getKey())));
  }

  private void erase(Dataset dataset, DeletionType type, ProfileKey key) {
    Map<String, Value> item = item(dataset, key);
    switch (type) {
      case DeletionType.Complete _ -> tables.remove(dataset.table(), item);
      case DeletionType.RemoveAttributes some -> {
        Map<String, Value> rest = new HashMap<>(stored(dataset, key).orElseThrow());
        rest.keySet().removeAll(some.attributes());
        tables.put(dataset.table(), rest);
      }
    }
  }

  /** Empty where the item's key has not the form of a profile's. */
  private static Optional<Profile> profile(Dataset dataset, Map<String, Value> item) {
    Map<String, Value> attributes = new HashMap<>(item);
    attributes.keySet().retainAll(dataset.attributesOfInterest());
    return ProfileKeys.read(dataset, item)
        .map(key -> new Profile(key, isProtected(dataset, item), attributes));
  }

  private static boolean isProtected(Dataset dataset, Map<String, Value> item) {
    return dataset
        .profiles()
        .protectedBy()
        .map(item::get)
        .filter(mark -> !mark.equals(new Value.Flag(false)))
        .isPresent();
  }

  private static Map<String, Value> item(Dataset dataset, ProfileKey key) {
    return ProfileKeys.write(dataset, key);
  }

  private static List<KeyAttribute> key(Dataset dataset) {
    return Stream.concat(
            Stream.of(dataset.profiles().partition()), dataset.profiles().sort().stream())
        .map(part -> new KeyAttribute(part.attribute(), part.type()))
        .toList();
  }

  private static void check(Dataset dataset, List<ProfileKey> keys, int most) {
    if (keys.size() > most) {
      throw new IllegalArgumentException("too many keys for one request: " + keys.size());
    }
    if (keys.stream().map(key -> item(dataset, key)).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("a key is there twice");
    }
  }
}
