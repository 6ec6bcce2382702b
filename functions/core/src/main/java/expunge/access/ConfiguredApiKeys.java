package expunge.access;

import expunge.run.InvalidSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The keys that the settings list; they change with a deployment only. */
public final class ConfiguredApiKeys implements ApiKeys {
  private static final Pattern BETWEEN_ENTRIES = Pattern.compile("[,\\s]+");
  private static final int PARTS = 3;

  private final List<ApiKey> keys;

  /** Over a copy. */
  public ConfiguredApiKeys(List<ApiKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads entries {@code role:label:sha256}, between commas or white space.
   *
   * @throws InvalidSettings with all problems; they tell entries by their number and never quote
   *     one, as somebody may have put a key where its hash belongs
   */
  public static ConfiguredApiKeys parse(String entries) {
    List<String> problems = new ArrayList<>();
    List<ApiKey> keys = new ArrayList<>();
    List<String> texts = BETWEEN_ENTRIES.splitAsStream(entries).filter(e -> !e.isEmpty()).toList();
    for (int i = 0; i < texts.size(); i++) {
      String place = "entry " + (i + 1) + ": ";
      Problems ofEntry = problem -> problems.add(place + problem);
      read(texts.get(i), ofEntry).ifPresent(key -> add(key, keys, ofEntry));
    }
    if (texts.isEmpty()) {
      problems.add("no key is listed");
    }
    if (!problems.isEmpty()) {
      throw new InvalidSettings(problems);
    }
    return new ConfiguredApiKeys(keys);
  }

  @Override
  public Optional<ApiKey> find(KeyHash presented) {
    Optional<ApiKey> found = Optional.empty();
    for (ApiKey key : keys) {
      if (key.hash().matches(presented)) {
        found = Optional.of(key);
      }
    }
    return found;
  }

  /** All of them, in the order of the settings. */
  public List<ApiKey> all() {
    return keys;
  }

  private static Optional<ApiKey> read(String entry, Problems problems) {
    List<String> parts = List.of(entry.split(":", -1));
    if (parts.size() != PARTS) {
      problems.add("has to be role:label:sha256");
      return Optional.empty();
    }
    Optional<Role> role = Role.of(parts.get(0));
    boolean labelled = ApiKey.isLabel(parts.get(1));
    boolean hashed = KeyHash.isKeyHash(parts.get(2));
    if (role.isEmpty()) {
      problems.add("the role has to be one of " + String.join(", ", Role.words()));
    }
    if (!labelled) {
      problems.add("the label has 1 to 64 letters, digits, dots, hyphens or underscores");
    }
    if (!hashed) {
      problems.add("the SHA-256 of a key has 64 lower-case hexadecimal digits");
    }
    return role.filter(known -> labelled && hashed)
        .map(known -> new ApiKey(parts.get(1), known, new KeyHash(parts.get(2))));
  }

  private static void add(ApiKey key, List<ApiKey> keys, Problems problems) {
    if (keys.stream().anyMatch(other -> other.label().equals(key.label()))) {
      problems.add("an earlier entry has the same label");
    }
    if (keys.stream().anyMatch(other -> other.hash().equals(key.hash()))) {
      problems.add("an earlier entry has the same hash");
    }
    keys.add(key);
  }

  /** Where the problems of one entry go. */
  private interface Problems {
    void add(String problem);
  }
}
