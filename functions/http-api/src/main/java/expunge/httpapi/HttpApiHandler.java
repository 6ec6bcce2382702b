package expunge.httpapi;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.run.ExpungeException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates between API Gateway and {@link HttpApi}, and turns what nobody expected into 500. */
public final class HttpApiHandler
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
  private final HttpApi api;
  private final Log log;

  /** Faults are written to {@code log}, and to nobody else. */
  public HttpApiHandler(HttpApi api, Log log) {
    this.api = api;
    this.log = log;
  }

  @Override
  public APIGatewayV2HTTPResponse handleRequest(
      APIGatewayV2HTTPEvent event, @Nullable Context notNeeded) {
    ApiResponse answer = answer(event);
    return response(
        BlueshiftCalls.PATH.equals(event.getRawPath())
            ? BlueshiftErrors.inItsShape(answer)
            : answer);
  }

  private ApiResponse answer(APIGatewayV2HTTPEvent event) {
    try {
      return api.answer(request(event));
    } catch (RuntimeException unexpected) {
      log.write(new LogEntry.Fault(Failure.of(unexpected)));
      return unexpected instanceof ExpungeException.Retryable
          ? Problems.unavailable()
          : Problems.internalError();
    }
  }

  private static ApiRequest request(APIGatewayV2HTTPEvent event) {
    return new ApiRequest(
        event.getRequestContext().getHttp().getMethod().toUpperCase(Locale.ROOT),
        event.getRawPath(),
        orEmpty(event.getQueryStringParameters()),
        lowerCaseNames(orEmpty(event.getHeaders())),
        body(event));
  }

  /** What is no text counts as none: it must not become another one. */
  private static String body(APIGatewayV2HTTPEvent event) {
    String body = Objects.requireNonNullElse(event.getBody(), "");
    if (!event.getIsBase64Encoded()) {
      return body;
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(body));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (IllegalArgumentException | CharacterCodingException malformed) {
      return "";
    }
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }

  private static Map<String, String> lowerCaseNames(Map<String, String> headers) {
    Map<String, String> lower = new HashMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private static APIGatewayV2HTTPResponse response(ApiResponse answer) {
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(answer.status())
        .withHeaders(answer.headers())
        .withBody(answer.body())
        .withIsBase64Encoded(false)
        .build();
  }
}
