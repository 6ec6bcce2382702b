package expunge.simulator.process;

import expunge.object.ListedVersion;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.Sha256;
import expunge.object.StoredObject;
import expunge.object.Upload;
import expunge.simulator.fault.PortCall;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The bucket, as processes call it. */
public final class TimedObjects implements ObjectStore {
  private final Calls calls;
  private final ObjectStore bucket;

  /** In front of {@code bucket}. */
  public TimedObjects(Calls calls, ObjectStore bucket) {
    this.calls = calls;
    this.bucket = bucket;
  }

  @Override
  public String bucket() {
    return bucket.bucket();
  }

  @Override
  public Optional<StoredObject> describe(String key, Optional<String> versionId) {
    return calls.make(PortCall.DESCRIBE, () -> bucket.describe(key, versionId));
  }

  @Override
  public InputStream open(ObjectVersion version) {
    return new TimedStream(calls, calls.make(PortCall.OPEN, () -> bucket.open(version)));
  }

  @Override
  public byte[] read(ObjectVersion version, long start, int length) {
    return calls.make(PortCall.READ_RANGE, () -> bucket.read(version, start, length));
  }

  @Override
  public Optional<byte[]> read(String key) {
    return calls.make(PortCall.READ_OBJECT, () -> bucket.read(key));
  }

  @Override
  public void put(String key, String contentType, byte[] content) {
    calls.make(
        PortCall.PUT,
        () -> {
          bucket.put(key, contentType, content);
          return true;
        });
  }

  @Override
  public boolean replace(String key, String contentType, byte[] content, Optional<String> eTag) {
    return calls.make(PortCall.REPLACE, () -> bucket.replace(key, contentType, content, eTag));
  }

  @Override
  public void join(
      String key, String contentType, byte[] head, List<String> parts, UnaryOperator<byte[]> each) {
    calls.make(
        PortCall.JOIN,
        () -> {
          bucket.join(key, contentType, head, parts, each);
          return true;
        });
  }

  @Override
  public List<ListedVersion> list(String prefix, Optional<ObjectVersion> after, int limit) {
    return calls.make(PortCall.LIST_OBJECTS, () -> bucket.list(prefix, after, limit));
  }

  @Override
  public void deleteAll(String prefix) {
    calls.make(
        PortCall.DELETE_OBJECTS,
        () -> {
          bucket.deleteAll(prefix);
          return true;
        });
  }

  @Override
  public URI linkTo(String key, Duration validFor) {
    return bucket.linkTo(key, validFor);
  }

  @Override
  public Upload uploadTo(String key, long bytes, Sha256 sha256, Duration validFor) {
    return bucket.uploadTo(key, bytes, sha256, validFor);
  }
}
