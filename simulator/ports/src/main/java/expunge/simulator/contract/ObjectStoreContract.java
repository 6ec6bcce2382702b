package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The promises of {@link ObjectStore}, on a versioned bucket that may hold other objects. */
public abstract class ObjectStoreContract implements JoinContract, ListContract, DeleteAllContract {
  private static final Optional<String> NEWEST = Optional.empty();

  private final String folder = "contract/" + UUID.randomUUID() + "/";

  @Override
  public String folder() {
    return folder;
  }

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
  void anObjectIsReplacedOnlyWhileItIsTheOneThatWasRead() {
    String key = folder + "note.json";
    byte[] first = ObjectStoreUnderTest.bytes("first");
    byte[] second = ObjectStoreUnderTest.bytes("second");
    assertThat(store().replace(key, TEXT, first, Optional.of("0".repeat(32)))).isFalse();
    assertThat(store().replace(key, TEXT, first, Optional.empty())).isTrue();
    assertThat(store().replace(key, TEXT, second, Optional.empty())).isFalse();
    String eTag = describe(key).version().eTag();
    assertThat(store().replace(key, TEXT, second, Optional.of(eTag))).isTrue();
    assertThat(store().replace(key, TEXT, first, Optional.of(eTag))).isFalse();
    assertThat(store().read(key)).contains(second);
  }

  @Test
  void anObjectIsDescribedAsItWasUploaded() {
    String key = folder + "Kundë n +&=%20;.csv";
    putObject(
        key,
        ObjectStoreUnderTest.bytes("MaestraId\n"),
        Map.of("deletion-type", "complete", "reason", "GDPR"));
    StoredObject described = describe(key);
    assertThat(described.version().key()).isEqualTo(key);
    assertThat(described.version().versionId()).isPresent();
    assertThat(described.version().eTag()).isNotBlank().doesNotContain("\"");
    assertThat(described.bytes()).isEqualTo(10);
    assertThat(described.metadata())
        .containsOnly(Map.entry("deletion-type", "complete"), Map.entry("reason", "GDPR"));
    assertThat(store().read(key)).contains(ObjectStoreUnderTest.bytes("MaestraId\n"));
  }

  @Test
  void anObjectOfAVersionIsDescribedAfterANewerCame() {
    String key = folder + "file.csv";
    putObject(key, ObjectStoreUnderTest.bytes("first"), Map.of("reason", "one"));
    StoredObject first = describe(key);
    putObject(key, ObjectStoreUnderTest.bytes("and second"), Map.of());
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
    putObject(key, ObjectStoreUnderTest.bytes("first"), Map.of());
    ObjectVersion first = describe(key).version();
    putObject(key, ObjectStoreUnderTest.bytes("second"), Map.of());
    expire(first);
    assertThat(store().describe(key, first.versionId())).isEmpty();
    assertGone(first);
    assertThat(store().read(key)).contains(ObjectStoreUnderTest.bytes("second"));
  }

  @Test
  void aPinnedVersionIsReadThoughANewerIsThere() throws IOException {
    String key = folder + "file.csv";
    putObject(key, ObjectStoreUnderTest.bytes("first"), Map.of());
    ObjectVersion first = describe(key).version();
    putObject(key, ObjectStoreUnderTest.bytes("second"), Map.of());
    assertThat(whole(first)).isEqualTo(ObjectStoreUnderTest.bytes("first"));
    assertThat(store().read(first, 1, 3)).isEqualTo(ObjectStoreUnderTest.bytes("irs"));
    assertThat(store().read(key)).contains(ObjectStoreUnderTest.bytes("second"));
  }

  @Test
  void withoutAVersionIdTheETagTellsThatAnotherObjectHasCome() throws IOException {
    String key = folder + "file.csv";
    putObject(key, ObjectStoreUnderTest.bytes("first"), Map.of());
    ObjectVersion unversioned = new ObjectVersion(key, NEWEST, describe(key).version().eTag());
    assertThat(whole(unversioned)).isEqualTo(ObjectStoreUnderTest.bytes("first"));
    assertThat(store().read(unversioned, 0, 5)).isEqualTo(ObjectStoreUnderTest.bytes("first"));
    putObject(key, ObjectStoreUnderTest.bytes("second"), Map.of());
    assertGone(unversioned);
  }

  @Test
  void whatWasNeverThereIsGone() {
    assertGone(new ObjectVersion(folder + "nothing", NEWEST, "0".repeat(32)));
  }

  @Test
  void aRangeIsReadToItsLastByte() {
    String key = folder + "file.csv";
    putObject(key, ObjectStoreUnderTest.bytes("0123456789"), Map.of());
    ObjectVersion version = describe(key).version();
    assertThat(store().read(version, 0, 10)).isEqualTo(ObjectStoreUnderTest.bytes("0123456789"));
    assertThat(store().read(version, 9, 1)).isEqualTo(ObjectStoreUnderTest.bytes("9"));
    assertThat(store().read(version, 3, 4)).isEqualTo(ObjectStoreUnderTest.bytes("3456"));
  }

  @Test
  void aRangeBeyondTheEndIsGone() {
    String key = folder + "file.csv";
    putObject(key, ObjectStoreUnderTest.bytes("0123456789"), Map.of());
    ObjectVersion version = describe(key).version();
    assertThatThrownBy(() -> store().read(version, 5, 6)).isInstanceOf(ObjectGone.class);
    assertThatThrownBy(() -> store().read(version, 10, 1)).isInstanceOf(ObjectGone.class);
    assertThatThrownBy(() -> store().read(version, 1L << 33, 1)).isInstanceOf(ObjectGone.class);
  }

  @Test
  void aPutReplacesWhatWasThere() {
    String key = folder + "result.json";
    store().put(key, TEXT, ObjectStoreUnderTest.bytes("first"));
    store().put(key, TEXT, ObjectStoreUnderTest.bytes("second"));
    assertThat(store().read(key)).contains(ObjectStoreUnderTest.bytes("second"));
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
    byte[] written = ObjectStoreUnderTest.bytes("written");
    store().put(key, TEXT, written);
    written[0] = 'W';
    store().read(key).ifPresent(read -> read[1] = 'R');
    assertThat(store().read(key)).contains(ObjectStoreUnderTest.bytes("written"));
  }

  @Test
  void aLinkLeadsAnybodyToTheObject() {
    String key = folder + "a report + ü.csv";
    store().put(key, TEXT, ObjectStoreUnderTest.bytes("line\n"));
    URI link = store().linkTo(key, Duration.ofMinutes(5));
    assertThat(link.isAbsolute()).isTrue();
    assertThat(fetch(link)).isEqualTo(ObjectStoreUnderTest.bytes("line\n"));
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
}
