package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** How often a key may call, and with how much. */
class LimitsTest {
  private final Gateway gateway = new Gateway().as(Role.OPERATOR);

  @Test
  void keysAndPagesAreAsManyAsTheSettingsSay() {
    Gateway one = new Gateway().sized(new CallSizes(Gateway.BODY, 1, 2)).as(Role.ADMINISTRATOR);
    String two = "{\"keys\":[\"a\",\"b\"],\"confirmed\":true}";
    assertThat(one.body(two).post("/profiles/delete").getBody()).contains("at most 1 profiles");
    assertThat(one.method("GET").query("limit", "3").get("/tasks").getBody())
        .contains("limit has to be a whole number from 1 to 2");
  }

  @Test
  void callsBeyondTheLimitAreToldWhenToTryAgain() {
    gateway.scheduler.advance(Duration.ofMillis(2_700));
    spend();

    APIGatewayV2HTTPResponse refused = gateway.get("/tasks");

    assertThat(refused.getStatusCode()).isEqualTo(429);
    assertThat(refused.getHeaders()).containsEntry("Retry-After", "8");
    assertThat(refused.getBody())
        .isEqualTo(
            """
            {"type":"/problems/too-many-calls","title":"Too many calls with this API key",\
            "status":429,"detail":"Calls are counted in windows of 10 seconds. \
            Try again in the next one."}\
            """);
    gateway.scheduler.advance(Duration.ofSeconds(8));
    assertThat(gateway.get("/tasks").getStatusCode()).isEqualTo(200);
  }

  @Test
  void atTheVeryEndOfAWindowItIsASecondToWait() {
    gateway.scheduler.advance(Duration.ofMillis(9_999));
    spend();

    assertThat(gateway.get("/tasks").getHeaders()).containsEntry("Retry-After", "1");
  }

  @Test
  void anotherKeyAndCallsWithoutOneAreNotHeldByIt() {
    spend();

    assertThat(gateway.get("/health").getStatusCode()).isEqualTo(200);
    assertThat(gateway.as(Role.VIEWER).get("/tasks").getStatusCode()).isEqualTo(200);
  }

  @Test
  void callsAreCountedWhateverBecomesOfThem() {
    for (int i = 0; i < Gateway.CALLS; i++) {
      assertThat(gateway.get("/keys").getStatusCode()).isEqualTo(403);
    }
    assertThat(gateway.get("/keys").getStatusCode()).isEqualTo(429);
  }

  @Test
  void unknownKeysAreNotCounted() {
    gateway.withKey("exp_unknown");
    for (int i = 0; i <= Gateway.CALLS; i++) {
      assertThat(gateway.get("/tasks").getStatusCode()).isEqualTo(401);
    }
  }

  @Test
  void aBodyIsAsLargeAsItsBytes() {
    String largest = "é".repeat(Gateway.BODY / 2);

    assertThat(gateway.body(largest).post("/suppressions/check").getStatusCode()).isEqualTo(400);
    APIGatewayV2HTTPResponse refused = gateway.body(largest + "x").post("/suppressions/check");

    assertThat(refused.getStatusCode()).isEqualTo(413);
    assertThat(refused.getBody())
        .isEqualTo(
            """
            {"type":"/problems/body-too-large","title":"The body is too large","status":413,\
            "detail":"A body has at most 30000 bytes."}\
            """);
  }

  @Test
  void aBodyThatComesEncodedIsMeasuredAsItIs() {
    byte[] body = "x".repeat(Gateway.BODY).getBytes(StandardCharsets.UTF_8);
    gateway.method("POST").body(Base64.getEncoder().encodeToString(body));
    APIGatewayV2HTTPEvent event = gateway.event("/suppressions/check");
    event.setIsBase64Encoded(true);

    assertThat(gateway.call(gateway.tasks, event).getStatusCode()).isEqualTo(400);
  }

  private void spend() {
    for (int i = 0; i < Gateway.CALLS; i++) {
      assertThat(gateway.get("/tasks").getStatusCode()).isEqualTo(200);
    }
  }
}
