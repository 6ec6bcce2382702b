package expunge.httpapi;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.simulator.openapi.Conformance;
import expunge.simulator.openapi.Description;
import expunge.simulator.openapi.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The description of the API, to which every answer in these tests is held. */
final class Described {
  static final Description API = Description.of(OpenApi.document());

  private static final Conformance CONFORMANCE = new Conformance(API);

  private Described() {}

  /** The answer, if it is as the description says. */
  static APIGatewayV2HTTPResponse answer(
      APIGatewayV2HTTPEvent event, APIGatewayV2HTTPResponse answer) {
    CONFORMANCE.check(
        new Exchange(
            method(event),
            Objects.requireNonNullElse(event.getRawPath(), ""),
            Objects.requireNonNullElse(event.getQueryStringParameters(), Map.<String, String>of())
                .keySet(),
            body(event),
            answer.getStatusCode(),
            answer.getHeaders(),
            answer.getBody()));
    return answer;
  }

  private static String method(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getRequestContext())
        .map(context -> context.getHttp().getMethod())
        .orElse("");
  }

  private static String body(APIGatewayV2HTTPEvent event) {
    String body = Objects.requireNonNullElse(event.getBody(), "");
    return event.getIsBase64Encoded()
        ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
        : body;
  }
}
