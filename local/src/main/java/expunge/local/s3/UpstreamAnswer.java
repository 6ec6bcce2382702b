package expunge.local.s3;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.OptionalLong;

/** The emulator's answer on its way to the client, unchanged. */
record UpstreamAnswer(int status, HttpHeaders headers) {
  private static final long NO_BODY = -1;
  private static final long CHUNKED = 0;

  static UpstreamAnswer of(HttpResponse<?> response) {
    return new UpstreamAnswer(response.statusCode(), response.headers());
  }

  void writeTo(HttpExchange exchange, InputStream body) throws IOException {
    headers.map().entrySet().stream()
        .filter(header -> Upstream.isPassedOn(header.getKey()))
        .forEach(header -> exchange.getResponseHeaders().put(header.getKey(), header.getValue()));
    OptionalLong length = headers.firstValueAsLong("content-length");
    if (exchange.getRequestMethod().equals("HEAD")) {
      length.ifPresent(
          bytes -> exchange.getResponseHeaders().set("Content-Length", String.valueOf(bytes)));
    }
    exchange.sendResponseHeaders(status, announced(exchange, length));
    try (body;
        OutputStream out = exchange.getResponseBody()) {
      body.transferTo(out);
    }
  }

  private long announced(HttpExchange exchange, OptionalLong length) {
    boolean none =
        exchange.getRequestMethod().equals("HEAD")
            || status == 204
            || status == 304
            || length.orElse(-1) == 0;
    return none ? NO_BODY : length.orElse(CHUNKED);
  }
}
