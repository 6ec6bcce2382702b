package expunge.simulator.sequence;

import expunge.dataset.Dataset;
import expunge.dataset.DeletionType;
import expunge.dataset.Identifier;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyType;
import expunge.dataset.Suppression;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.LastSeen;
import expunge.profile.Profile;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.profile.Target;
import expunge.simulator.people.Members;
import expunge.simulator.people.PeoplesTables;
import expunge.suppression.Entry;
import expunge.suppression.EntryId;
import expunge.suppression.SuppressionKey;
import expunge.task.TaskId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls with few keys, in canonical form or not, and few values, that others put there. */
public final class ProfileStoreSteps implements Steps<ProfileStoreSteps.Table> {
  private static final List<String> TEXTS =
      List.of("1", "01", "a", "A", " a", "ä", "a\u0308", "𝄞", "a,b", "\"", "x".repeat(2_041));
  private static final List<String> NUMBERS =
      List.of("1", "01", "1.0", "1e0", "-1", "0", "-0", "0.0", "100", "1E2", "0.5", ".5", "5e-1");
  private static final List<Value> EMAILS =
      List.of(new Value.Text("a@b"), new Value.Text("A@b"), new Value.Text("ä@b"));
  private static final List<Value> SIZES = List.of(new Value.Numeric("7"), new Value.Numeric("-1"));
  private static final List<Value> MARKS =
      List.of(new Value.Flag(false), new Value.Flag(true), new Value.Text(""), new Value.Other());
  private static final int MANY = 130;
  private static final SuppressionKey KEY =
      SuppressionKey.of("a key that is as long as a key has to be");

  private final List<String> values;

  /**
   * A table that both sides have.
   *
   * @param unguarded the same, whose profiles are not protected
   */
  public record Table(PeoplesTables tables, Dataset guarded, Dataset unguarded) {
    /** Makes it. */
    public static Table make(PeoplesTables tables, String name, KeyType type) {
      Suppression list = new Suppression(name + "-suppressed", Duration.ofDays(1));
      Dataset dataset = Members.dataset(name, type).suppressing(list);
      Members.make(tables, dataset);
      tables.make(list.table(), List.of(new KeyAttribute("id", KeyType.TEXT)), Map.of());
      return new Table(tables, dataset, Members.withoutProtection(dataset));
    }

    Dataset dataset(boolean isGuarded) {
      return isGuarded ? guarded : unguarded;
    }
  }

  /** Of keys of this type. */
  public ProfileStoreSteps(KeyType type) {
    values = type == KeyType.TEXT ? TEXTS : NUMBERS;
  }

  @Override
  public Step<Table> next(Random random) {
    return switch (random.nextInt(13)) {
      case 0, 1, 2, 3 -> put(random);
      case 4 -> putBeside(random);
      case 5, 6 -> find(keys(random, ProfileStore.KEYS_PER_LOOKUP), random.nextBoolean());
      case 7 -> matching(Members.EMAIL, List.of("a@b", "A@b", "ä@b", "b").get(random.nextInt(4)));
      case 8 -> matching(Members.NUMBER, List.of("7", "7.0", "-1").get(random.nextInt(3)));
      case 9, 10 -> erase(random);
      case 11 -> eraseAndSuppress(random);
      default -> size();
    };
  }

  @Override
  public List<Step<Table>> last() {
    List<Step<Table>> last = new ArrayList<>();
    values.forEach(value -> last.add(find(List.of(new ProfileKey(value)), true)));
    last.add(standing());
    last.add(
        new Step<>(
            "all",
            side ->
                Shown.sorted(
                    side.port().tables().all(side.port().guarded().table()), Shown::item)));
    last.add(size());
    return last;
  }

  private Step<Table> put(Random random) {
    ProfileKey key = key(random);
    Map<String, Value> item = attributes(random);
    some(random, MARKS).ifPresent(mark -> item.put(Members.HOLD, mark));
    some(random, MARKS).ifPresent(phone -> item.put(Members.PHONE, phone));
    return new Step<>(
        "put " + key.value() + " with " + Shown.item(item),
        side -> {
          Dataset dataset = side.port().guarded();
          side.port().tables().put(dataset.table(), Members.profile(dataset, key.value(), item));
          return Step.DONE;
        });
  }

  private Step<Table> putBeside(Random random) {
    ProfileKey key = key(random);
    Map<String, Value> item = attributes(random);
    return new Step<>(
        "putBeside " + key.value() + " with " + Shown.item(item),
        side -> {
          Dataset dataset = side.port().guarded();
          side.port()
              .tables()
              .put(dataset.table(), Members.record(dataset, key.value(), "ORDER#1", item));
          return Step.DONE;
        });
  }

  private static Map<String, Value> attributes(Random random) {
    Map<String, Value> attributes = new HashMap<>();
    some(random, EMAILS).ifPresent(value -> attributes.put(Members.EMAIL.attribute(), value));
    some(random, SIZES).ifPresent(value -> attributes.put(Members.NUMBER.attribute(), value));
    return attributes;
  }

  private static Optional<Value> some(Random random, List<Value> values) {
    return random.nextBoolean()
        ? Optional.of(values.get(random.nextInt(values.size())))
        : Optional.empty();
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

  private static Step<Table> find(List<ProfileKey> keys, boolean isGuarded) {
    return new Step<>(
        "find " + shown(keys) + (isGuarded ? "" : " unguarded"),
        side -> {
          ProfileStore.Lookup answer =
              side.port().tables().profiles().find(side.port().dataset(isGuarded), keys);
          return shownProfiles(answer.profiles()) + shown(answer.unprocessed());
        });
  }

  private static Step<Table> matching(Identifier identifier, String value) {
    return new Step<>(
        "matching " + identifier.name() + " " + value,
        side -> {
          List<ProfileKey> found = new ArrayList<>();
          Optional<Cursor> after = Optional.empty();
          do {
            ProfileStore.Matching page =
                side.port()
                    .tables()
                    .profiles()
                    .matching(side.port().guarded(), identifier, value, after);
            found.addAll(page.keys());
            after = page.next();
          } while (after.isPresent());
          return shown(found);
        });
  }

  private Step<Table> erase(Random random) {
    DeletionType type = random.nextBoolean() ? Members.COMPLETE : Members.CONTACT;
    Map<String, Value> carried = random.nextInt(3) == 0 ? attributes(random) : Map.of();
    boolean isGuarded = random.nextBoolean();
    List<Target> targets =
        keys(random, ProfileStore.TARGETS_PER_CALL).stream()
            .map(key -> new Target(key, carried))
            .toList();
    List<ProfileKey> keys = targets.stream().map(Target::key).toList();
    return new Step<>(
        "erase %s of %s with %s%s"
            .formatted(
                type.name(), shown(keys), Shown.item(carried), isGuarded ? "" : " unguarded"),
        side -> {
          ProfileStore.Erased erased =
              side.port().tables().profiles().erase(side.port().dataset(isGuarded), type, targets);
          return shown(erased.unprocessed()) + shownProfiles(erased.refused());
        });
  }

  /** Of a profile that was read as it is, as another, or not at all. */
  private Step<Table> eraseAndSuppress(Random random) {
    ProfileKey key = key(random);
    Optional<Map<String, Value>> read =
        random.nextBoolean() ? Optional.of(attributes(random)) : Optional.empty();
    boolean isGuarded = random.nextBoolean();
    LastSeen seen = new LastSeen(key, read.map(some -> new Profile(key, false, some)));
    return new Step<>(
        "eraseAndSuppress %s as %s%s"
            .formatted(
                key.value(), read.map(Shown::item).orElse("nobody"), isGuarded ? "" : " unguarded"),
        side -> {
          Dataset dataset = side.port().dataset(isGuarded);
          ProfileStore.Erased erased =
              side.port().tables().profiles().eraseAndSuppress(dataset, seen, List.of(entry(key)));
          return shown(erased.unprocessed()) + shownProfiles(erased.refused());
        });
  }

  private Step<Table> standing() {
    Set<EntryId> all =
        values.stream().map(value -> entry(new ProfileKey(value)).id()).collect(Collectors.toSet());
    return new Step<>(
        "standing",
        side ->
            Shown.sorted(
                List.copyOf(
                    side.port()
                        .tables()
                        .suppressions()
                        .standing(
                            side.port().guarded().suppression().orElseThrow(), all, Instant.EPOCH)),
                EntryId::hex));
  }

  private static Entry entry(ProfileKey key) {
    EntryId id = KEY.entry(Members.dataset("any", KeyType.TEXT), "id", key.value());
    TaskId task = TaskId.derivedFrom("task");
    return new Entry(id, "members", "id", task, Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
  }

  private static Step<Table> size() {
    return new Step<>("size", side -> side.port().tables().profiles().size(side.port().guarded()));
  }

  private static String shown(List<ProfileKey> keys) {
    return Shown.sorted(keys, ProfileKey::value).toString();
  }

  private static String shownProfiles(List<Profile> profiles) {
    Function<Profile, String> one =
        profile ->
            profile.key().value()
                + (profile.isProtected() ? " protected " : " ")
                + Shown.item(profile.attributes());
    return Shown.sorted(profiles, one).toString();
  }
}
