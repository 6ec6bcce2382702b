package expunge.simulator.memory;

import expunge.object.ListedVersion;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.Sha256;
import expunge.object.StoredObject;
import expunge.object.Upload;
import expunge.run.Scheduler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A versioned bucket. As in S3, deleting an object hides it and keeps its versions, until {@link
 * #expire} removes one for good.
 */
public final class MemoryObjectStore implements ObjectStore {
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int PRECONDITION_FAILED = 412;

  private final String bucket;
  private final Scheduler scheduler;
  private final TreeMap<String, Versions> objects = new TreeMap<>();
  private final Map<URI, Link> links = new HashMap<>();
  private final Map<URI, Awaited> uploads = new HashMap<>();
  private int versionsSoFar;

  /** The scheduler's clock dates the objects and ends the links. */
  public MemoryObjectStore(String bucket, Scheduler scheduler) {
    this.bucket = bucket;
    this.scheduler = scheduler;
  }

  private record Link(String key, Instant until) {}

  private record Awaited(String key, long bytes, Sha256 sha256, Upload upload) {}

  /** Puts an object as an uploader does, with entries of metadata. */
  public synchronized StoredObject put(String key, byte[] content, Map<String, String> metadata) {
    return put(key, "version-" + ++versionsSoFar, content, metadata);
  }

  /** As {@link #put(String, byte[], Map)}, under a version id that no other version has. */
  public synchronized StoredObject put(
      String key, String versionId, byte[] content, Map<String, String> metadata) {
    Stored stored =
        Stored.of(key, Optional.of(versionId), scheduler.now(), content.clone(), metadata);
    objects.computeIfAbsent(key, name -> new Versions()).add(stored);
    return stored.description();
  }

  /** Puts a text in UTF-8, without metadata. */
  public StoredObject put(String key, String text) {
    return put(key, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** The keys that begin with {@code prefix} and have an object, in order. */
  public synchronized SortedSet<String> keys(String prefix) {
    SortedSet<String> keys = new TreeSet<>();
    for (Map.Entry<String, Versions> entry : objects.tailMap(prefix, true).entrySet()) {
      if (entry.getKey().startsWith(prefix) && entry.getValue().newest().isPresent()) {
        keys.add(entry.getKey());
      }
    }
    return keys;
  }

  /**
   * The newest version of an object, as text in UTF-8.
   *
   * @throws ObjectGone if there is none
   */
  public String text(String key) {
    return new String(read(key).orElseThrow(ObjectGone::new), StandardCharsets.UTF_8);
  }

  /** Removes a version for good, as the bucket's life cycle does. */
  public synchronized void expire(ObjectVersion version) {
    Optional.ofNullable(objects.get(version.key())).ifPresent(all -> all.remove(version));
  }

  /**
   * What a link of {@link #linkTo} leads to now; empty where it has run out or nothing is there.
   */
  public synchronized Optional<byte[]> fetch(URI link) {
    return Optional.ofNullable(links.get(link))
        .filter(known -> scheduler.now().isBefore(known.until()))
        .flatMap(known -> read(known.key()));
  }

  /**
   * Puts an object as anybody does who has a link of {@link #uploadTo}.
   *
   * @param headers all that are sent
   * @return the status that S3 answers with: 200, 400, 403 or 412
   */
  public synchronized int upload(URI link, Map<String, String> headers, byte[] content) {
    Optional<Awaited> awaited =
        Optional.ofNullable(uploads.get(link))
            .filter(known -> scheduler.now().isBefore(known.upload().expiresAt()))
            .filter(known -> headers.entrySet().containsAll(known.upload().headers().entrySet()))
            .filter(known -> known.bytes() == content.length);
    if (awaited.isEmpty()) {
      return FORBIDDEN;
    }
    if (!Sha256.of(content).equals(awaited.get().sha256())) {
      return BAD_REQUEST;
    }
    String key = awaited.get().key();
    return replace(key, "", content, Optional.empty()) ? OK : PRECONDITION_FAILED;
  }

  @Override
  public String bucket() {
    return bucket;
  }

  @Override
  public synchronized Optional<StoredObject> describe(String key, Optional<String> versionId) {
    return Optional.ofNullable(objects.get(key))
        .flatMap(all -> versionId.isEmpty() ? all.newest() : all.of(versionId.get()))
        .map(Stored::description);
  }

  @Override
  public synchronized InputStream open(ObjectVersion version) {
    return new ByteArrayInputStream(pinned(version).content());
  }

  @Override
  public synchronized byte[] read(ObjectVersion version, long start, int length) {
    byte[] content = pinned(version).content();
    if (start < 0 || length < 1) {
      throw new IllegalArgumentException("no range: " + length + " bytes from " + start);
    }
    if (start + length > content.length) {
      throw new ObjectGone();
    }
    return Arrays.copyOfRange(content, (int) start, (int) start + length);
  }

  @Override
  public synchronized Optional<byte[]> read(String key) {
    return Optional.ofNullable(objects.get(key))
        .flatMap(Versions::newest)
        .map(newest -> newest.content().clone());
  }

  @Override
  public void put(String key, String contentType, byte[] content) {
    put(key, content, Map.of());
  }

  @Override
  public synchronized boolean replace(
      String key, String contentType, byte[] content, Optional<String> eTag) {
    Optional<String> standing =
        describe(key, Optional.empty()).map(object -> object.version().eTag());
    boolean holds = standing.equals(eTag);
    if (holds) {
      put(key, content, Map.of());
    }
    return holds;
  }

  @Override
  public synchronized void join(
      String key, String contentType, byte[] head, List<String> parts, UnaryOperator<byte[]> each) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head);
    for (String part : parts) {
      whole.writeBytes(each.apply(read(part).orElseThrow(ObjectGone::new)));
    }
    put(key, whole.toByteArray(), Map.of());
  }

  @Override
  public synchronized List<ListedVersion> list(
      String prefix, Optional<ObjectVersion> after, int limit) {
    String from = after.map(ObjectVersion::key).orElse(prefix);
    return objects.tailMap(from, true).entrySet().stream()
        .takeWhile(entry -> entry.getKey().startsWith(prefix))
        .flatMap(
            entry ->
                after.filter(last -> last.key().equals(entry.getKey())).stream()
                    .map(last -> entry.getValue().olderThan(last))
                    .findFirst()
                    .orElseGet(() -> entry.getValue().newestFirst()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized void deleteAll(String prefix) {
    for (String key : keys(prefix)) {
      Optional<String> mark = Optional.of("version-" + ++versionsSoFar);
      objects
          .computeIfAbsent(key, name -> new Versions())
          .hide(new ObjectVersion(key, mark, ""), scheduler.now());
    }
  }

  @Override
  public synchronized URI linkTo(String key, Duration validFor) {
    Instant until = scheduler.now().plus(validFor);
    String path = URLEncoder.encode(key, StandardCharsets.UTF_8);
    URI link = URI.create("memory://" + bucket + "/" + path + "?until=" + until.toEpochMilli());
    links.put(link, new Link(key, until));
    return link;
  }

  @Override
  public synchronized Upload uploadTo(String key, long bytes, Sha256 sha256, Duration validFor) {
    if (bytes < 1 || bytes > LARGEST_PUT) {
      throw new IllegalArgumentException("no put takes " + bytes + " bytes");
    }
    String path = URLEncoder.encode(key, StandardCharsets.UTF_8);
    Map<String, String> headers =
        Map.of(
            "Content-Length",
            Long.toString(bytes),
            "If-None-Match",
            "*",
            "x-amz-checksum-sha256",
            sha256.base64());
    URI link = URI.create("memory://" + bucket + "/" + path + "?put=" + uploads.size());
    Upload upload = new Upload(link, headers, scheduler.now().plus(validFor));
    uploads.put(link, new Awaited(key, bytes, sha256, upload));
    return upload;
  }

  private Stored pinned(ObjectVersion version) {
    return Optional.ofNullable(objects.get(version.key()))
        .flatMap(all -> all.of(version))
        .orElseThrow(ObjectGone::new);
  }
}
