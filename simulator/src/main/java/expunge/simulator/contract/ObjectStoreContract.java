package expunge.simulator.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.StoredObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The promises of {@link ObjectStore}, on a versioned bucket that may hold other objects. */
public abstract class ObjectStoreContract {
  private static final String TEXT = "text/plain";
  private static final Optional<String> NEWEST = Optional.empty();
  private static final int SIX_MEBIBYTES = 6 << 20;

  private final String folder = "contract/" + UUID.randomUUID() + "/";

  /** The store, the same on each call within a test. */
  protected abstract ObjectStore store();

  /** Puts an object as an uploader does, past the store. */
  protected abstract void putObject(String key, byte[] content, Map<String, String> metadata);

  /** Removes this version for good, as the bucket's life cycle does. */
  protected abstract void expire(ObjectVersion version);

  /** What anybody gets who follows the link, without any credentials. */
  protected abstract byte[] fetch(URI link);

  @Test
  void theBucketHasAName() {
    assertThat(store().bucket()).isNotBlank();
  }

  @Test
  void anObjectIsDescribedAsItWasUploaded() {
    String key = folder + "Kundë n +&=%20;.csv";
    putObject(key, bytes("MaestraId\n"), Map.of("deletion-type", "complete", "reason", "GDPR"));
    StoredObject described = describe(key);
    assertThat(described.version().key()).isEqualTo(key);
    assertThat(described.version().versionId()).isPresent();
    assertThat(described.version().eTag()).isNotBlank().doesNotContain("\"");
    assertThat(described.bytes()).isEqualTo(10);
    assertThat(described.metadata())
        .containsOnly(Map.entry("deletion-type", "complete"), Map.entry("reason", "GDPR"));
    assertThat(store().read(key)).contains(bytes("MaestraId\n"));
  }

  @Test
  void anObjectOfAVersionIsDescribedAfterANewerCame() {
    String key = folder + "file.csv";
    putObject(key, bytes("first"), Map.of("reason", "one"));
    StoredObject first = describe(key);
    putObject(key, bytes("and second"), Map.of());
    assertThat(store().describe(key, first.version().versionId())).contains(first);
    assertThat(describe(key).bytes()).isEqualTo(10);
    assertThat(describe(key).version()).isNotEqualTo(first.version());
  }

  @Test
  void whatIsNotThereIsNotDescribedNorRead() {
    assertThat(store().describe(folder + "nothing", NEWEST)).isEmpty();
    assertThat(store().read(folder + "nothing")).isEmpty();
  }

  @Test
  void aVersionThatHasExpiredIsGone() {
    String key = folder + "file.csv";
    putObject(key, bytes("first"), Map.of());
    ObjectVersion first = describe(key).version();
    putObject(key, bytes("second"), Map.of());
    expire(first);
    assertThat(store().describe(key, first.versionId())).isEmpty();
    assertGone(first);
    assertThat(store().read(key)).contains(bytes("second"));
  }

  @Test
  void aPinnedVersionIsReadThoughANewerIsThere() throws IOException {
    String key = folder + "file.csv";
    putObject(key, bytes("first"), Map.of());
    ObjectVersion first = describe(key).version();
    putObject(key, bytes("second"), Map.of());
    assertThat(whole(first)).isEqualTo(bytes("first"));
    assertThat(store().read(first, 1, 3)).isEqualTo(bytes("irs"));
    assertThat(store().read(key)).contains(bytes("second"));
  }

  @Test
  void withoutAVersionIdTheETagTellsThatAnotherObjectHasCome() throws IOException {
    String key = folder + "file.csv";
    putObject(key, bytes("first"), Map.of());
    ObjectVersion unversioned = new ObjectVersion(key, NEWEST, describe(key).version().eTag());
    assertThat(whole(unversioned)).isEqualTo(bytes("first"));
    assertThat(store().read(unversioned, 0, 5)).isEqualTo(bytes("first"));
    putObject(key, bytes("second"), Map.of());
    assertGone(unversioned);
  }

  @Test
  void whatWasNeverThereIsGone() {
    assertGone(new ObjectVersion(folder + "nothing", NEWEST, "0".repeat(32)));
  }

  @Test
  void aRangeIsReadToItsLastByte() {
    String key = folder + "file.csv";
    putObject(key, bytes("0123456789"), Map.of());
    ObjectVersion version = describe(key).version();
    assertThat(store().read(version, 0, 10)).isEqualTo(bytes("0123456789"));
    assertThat(store().read(version, 9, 1)).isEqualTo(bytes("9"));
    assertThat(store().read(version, 3, 4)).isEqualTo(bytes("3456"));
  }

  @Test
  void aRangeBeyondTheEndIsGone() {
    String key = folder + "file.csv";
    putObject(key, bytes("0123456789"), Map.of());
    ObjectVersion version = describe(key).version();
    assertThatThrownBy(() -> store().read(version, 5, 6)).isInstanceOf(ObjectGone.class);
    assertThatThrownBy(() -> store().read(version, 10, 1)).isInstanceOf(ObjectGone.class);
    assertThatThrownBy(() -> store().read(version, 1L << 33, 1)).isInstanceOf(ObjectGone.class);
  }

  @Test
  void aPutReplacesWhatWasThere() {
    String key = folder + "result.json";
    store().put(key, TEXT, bytes("first"));
    store().put(key, TEXT, bytes("second"));
    assertThat(store().read(key)).contains(bytes("second"));
  }

  @Test
  void anEmptyObjectIsAnObject() throws IOException {
    String key = folder + "empty";
    store().put(key, TEXT, new byte[0]);
    assertThat(store().read(key)).contains(new byte[0]);
    assertThat(whole(describe(key).version())).isEmpty();
  }

  @Test
  void whatTheCallerDoesWithItsBytesDoesNotReachTheStore() {
    String key = folder + "bytes";
    byte[] written = bytes("written");
    store().put(key, TEXT, written);
    written[0] = 'W';
    store().read(key).ifPresent(read -> read[1] = 'R');
    assertThat(store().read(key)).contains(bytes("written"));
  }

  @Test
  void partsAreJoinedInTheirOrderAfterTheHead() {
    List<String> parts = parts("b,1\n", "", "a,2\n");
    store().join(folder + "report.csv", TEXT, bytes("head\n"), parts);
    assertThat(store().read(folder + "report.csv")).contains(bytes("head\nb,1\na,2\n"));
  }

  @Test
  void manySmallPartsAreJoined() {
    StringBuilder whole = new StringBuilder();
    List<String> parts = new ArrayList<>();
    for (int n = 0; n < 120; n++) {
      parts.addAll(parts("line " + n + "\n"));
      whole.append("line ").append(n).append('\n');
    }
    store().join(folder + "report.csv", TEXT, new byte[0], parts);
    assertThat(store().read(folder + "report.csv")).contains(bytes(whole.toString()));
  }

  @Test
  void largePartsAreJoinedByteByByte() {
    byte[] large = new byte[SIX_MEBIBYTES];
    new Random(1).nextBytes(large);
    store().put(folder + "large", TEXT, large);
    List<String> parts = List.of(folder + "large", parts("small").getFirst(), folder + "large");
    store().join(folder + "whole", TEXT, bytes("head"), parts);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    List.of(bytes("head"), large, bytes("small"), large).forEach(expected::writeBytes);
    assertThat(store().read(folder + "whole")).contains(expected.toByteArray());
  }

  @Test
  void withoutPartsTheHeadAloneIsWritten() {
    store().join(folder + "report.csv", TEXT, bytes("head\n"), List.of());
    assertThat(store().read(folder + "report.csv")).contains(bytes("head\n"));
  }

  @Test
  void nothingAtAllIsJoinedToAnEmptyObject() {
    store().join(folder + "report.csv", TEXT, new byte[0], parts(""));
    assertThat(store().read(folder + "report.csv")).contains(new byte[0]);
  }

  @Test
  void joiningAgainReplacesTheWhole() {
    List<String> parts = parts("a", "b");
    store().join(folder + "report.csv", TEXT, bytes("first "), parts);
    store().join(folder + "report.csv", TEXT, bytes("second "), parts);
    assertThat(store().read(folder + "report.csv")).contains(bytes("second ab"));
  }

  @Test
  void aMissingPartIsToldAndNothingAppears() {
    List<String> parts = List.of(parts("a").getFirst(), folder + "nothing");
    assertThatThrownBy(() -> store().join(folder + "report.csv", TEXT, bytes("head"), parts))
        .isInstanceOf(ObjectGone.class);
    assertThat(store().read(folder + "report.csv")).isEmpty();
  }

  @Test
  void severalMayJoinTheSameAtOnce() {
    List<String> parts = parts("a", "b", "c");
    AtOnce.run(
        4,
        n -> {
          store().join(folder + "report.csv", TEXT, bytes("head "), parts);
          return n;
        });
    assertThat(store().read(folder + "report.csv")).contains(bytes("head abc"));
  }

  @Test
  void everyObjectUnderThePrefixIsDeletedAndNoOther() {
    for (String key : List.of("work/a/1", "work/a/2", "work/a/deeper/3", "work/ab", "work/b/1")) {
      store().put(folder + key, TEXT, bytes(key));
    }
    store().deleteAll(folder + "work/a/");
    assertThat(store().read(folder + "work/a/1")).isEmpty();
    assertThat(store().describe(folder + "work/a/2", NEWEST)).isEmpty();
    assertThat(store().read(folder + "work/a/deeper/3")).isEmpty();
    assertThat(store().read(folder + "work/ab")).isPresent();
    assertThat(store().read(folder + "work/b/1")).isPresent();
  }

  @Test
  void moreObjectsThanOneListingShowsAreDeleted() {
    List<String> keys = new ArrayList<>();
    for (int n = 0; n < 1_005; n++) {
      keys.add(folder + "work/" + n);
    }
    keys.parallelStream().forEach(key -> store().put(key, TEXT, bytes("x")));
    store().deleteAll(folder + "work/");
    assertThat(keys.parallelStream().filter(key -> store().read(key).isPresent())).isEmpty();
  }

  @Test
  void deletingNothingAndDeletingAgainIsFine() {
    store().deleteAll(folder + "nothing/");
    store().put(folder + "work/1", TEXT, bytes("x"));
    store().deleteAll(folder + "work/");
    store().deleteAll(folder + "work/");
    store().put(folder + "work/1", TEXT, bytes("y"));
    assertThat(store().read(folder + "work/1")).contains(bytes("y"));
  }

  @Test
  void aLinkLeadsAnybodyToTheObject() {
    String key = folder + "a report + ü.csv";
    store().put(key, TEXT, bytes("line\n"));
    URI link = store().linkTo(key, Duration.ofMinutes(5));
    assertThat(link.isAbsolute()).isTrue();
    assertThat(fetch(link)).isEqualTo(bytes("line\n"));
  }

  private StoredObject describe(String key) {
    return store().describe(key, NEWEST).orElseThrow();
  }

  private byte[] whole(ObjectVersion version) throws IOException {
    try (InputStream content = store().open(version)) {
      return content.readAllBytes();
    }
  }

  private void assertGone(ObjectVersion version) {
    assertThatThrownBy(() -> whole(version)).isInstanceOf(ObjectGone.class);
    assertThatThrownBy(() -> store().read(version, 0, 1)).isInstanceOf(ObjectGone.class);
  }

  private List<String> parts(String... contents) {
    List<String> keys = new ArrayList<>();
    for (String content : contents) {
      String key = folder + "parts/" + UUID.randomUUID();
      store().put(key, TEXT, bytes(content));
      keys.add(key);
    }
    return keys;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
