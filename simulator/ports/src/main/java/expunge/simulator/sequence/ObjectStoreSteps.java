package expunge.simulator.sequence;

import expunge.object.ListedVersion;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Calls of few keys with several versions. A version is named by its place among those that were
 * seen; its id and its ETag are each store's own, and times are left out.
 */
public final class ObjectStoreSteps implements Steps<ObjectStore> {
  private static final String TEXT = "text/plain";
  private static final List<String> NAMES =
      List.of("a", "a/b", "a b+c", "ä&=%20", "parts/1", "parts/2", "nothing");
  private static final List<String> CONTENTS = List.of("", "1", "line\r\n", "ä".repeat(100));
  private static final int VERSIONS = 6;
  private static final int ALL = 1_000;

  private final String folder;

  /**
   * Below a folder in which nothing is.
   *
   * @param folder with a slash at its end
   */
  public ObjectStoreSteps(String folder) {
    this.folder = folder;
  }

  @Override
  public Step<ObjectStore> next(Random random) {
    return switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> put(random);
      case 4, 5 -> describe(key(random));
      case 6 -> describeVersion(random);
      case 7 -> read(key(random));
      case 8 -> open(random);
      case 9 -> readRange(random);
      case 10, 11 -> join(random);
      case 12 -> list(random.nextBoolean() ? "" : name(random));
      default -> deleteAll(random);
    };
  }

  @Override
  public List<Step<ObjectStore>> last() {
    List<Step<ObjectStore>> last = new ArrayList<>();
    for (String name : NAMES) {
      last.add(describe(folder + name));
      last.add(read(folder + name));
    }
    last.add(list(""));
    return last;
  }

  private static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  /** Nobody ever puts the last one. */
  private String key(Random random) {
    return folder + name(random);
  }

  private String keyToPut(Random random) {
    return folder + NAMES.get(random.nextInt(NAMES.size() - 1));
  }

  private Step<ObjectStore> put(Random random) {
    String key = keyToPut(random);
    String content = CONTENTS.get(random.nextInt(CONTENTS.size())) + random.nextInt(100);
    return new Step<>(
        "put %s: %s".formatted(key, content),
        side -> {
          side.port().put(key, TEXT, content.getBytes(StandardCharsets.UTF_8));
          return described(side, key, Optional.empty());
        });
  }

  private static Step<ObjectStore> describe(String key) {
    return new Step<>("describe " + key, side -> described(side, key, Optional.empty()));
  }

  /** Also under a key that it is not of. */
  private Step<ObjectStore> describeVersion(Random random) {
    Optional<String> other = random.nextInt(4) == 0 ? Optional.of(key(random)) : Optional.empty();
    return ofVersion(
        "describe as " + other,
        random,
        (side, version) -> described(side, other.orElse(version.key()), version.versionId()));
  }

  private static Object described(Side<ObjectStore> side, String key, Optional<String> version) {
    return side.port().describe(key, version).map(object -> shown(side, object));
  }

  private static Object shown(Side<ObjectStore> side, StoredObject object) {
    return List.of(shown(side, object.version()), object.bytes(), object.metadata());
  }

  private static String shown(Side<ObjectStore> side, ObjectVersion version) {
    return version.key() + " in version " + side.placeOf(ObjectVersion.class, version);
  }

  private static Step<ObjectStore> read(String key) {
    return new Step<>("read " + key, side -> side.port().read(key).map(ObjectStoreSteps::text));
  }

  /** Without its id, or with another ETag, it is another one, or none. */
  private static Step<ObjectStore> open(Random random) {
    boolean anonymous = random.nextInt(4) == 0;
    boolean foreign = random.nextInt(4) == 0;
    return ofVersion(
        "open %s, %s".formatted(anonymous ? "without id" : "", foreign ? "other ETag" : ""),
        random,
        (side, version) ->
            opened(
                side.port(),
                new ObjectVersion(
                    version.key(),
                    anonymous ? Optional.empty() : version.versionId(),
                    foreign ? "0".repeat(32) : version.eTag())));
  }

  private static String opened(ObjectStore store, ObjectVersion version) {
    try (var content = store.open(version)) {
      return text(content.readAllBytes());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  private static Step<ObjectStore> readRange(Random random) {
    int start = random.nextInt(5);
    int length = 1 + random.nextInt(6);
    return ofVersion(
        "read %d bytes from %d".formatted(length, start),
        random,
        (side, version) -> text(side.port().read(version, start, length)));
  }

  private static Step<ObjectStore> ofVersion(
      String text, Random random, BiFunction<Side<ObjectStore>, ObjectVersion, Object> call) {
    int place = random.nextInt(VERSIONS);
    return new Step<>(
        text + " of version " + place,
        side -> {
          List<ObjectVersion> seen = side.all(ObjectVersion.class);
          return place < seen.size() ? call.apply(side, seen.get(place)) : "none";
        });
  }

  private Step<ObjectStore> join(Random random) {
    String key = keyToPut(random);
    List<String> parts = IntStream.range(0, random.nextInt(4)).mapToObj(_ -> key(random)).toList();
    return new Step<>(
        "join %s as %s".formatted(parts, key),
        side -> {
          side.port().join(key, TEXT, "head\n".getBytes(StandardCharsets.UTF_8), parts);
          return Step.DONE;
        });
  }

  private Step<ObjectStore> list(String prefix) {
    return new Step<>(
        "list " + folder + prefix,
        side -> listed(side, side.port().list(folder + prefix, Optional.empty(), ALL)));
  }

  /** S3Mock marks an object that is deleted already once more; marks in a row are told once. */
  private static List<String> listed(Side<ObjectStore> side, List<ListedVersion> versions) {
    List<String> all = new ArrayList<>();
    for (ListedVersion version : versions) {
      String shown = shown(side, version);
      if (!version.isDeletion() || all.isEmpty() || !all.getLast().equals(shown)) {
        all.add(shown);
      }
    }
    return all;
  }

  private static String shown(Side<ObjectStore> side, ListedVersion listed) {
    return listed.isDeletion()
        ? listed.version().key() + " deleted"
        : shown(side, listed.version());
  }

  private Step<ObjectStore> deleteAll(Random random) {
    String prefix = folder + name(random);
    return new Step<>(
        "delete all " + prefix,
        side -> {
          side.port().deleteAll(prefix);
          return Step.DONE;
        });
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
