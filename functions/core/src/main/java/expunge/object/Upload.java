package expunge.object;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A link by which anybody can put one object, once, by the method PUT.
 *
 * @param headers what has to be sent with it, exactly so, by name; a client that writes its {@code
 *     Content-Length} by itself writes the same
 * @param expiresAt when it ends
 */
public record Upload(URI url, Map<String, String> headers, Instant expiresAt) {
  /** Copies the headers. */
  public Upload {
    headers = Map.copyOf(headers);
  }

  /** Without the link, which is as good as a key. */
  @Override
  public String toString() {
    return "Upload[until " + expiresAt + "]";
  }
}
