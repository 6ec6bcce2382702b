package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.object.ObjectStore;
import expunge.object.Sha256;
import expunge.object.Upload;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link ObjectStore#uploadTo}: the link is good for one object, and for nothing else. */
public interface UploadLinkContract extends ObjectStoreUnderTest {
  /** What is announced. */
  byte[] CONTENT = ObjectStoreUnderTest.bytes("MaestraId\n1\n");

  /**
   * Puts, without any credentials.
   *
   * @param headers all that are sent, besides those that every client sends by itself
   * @return the status of the answer
   */
  int send(URI link, Map<String, String> headers, byte[] content);

  @Test
  default void aLinkToUploadToTakesTheFileThatWasAnnounced() {
    String key = folder() + "Kundë n+&=%20;#.csv";
    Upload upload = link(key);
    assertThat(send(upload.url(), upload.headers(), CONTENT)).isEqualTo(200);
    assertThat(store().read(key)).contains(CONTENT);
    assertThat(store().describe(key, Optional.empty()).orElseThrow().version().versionId())
        .isPresent();
  }

  @Test
  default void aLinkToUploadToSaysWhatHasToBeSent() {
    Map<String, String> lowerCase = new HashMap<>();
    link(folder() + "a.csv").headers().forEach((name, value) -> lowerCase.put(lower(name), value));
    assertThat(lowerCase)
        .containsOnly(
            Map.entry("content-length", "12"),
            Map.entry("if-none-match", "*"),
            Map.entry("x-amz-checksum-sha256", Sha256.of(CONTENT).base64()));
  }

  @Test
  default void aSecondUploadIsRefusedByWhateverLink() {
    String key = folder() + "a.csv";
    Upload first = link(key);
    Upload second = link(key);
    assertThat(send(first.url(), first.headers(), CONTENT)).isEqualTo(200);
    assertThat(send(first.url(), first.headers(), CONTENT)).isEqualTo(412);
    assertThat(send(second.url(), second.headers(), CONTENT)).isEqualTo(412);
    assertThat(store().list(key, Optional.empty(), 10)).hasSize(1);
  }

  @Test
  default void anotherFileIsRefused() {
    String key = folder() + "a.csv";
    Upload upload = link(key);
    byte[] other = ObjectStoreUnderTest.bytes("MaestraId\n2\n");
    byte[] longer = ObjectStoreUnderTest.bytes("MaestraId\n1\n2\n");
    assertThat(send(upload.url(), upload.headers(), other)).isEqualTo(400);
    assertThat(send(upload.url(), withLength(upload, longer.length), longer)).isEqualTo(403);
    assertThat(store().read(key)).isEmpty();
  }

  @Test
  default void anotherKeyIsRefused() {
    Upload upload = link(folder() + "a.csv");
    URI other = URI.create(upload.url().toString().replace("a.csv", "b.csv"));
    assertThat(send(other, upload.headers(), CONTENT)).isEqualTo(403);
    assertThat(store().read(folder() + "b.csv")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"if-none-match", "x-amz-checksum-sha256"})
  default void anUploadThatLacksAHeaderIsRefused(String missing) {
    String key = folder() + "a.csv";
    Upload upload = link(key);
    Map<String, String> fewer = new HashMap<>(upload.headers());
    fewer.keySet().removeIf(name -> lower(name).equals(missing));
    assertThat(fewer).hasSize(2);
    assertThat(send(upload.url(), fewer, CONTENT)).isEqualTo(403);
    assertThat(store().read(key)).isEmpty();
  }

  @Test
  default void noLinkIsMadeForWhatOnePutDoesNotTake() {
    Sha256 sha256 = Sha256.of(CONTENT);
    for (long bytes : new long[] {0, -1, ObjectStore.LARGEST_PUT + 1}) {
      assertThatThrownBy(
              () -> store().uploadTo(folder() + "a", bytes, sha256, Duration.ofMinutes(5)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private Upload link(String key) {
    return store().uploadTo(key, CONTENT.length, Sha256.of(CONTENT), Duration.ofMinutes(5));
  }

  private static Map<String, String> withLength(Upload upload, int length) {
    Map<String, String> headers = new HashMap<>(upload.headers());
    headers.replaceAll(
        (name, value) -> lower(name).equals("content-length") ? Integer.toString(length) : value);
    return headers;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
