package expunge.httpapi;

import expunge.object.Upload;
import io.avaje.jsonb.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to send the file of a task to the bucket.
 *
 * @param headers all of which have to be sent as they are
 * @param expiresAt in RFC 3339, UTC
 */
@Json
record UploadView(String method, String url, Map<String, String> headers, String expiresAt) {
  static UploadView of(Upload upload) {
    return new UploadView(
        "PUT",
        upload.url().toString(),
        new TreeMap<>(upload.headers()),
        upload.expiresAt().toString());
  }

  /** Without the link, which is as good as a key. */
  @Override
  public String toString() {
    return "UploadView[until " + expiresAt + "]";
  }
}
