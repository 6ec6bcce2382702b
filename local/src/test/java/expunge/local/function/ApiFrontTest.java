package expunge.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiFrontTest {
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicReference<APIGatewayV2HTTPEvent> seen = new AtomicReference<>();
  private ApiFront front;

  private RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler =
      (_, _) -> APIGatewayV2HTTPResponse.builder().withStatusCode(200).build();

  @BeforeEach
  void open() throws IOException {
    front = start(Duration.ofSeconds(30));
  }

  private ApiFront start(Duration patience) throws IOException {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T01:53:30Z"));
    FunctionContext function =
        new FunctionContext("http-api", Duration.ofSeconds(29), clock, _ -> {});
    return ApiFront.start(
        0,
        (event, context) -> {
          seen.set(event);
          return handler.handleRequest(event, context);
        },
        function,
        patience);
  }

  private void serve(APIGatewayV2HTTPResponse response) {
    handler = (_, _) -> response;
  }

  @AfterEach
  void close() {
    front.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(front.endpoint() + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void aRequestBecomesAnEventOfPayload2() throws Exception {
    send(
        request("/tasks/a%20b?state=RUNNING&limit=2&state=PA%26USED&flag")
            .header("X-One", "1")
            .header("X-One", "2")
            .header("Cookie", "a=1; b=2")
            .header("User-Agent", "test")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"ü\":1}")));

    APIGatewayV2HTTPEvent event = seen.get();
    assertThat(event.getVersion()).isEqualTo("2.0");
    assertThat(event.getRouteKey()).isEqualTo("$default");
    assertThat(event.getRawPath()).isEqualTo("/tasks/a b");
    assertThat(event.getRawQueryString()).isEqualTo("state=RUNNING&limit=2&state=PA%26USED&flag");
    assertThat(event.getQueryStringParameters())
        .isEqualTo(Map.of("state", "RUNNING,PA&USED", "limit", "2", "flag", ""));
    assertThat(event.getHeaders()).containsEntry("x-one", "1,2").doesNotContainKey("cookie");
    assertThat(event.getCookies()).containsExactly("a=1", "b=2");
    assertThat(event.getBody()).isEqualTo("{\"ü\":1}");
    assertThat(event.getIsBase64Encoded()).isFalse();
    assertThat(event.getRequestContext().getTime()).isEqualTo("22/Nov/2026:01:53:30 +0000");
    assertThat(event.getRequestContext().getTimeEpoch()).isEqualTo(1_795_312_410_000L);
    assertThat(event.getRequestContext().getRequestId()).isNotBlank();
    assertThat(event.getRequestContext().getHttp())
        .satisfies(
            call -> {
              assertThat(call.getMethod()).isEqualTo("POST");
              assertThat(call.getPath()).isEqualTo("/tasks/a b");
              assertThat(call.getSourceIp()).isEqualTo("127.0.0.1");
              assertThat(call.getUserAgent()).isEqualTo("test");
              assertThat(call.getProtocol()).isEqualTo("HTTP/1.1");
            });
  }

  @Test
  void aRequestWithNothingHasNoBodyNoParametersAndNoCookies() throws Exception {
    send(request("/health"));

    assertThat(seen.get().getBody()).isNull();
    assertThat(seen.get().getRawQueryString()).isEmpty();
    assertThat(seen.get().getQueryStringParameters()).isNull();
    assertThat(seen.get().getCookies()).isNull();
  }

  @Test
  void aDecodedQuestionMarkCutsThePath() throws Exception {
    send(request("/profiles/customers/abc%3Fd").DELETE());

    assertThat(seen.get().getRawPath()).isEqualTo("/profiles/customers/abc");
  }

  @Test
  void binaryBodiesAndFormsComeInBase64() throws Exception {
    send(
        request("/")
            .header("Content-Type", "application/octet-stream")
            .POST(BodyPublishers.ofByteArray(new byte[] {(byte) 0xff, 0})));

    assertThat(seen.get().getIsBase64Encoded()).isTrue();
    assertThat(seen.get().getBody()).isEqualTo("/wA=");
  }

  @Test
  void theFunctionsAnswerReachesTheClient() throws Exception {
    serve(
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(201)
            .withHeaders(Map.of("content-type", "application/json", "location", "/tasks/1"))
            .withCookies(List.of("a=1", "b=2"))
            .withBody("eyJ4IjoiJiN4In0=")
            .withIsBase64Encoded(true)
            .build());
    HttpResponse<String> response = send(request("/tasks").POST(BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(response.headers().firstValue("Location")).contains("/tasks/1");
    assertThat(response.headers().allValues("Content-Type")).containsExactly("application/json");
    assertThat(response.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(response.body()).isEqualTo("{\"x\":\"&#x\"}");
  }

  @Test
  void anEmptyAnswerHasNoBody() throws Exception {
    serve(APIGatewayV2HTTPResponse.builder().withStatusCode(204).build());

    assertThat(send(request("/").DELETE()).statusCode()).isEqualTo(204);
  }

  @Test
  void aBodyOverTenMebibytesNeverReachesTheFunction() throws Exception {
    byte[] large = new byte[ApiFront.BODY_LIMIT + 1];
    HttpResponse<String> response = send(request("/").POST(BodyPublishers.ofByteArray(large)));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).isEqualTo("{\"message\":\"Request Entity Too Large\"}");
    assertThat(seen).hasValue(null);
  }

  @Test
  void anExceptionIsAnErrorThatSaysNothing() throws Exception {
    handler =
        (_, _) -> {
          throw new IllegalStateException("secret");
        };
    HttpResponse<String> response = send(request("/"));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
  }

  @Test
  void anAnswerThatIsNoneIsAnError() throws Exception {
    serve(new APIGatewayV2HTTPResponse());

    assertThat(send(request("/")).statusCode()).isEqualTo(500);
  }

  @Test
  void aFunctionThatTakesTooLongIsNotAwaited() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    handler =
        (_, context) -> {
          assertThat(context.getRemainingTimeInMillis()).isEqualTo(29_000);
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new APIGatewayV2HTTPResponse();
        };
    front.close();
    front = start(Duration.ofMillis(50));
    HttpResponse<String> response = send(request("/"));
    end.countDown();

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(response.body()).contains("Service Unavailable");
  }
}
