package expunge.local.s3;

import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The emulator that does the work. Requests and answers stream through, whatever their size. */
final class Upstream implements AutoCloseable {
  /** What belongs to a connection and not to a request, or is set by the client itself. */
  private static final Set<String> NOT_PASSED_ON =
      Set.of(
          "connection",
          "content-length",
          "expect",
          "host",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final URI endpoint;

  /** Emulators ask for an access key, but don't check what is signed with it. */
  private final String authorization;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Upstream(URI endpoint, AccessKey accessKey) {
    this.endpoint = endpoint;
    this.authorization =
        "AWS4-HMAC-SHA256 Credential=%s/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=unchecked"
            .formatted(accessKey.id());
  }

  static boolean isPassedOn(String header) {
    return !NOT_PASSED_ON.contains(header.toLowerCase(Locale.ROOT));
  }

  HttpResponse<InputStream> send(S3Call call, InputStream body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(call.uri().getRawPath(), call.uri().getRawQuery());
    request.method(call.method(), publisher(call.headers(), body));
    call.headers().entrySet().stream()
        .filter(header -> isPassedOn(header.getKey()))
        .forEach(
            header -> header.getValue().forEach(value -> request.header(header.getKey(), value)));
    return client.send(request.build(), BodyHandlers.ofInputStream());
  }

  private static BodyPublisher publisher(Headers headers, InputStream body) {
    String length = headers.getFirst("Content-Length");
    if (length == null) {
      return headers.containsKey("Transfer-Encoding")
          ? BodyPublishers.ofInputStream(() -> body)
          : BodyPublishers.noBody();
    }
    return length.equals("0")
        ? BodyPublishers.noBody()
        : BodyPublishers.fromPublisher(
            BodyPublishers.ofInputStream(() -> body), Long.parseLong(length));
  }

  /** What the object of this call is now; without size and tag where it has gone meanwhile. */
  StoredObject head(S3Call call, Optional<String> versionId)
      throws IOException, InterruptedException {
    HttpRequest request =
        request(call.uri().getRawPath(), versionId.map(id -> "versionId=" + id).orElse(null))
            .header("Authorization", authorization)
            .HEAD()
            .build();
    HttpResponse<Void> head = client.send(request, BodyHandlers.discarding());
    boolean there = head.statusCode() == 200;
    return new StoredObject(
        call.key(),
        there ? head.headers().firstValueAsLong("content-length").orElse(0) : 0,
        there ? head.headers().firstValue("etag").orElse("").replace("\"", "") : "",
        versionId);
  }

  private HttpRequest.Builder request(String rawPath, @Nullable String rawQuery) {
    return HttpRequest.newBuilder(
        endpoint.resolve(rawQuery == null ? rawPath : rawPath + "?" + rawQuery));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
