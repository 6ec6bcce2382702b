package expunge.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the gateway sends to the client. */
final class GatewayAnswer {
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  private GatewayAnswer(int status, Map<String, List<String>> headers, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  /** An answer of the gateway itself, not of the function. */
  static GatewayAnswer error(int status, String message) {
    byte[] body = "{\"message\":\"%s\"}".formatted(message).getBytes(UTF_8);
    return new GatewayAnswer(status, Map.of("Content-Type", List.of("application/json")), body);
  }

  /** The function's answer, or an error 500 where it isn't one. */
  static GatewayAnswer of(@Nullable APIGatewayV2HTTPResponse response) {
    if (response == null || response.getStatusCode() < 100 || response.getStatusCode() > 599) {
      return error(500, "Internal Server Error");
    }
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", List.of("text/plain;charset=UTF-8"));
    Optional.ofNullable(response.getHeaders())
        .ifPresent(all -> all.forEach((name, value) -> headers.put(name, List.of(value))));
    Optional.ofNullable(response.getCookies())
        .ifPresent(cookies -> headers.put("Set-Cookie", cookies));
    String text = Optional.ofNullable(response.getBody()).orElse("");
    byte[] body =
        response.getIsBase64Encoded() ? Base64.getDecoder().decode(text) : text.getBytes(UTF_8);
    return new GatewayAnswer(response.getStatusCode(), headers, body);
  }

  void writeTo(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::put);
    boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, empty ? -1 : body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(empty ? new byte[0] : body);
    }
  }
}
