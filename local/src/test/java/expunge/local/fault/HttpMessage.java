package expunge.local.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One request as DynamoDB's clients send it: with a body of a length that is told before.
 *
 * @param headers by their names in lower case
 */
record HttpMessage(Map<String, String> headers, String body) {
  private static final String LENGTH = "content-length";

  /** Reads the next one of a connection; throws {@link EOFException} after the last. */
  static HttpMessage read(InputStream in) throws IOException {
    line(in);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault(LENGTH, "0"));
    return new HttpMessage(headers, new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }

  /** An answer in JSON, whole, so that it leaves in one packet where it can. */
  static byte[] answer(Answer answer) {
    byte[] body = answer.json().getBytes(UTF_8);
    byte[] head =
        "HTTP/1.1 %d -\r\nContent-Type: application/x-amz-json-1.0\r\nContent-Length: %d\r\n\r\n"
            .formatted(answer.status(), body.length)
            .getBytes(UTF_8);
    byte[] whole = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    return whole;
  }

  /** What DynamoDB answers, always in JSON. */
  record Answer(int status, String json) {}
}
