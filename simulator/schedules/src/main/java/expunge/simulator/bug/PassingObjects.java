package expunge.simulator.bug;

import expunge.object.ListedVersion;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.Sha256;
import expunge.object.StoredObject;
import expunge.object.Upload;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Passes every call on; a bug overrides what it does otherwise. */
abstract class PassingObjects implements ObjectStore {
  private final ObjectStore next;

  PassingObjects(ObjectStore next) {
    this.next = next;
  }

  @Override
  public String bucket() {
    return next.bucket();
  }

  @Override
  public Optional<StoredObject> describe(String key, Optional<String> versionId) {
    return next.describe(key, versionId);
  }

  @Override
  public InputStream open(ObjectVersion version) {
    return next.open(version);
  }

  @Override
  public byte[] read(ObjectVersion version, long start, int length) {
    return next.read(version, start, length);
  }

  @Override
  public Optional<byte[]> read(String key) {
    return next.read(key);
  }

  @Override
  public void put(String key, String contentType, byte[] content) {
    next.put(key, contentType, content);
  }

  @Override
  public boolean replace(String key, String contentType, byte[] content, Optional<String> eTag) {
    return next.replace(key, contentType, content, eTag);
  }

  @Override
  public void join(
      String key, String contentType, byte[] head, List<String> parts, UnaryOperator<byte[]> each) {
    next.join(key, contentType, head, parts, each);
  }

  @Override
  public List<ListedVersion> list(String prefix, Optional<ObjectVersion> after, int limit) {
    return next.list(prefix, after, limit);
  }

  @Override
  public void deleteAll(String prefix) {
    next.deleteAll(prefix);
  }

  @Override
  public URI linkTo(String key, Duration validFor) {
    return next.linkTo(key, validFor);
  }

  @Override
  public Upload uploadTo(String key, long bytes, Sha256 sha256, Duration validFor) {
    return next.uploadTo(key, bytes, sha256, validFor);
  }
}
