package expunge.local.lambda;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/**
 * An event of the folder {@code events}, in which one's own can be put for what is made up there,
 * as its README does.
 */
public record SampleEvent(String json) {
  private static final String BUCKET = "expunge-files";
  private static final String VERSION = "CLHysUnTiAg79Bi3itn5Dx2vkLQJtftd";
  private static final String TASK = "6gtdan9p08r18ahfkasdqd80qr";
  private static final String BASIC = "Basic [^\"]*";

  /**
   * Reads one.
   *
   * @param root of the project
   * @param name its path below {@code events}
   */
  public static SampleEvent read(Path root, String name) throws IOException {
    return new SampleEvent(Files.readString(root.resolve("events").resolve(name)));
  }

  /** Names another bucket. */
  public SampleEvent inBucket(String bucket) {
    return with(BUCKET, bucket);
  }

  /** Names another version of the file. */
  public SampleEvent ofVersion(String version) {
    return with(VERSION, version);
  }

  /** Is about another task. */
  public SampleEvent ofTask(String task) {
    return with(TASK, task);
  }

  /** Comes with another API key. */
  public SampleEvent withKey(String key) {
    byte[] user = (key + ":").getBytes(StandardCharsets.UTF_8);
    return with(BASIC, "Basic " + Base64.getEncoder().encodeToString(user));
  }

  private SampleEvent with(String sample, String own) {
    String changed = json.replaceAll(sample, own);
    if (changed.equals(json)) {
      throw new IllegalStateException("the event holds no " + sample);
    }
    return new SampleEvent(changed);
  }
}
