package expunge.simulator.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.StoredObject;
import expunge.simulator.contract.ObjectStoreContract;
import expunge.simulator.contract.UploadLinkContract;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryObjectStoreTest extends ObjectStoreContract implements UploadLinkContract {
  private final ManualScheduler scheduler = new ManualScheduler(1);
  private final MemoryObjectStore store = new MemoryObjectStore("bucket", scheduler);

  @Override
  public ObjectStore store() {
    return store;
  }

  @Override
  protected void putObject(String key, byte[] content, Map<String, String> metadata) {
    store.put(key, content, metadata);
  }

  @Override
  protected void expire(ObjectVersion version) {
    store.expire(version);
  }

  @Override
  protected byte[] fetch(URI link) {
    return store.fetch(link).orElseThrow();
  }

  @Override
  public int send(URI link, Map<String, String> headers, byte[] content) {
    return store.upload(link, headers, content);
  }

  @Test
  void aLinkEndsWithItsTime() {
    store.put("results/report.csv", "line\n");
    URI link = store.linkTo("results/report.csv", Duration.ofMinutes(5));
    scheduler.advance(Duration.ofMinutes(5));
    assertThat(store.fetch(link)).isEmpty();
  }

  @Test
  void aDeletedObjectHidesButItsVersionsStay() {
    StoredObject file = store.put("drop/file.csv", "MaestraId\n");
    store.deleteAll("drop/");
    assertThat(store.keys("drop/")).isEmpty();
    assertThat(store.describe("drop/file.csv", file.version().versionId())).contains(file);
    assertThatThrownBy(() -> store.text("drop/file.csv")).isInstanceOf(ObjectGone.class);
  }

  @Test
  void keysAreListedInOrderAndTextsRead() {
    store.put("drop/b.csv", "b");
    store.put("drop/a.csv", "a");
    store.put("results/a", "c");
    assertThat(store.keys("drop/")).containsExactly("drop/a.csv", "drop/b.csv");
    assertThat(store.text("drop/b.csv")).isEqualTo("b");
  }
}
