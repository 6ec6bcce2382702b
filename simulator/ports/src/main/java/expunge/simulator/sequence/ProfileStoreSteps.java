package expunge.simulator.sequence;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.KeyType;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Look-ups and deletions of few keys, in canonical form or not, that others put there. */
public final class ProfileStoreSteps implements Steps<ProfileStoreSteps.Table> {
  private static final List<String> TEXTS =
      List.of("1", "01", "a", "A", " a", "ä", "a\u0308", "𝄞", "a,b", "\"", "x".repeat(2_048));
  private static final List<String> NUMBERS =
      List.of("1", "01", "1.0", "1e0", "-1", "0", "-0", "0.0", "100", "1E2", "0.5", ".5", "5e-1");
  private static final int MANY = 130;

  private final List<String> values;

  /** The store with a table of its own, which somebody fills. */
  public interface Table {
    /** Where the table is. */
    ProfileStore store();

    /** The dataset whose table it is. */
    Dataset dataset();

    /** Puts a profile into it, past the store. */
    void put(ProfileKey key);
  }

  /** Of keys of this type. */
  public ProfileStoreSteps(KeyType type) {
    values = type == KeyType.TEXT ? TEXTS : NUMBERS;
  }

  @Override
  public Step<Table> next(Random random) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> put(random);
      case 3, 4, 5 -> find(keys(random, ProfileStore.KEYS_PER_LOOKUP));
      case 6 -> delete(keys(random, ProfileStore.TARGETS_PER_CALL));
      default -> size();
    };
  }

  @Override
  public List<Step<Table>> last() {
    List<Step<Table>> last = new ArrayList<>();
    values.forEach(value -> last.add(find(List.of(new ProfileKey(value)))));
    last.add(size());
    return last;
  }

  private Step<Table> put(Random random) {
    ProfileKey key = key(random);
    return new Step<>(
        "put " + key.value(),
        side -> {
          side.port().put(key);
          return Step.DONE;
        });
  }

  private ProfileKey key(Random random) {
    return new ProfileKey(values.get(random.nextInt(values.size())));
  }

  /** Mostly few and different ones; at times none, too many, or one that is there twice. */
  private List<ProfileKey> keys(Random random, int most) {
    int kind = random.nextInt(12);
    if (kind == 0) {
      int count = random.nextBoolean() ? most : 1 + random.nextInt(MANY);
      return IntStream.rangeClosed(1, count).mapToObj(n -> new ProfileKey("" + n)).toList();
    }
    List<ProfileKey> keys = new ArrayList<>();
    for (int n = random.nextInt(4); n > 0; n--) {
      ProfileKey key = key(random);
      if (kind == 1 || !keys.contains(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static Step<Table> find(List<ProfileKey> keys) {
    return new Step<>(
        "find " + shown(keys),
        side -> {
          ProfileStore.Lookup answer = side.port().store().find(side.port().dataset(), keys);
          return shown(List.copyOf(answer.found())) + shown(answer.unprocessed());
        });
  }

  private static Step<Table> delete(List<ProfileKey> keys) {
    return new Step<>(
        "delete " + shown(keys),
        side -> {
          List<Target> targets = keys.stream().map(Target::of).toList();
          Dataset dataset = side.port().dataset();
          return shown(
              side.port()
                  .store()
                  .erase(dataset, new DeletionType.Complete(), targets)
                  .unprocessed());
        });
  }

  private static Step<Table> size() {
    return new Step<>("size", side -> side.port().store().size(side.port().dataset()));
  }

  private static String shown(List<ProfileKey> keys) {
    return keys.stream()
        .map(ProfileKey::value)
        .sorted(Comparator.naturalOrder())
        .toList()
        .toString();
  }
}
