package expunge.local.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Declarations of datasets for the end-to-end suites. */
enum Declared {
  /** Customers by their key alone, with nothing linked to them. */
  PLAIN,
  /** The sample with all that is linked to customers, and leads and guests, who are not. */
  SAMPLE_AND_LEADS,
  /** The sample with a ceiling of 600 writes per second. */
  SLOW_SAMPLE;

  private static final String LEADS =
      """
      {"default": "customers", "datasets": {
        "leads": {"profiles": {"table": "leads", "key": "LeadId"}},
        "guests": {"profiles": {"table": "guests", "key": "GuestId", "protectedBy": "hold"}},
        "club": {"profiles": {"table": "club", "key": "person"},
          "linked": [{"name": "memberships", "table": "memberships", "rule": "delete",
            "key": {"partition": "person", "sort": "segment"}, "link": {"attribute": "person"}}],
          "segments": {"table": "club-segments",
            "members": {"linked": "memberships", "segment": "segment", "index": "by-segment"}}},
      """;

  /** Writes it into a folder. */
  Path in(Path folder) throws IOException {
    return Files.writeString(folder.resolve("declared.json"), json());
  }

  private String json() {
    return switch (this) {
      case PLAIN -> resource("plain-datasets.json");
      case SAMPLE_AND_LEADS -> {
        String sample = resource("datasets.json");
        String start = "\"datasets\": {";
        yield LEADS + sample.substring(sample.indexOf(start) + start.length());
      }
      case SLOW_SAMPLE ->
          resource("datasets.json")
              .replace(
                  "\"key\": \"MaestraId\",", "\"key\": \"MaestraId\", \"writesPerSecond\": 600,");
    };
  }

  private static String resource(String name) {
    try (InputStream in = Declared.class.getResourceAsStream("/expunge/local/" + name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
