package expunge.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests as an HTTP API hands them to a function, in the payload format 2.0. */
final class HttpApiEvents {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final String ANY_ROUTE = "$default";

  private HttpApiEvents() {}

  static APIGatewayV2HTTPEvent of(HttpExchange exchange, byte[] body, Instant now) {
    Map<String, String> headers = headers(exchange);
    List<String> cookies =
        Optional.ofNullable(headers.remove("cookie"))
            .map(cookie -> Arrays.stream(cookie.split("[;,] ?", -1)).toList())
            .orElse(null);
    String path = path(exchange.getRequestURI());
    boolean text = isText(headers.get("content-type"), body);
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRouteKey(ANY_ROUTE)
        .withRawPath(path)
        .withRawQueryString(Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""))
        .withCookies(cookies)
        .withHeaders(headers)
        .withQueryStringParameters(parameters(exchange.getRequestURI()))
        .withRequestContext(context(exchange, path, headers, now))
        .withBody(body.length == 0 ? null : text ? utf8(body) : base64(body))
        .withIsBase64Encoded(body.length > 0 && !text)
        .build();
  }

  /** Decoded and, if a question mark appears by that, cut there: so does API Gateway. */
  private static String path(URI uri) {
    String decoded = uri.getPath();
    int questionMark = decoded.indexOf('?');
    return questionMark < 0 ? decoded : decoded.substring(0, questionMark);
  }

  private static Map<String, String> headers(HttpExchange exchange) {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    headers.put("x-forwarded-for", exchange.getRemoteAddress().getAddress().getHostAddress());
    headers.put("x-forwarded-port", String.valueOf(exchange.getLocalAddress().getPort()));
    headers.put("x-forwarded-proto", "http");
    return headers;
  }

  private static @Nullable Map<String, String> parameters(URI uri) {
    String query = uri.getRawQuery();
    if (query == null || query.isEmpty()) {
      return null;
    }
    return Arrays.stream(query.split("&", -1))
        .map(parameter -> parameter.split("=", 2))
        .collect(
            Collectors.toMap(
                parameter -> decoded(parameter[0]),
                parameter -> parameter.length == 1 ? "" : decoded(parameter[1]),
                (first, second) -> first + "," + second,
                TreeMap::new));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }

  private static RequestContext context(
      HttpExchange exchange, String path, Map<String, String> headers, Instant now) {
    RequestContext.Http http =
        RequestContext.Http.builder()
            .withMethod(exchange.getRequestMethod())
            .withPath(path)
            .withProtocol(exchange.getProtocol())
            .withSourceIp(headers.get("x-forwarded-for"))
            .withUserAgent(headers.get("user-agent"))
            .build();
    return RequestContext.builder()
        .withAccountId("000000000000")
        .withApiId("local")
        .withDomainName(headers.get("host"))
        .withDomainPrefix("local")
        .withHttp(http)
        .withRequestId(UUID.randomUUID().toString())
        .withRouteKey(ANY_ROUTE)
        .withStage(ANY_ROUTE)
        .withTime(TIME.format(now))
        .withTimeEpoch(now.toEpochMilli())
        .build();
  }

  /** A form is binary to API Gateway, too. */
  private static boolean isText(@Nullable String contentType, byte[] body) {
    String type = contentType == null ? "text/plain" : contentType.toLowerCase(Locale.ROOT);
    boolean declared =
        type.startsWith("text/")
            || type.startsWith("application/json")
            || type.startsWith("application/xml")
            || type.startsWith("application/javascript");
    return declared && isUtf8(body);
  }

  private static boolean isUtf8(byte[] body) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  private static String utf8(byte[] body) {
    return new String(body, UTF_8);
  }

  private static String base64(byte[] body) {
    return Base64.getEncoder().encodeToString(body);
  }
}
