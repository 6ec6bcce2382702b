package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.access.StoredKey;
import io.avaje.json.mapper.JsonMapper;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Making, listing and revoking keys, as administrators see it. */
class KeyCallsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CRM = "{\"label\": \"crm\", \"role\": \"operator\"}";

  private final Gateway gateway = new Gateway().as(Role.ADMINISTRATOR);

  @Test
  void aKeyThatIsMadeOpensWhatItsRoleMay() {
    APIGatewayV2HTTPResponse response = make(CRM);
    Map<String, Object> made = JSON.fromJsonObject(response.getBody());

    assertThat(response.getStatusCode()).isEqualTo(201);
    assertThat(response.getHeaders())
        .containsEntry("Location", "/keys/" + made.get("id"))
        .containsEntry("Cache-Control", "no-store");
    assertThat(made)
        .containsOnlyKeys("id", "key", "label", "role", "configured", "createdAt", "createdBy")
        .containsEntry("label", "crm")
        .containsEntry("role", "operator")
        .containsEntry("configured", false)
        .containsEntry("createdAt", "2026-01-01T00:00:00Z")
        .containsEntry("createdBy", "administrator");
    gateway.withKey(String.valueOf(made.get("key")));
    assertThat(gateway.method("GET").get("/tasks").getStatusCode()).isEqualTo(200);
    assertThat(gateway.get("/keys").getStatusCode()).isEqualTo(403);
  }

  @Test
  void theListShowsAllKeysAndNeitherTheirTextNorTheirHash() {
    String text = keyIn(make(CRM));
    gateway.withKey(text).method("GET").get("/tasks");

    String list = gateway.as(Role.ADMINISTRATOR).get("/keys").getBody();

    StoredKey stored = gateway.keys.list().getFirst();
    assertThat(list)
        .startsWith("{\"keys\":[{\"id\":\"")
        .contains("\"label\":\"viewer\",\"role\":\"viewer\",\"configured\":true}")
        .endsWith(
            """
            {"id":"%s","label":"crm","role":"operator","configured":false,\
            "createdAt":"2026-01-01T00:00:00Z","createdBy":"administrator",\
            "lastUsedAt":"2026-01-01T00:00:00Z"}]}\
            """
                .formatted(stored.key().id()))
        .doesNotContain(text, stored.key().hash().hex());
    assertThat(gateway.logged.toString()).doesNotContain(text, stored.key().hash().hex());
  }

  @Test
  void aRevokedKeyIsAnsweredAsAnUnknownOne() {
    String text = keyIn(make(CRM));
    String path = "/keys/" + gateway.keys.list().getFirst().key().id();

    APIGatewayV2HTTPResponse revoked = gateway.method("DELETE").get(path);

    assertThat(revoked.getStatusCode()).isEqualTo(204);
    assertThat(revoked.getBody()).isEmpty();
    assertThat(gateway.get(path).getStatusCode()).isEqualTo(404);
    assertUnknown(text);
    assertThat(make(CRM).getStatusCode()).isEqualTo(201);
  }

  @Test
  void anExpiredKeyIsAnsweredAsAnUnknownOneAndStillListed() {
    String text = keyIn(make("{\"label\": \"crm\", \"role\": \"viewer\", \"expiresInDays\": 30}"));

    gateway.scheduler.advance(Duration.ofDays(30).minusMillis(1));
    gateway.withKey(text).method("GET");
    assertThat(gateway.get("/tasks").getStatusCode()).isEqualTo(200);
    gateway.scheduler.advance(Duration.ofMillis(1));

    assertUnknown(text);
    assertThat(gateway.as(Role.ADMINISTRATOR).get("/keys").getBody())
        .contains("\"expiresAt\":\"2026-01-31T00:00:00Z\"");
  }

  @Test
  void anEndMayBeGivenInAnyZone() {
    String end = "\"expiresAt\": \"2026-01-31T02:00:00+02:00\"";

    assertThat(make("{\"label\": \"crm\", \"role\": \"viewer\", " + end + "}").getBody())
        .contains("\"expiresAt\":\"2026-01-31T00:00:00Z\"");
  }

  @Test
  void aKeyMayRevokeItself() {
    String text = keyIn(make("{\"label\": \"rotation\", \"role\": \"administrator\"}"));
    String path = "/keys/" + gateway.keys.list().getFirst().key().id();

    assertThat(gateway.withKey(text).method("DELETE").get(path).getStatusCode()).isEqualTo(204);

    assertUnknown(text);
  }

  @Test
  void aKeyOfTheSettingsGoesWithADeploymentOnly() {
    String list = gateway.get("/keys").getBody();
    Object id = JSON.fromJsonObject(list.substring(list.indexOf('[') + 1)).get("id");

    APIGatewayV2HTTPResponse response = gateway.method("DELETE").get("/keys/" + id);

    assertThat(response.getStatusCode()).isEqualTo(409);
    assertThat(response.getBody()).contains("/problems/configured-key");
  }

  @ParameterizedTest
  @CsvSource({"x", "0123456789abcdef0123456789abcdef", "0123456789ABCDEF0123456789ABCDEF"})
  void aKeyThatIsNotThereCannotBeRevoked(String id) {
    APIGatewayV2HTTPResponse response = gateway.method("DELETE").get("/keys/" + id);

    assertThat(response.getStatusCode()).isEqualTo(404);
    assertThat(response.getBody()).contains("/problems/unknown-key");
  }

  @ParameterizedTest
  @CsvSource({"crm", "viewer"})
  void aLabelIsThatOfOneValidKey(String label) {
    make(CRM);

    APIGatewayV2HTTPResponse response = make(CRM.replace("crm", label));

    assertThat(response.getStatusCode()).isEqualTo(409);
    assertThat(response.getBody()).contains("/problems/label-taken");
    assertThat(gateway.keys.list()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | label is missing",
        "{} | role is missing",
        "{\"label\": \"a b\", \"role\": \"viewer\"} | label has to be 1 to 64 letters",
        "{\"label\": 7, \"role\": \"viewer\"} | label has to be 1 to 64 letters",
        "{\"label\": \"a\", \"role\": \"root\"} | role has to be one of viewer, operator",
        "{\"label\": \"a\", \"role\": \"viewer\", \"expires\": 1} | expires is unknown",
        "{\"label\": \"a\", \"role\": \"viewer\", \"expiresInDays\": 0} | number from 1 to 3650",
        "{\"label\": \"a\", \"role\": \"viewer\", \"expiresInDays\": 3651} | expiresInDays has to",
        "{\"label\": \"a\", \"role\": \"viewer\", \"expiresInDays\": 1.5} | expiresInDays has to",
        "{\"label\": \"a\", \"role\": \"viewer\", \"expiresInDays\": 1e99} | expiresInDays has to",
        "{\"label\": \"a\", \"role\": \"viewer\", \"expiresInDays\": \"1\"} | expiresInDays has",
        "{\"label\": \"a\", \"role\": \"viewer\", \"expiresAt\": \"soon\"} | has to be a time",
        "{\"label\": \"a\", \"role\": \"viewer\", \"expiresAt\": \"2026-01-01T00:00:00Z\"} |"
            + " future",
        "{\"label\": \"a\", \"role\": \"viewer\", \"expiresAt\": \"2036-01-01T00:00:00Z\"} | within"
      })
  void whatIsWrongIsNamedAndNoKeyIsMade(String body, String problem) {
    APIGatewayV2HTTPResponse response = make(body);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("/problems/invalid-body", problem);
    assertThat(gateway.keys.list()).isEmpty();
  }

  @Test
  void anEndIsGivenInOneWay() {
    String both = "\"expiresInDays\": 1, \"expiresAt\": \"2026-01-02T00:00:00Z\"";

    assertThat(make("{\"label\": \"a\", \"role\": \"viewer\", " + both + "}").getBody())
        .contains("can't be there beside expiresAt");
  }

  @ParameterizedTest
  @CsvSource({"VIEWER", "OPERATOR"})
  void onlyAdministratorsManageKeys(Role role) {
    gateway.as(role);

    assertThat(gateway.get("/keys").getStatusCode()).isEqualTo(403);
    assertThat(make(CRM).getStatusCode()).isEqualTo(403);
    assertThat(gateway.method("DELETE").get("/keys/x").getStatusCode()).isEqualTo(403);
  }

  private APIGatewayV2HTTPResponse make(String body) {
    return gateway.body(body).post("/keys");
  }

  private static String keyIn(APIGatewayV2HTTPResponse response) {
    return String.valueOf(JSON.fromJsonObject(response.getBody()).get("key"));
  }

  /** Word for word what somebody gets who has made a key up. */
  private void assertUnknown(String text) {
    APIGatewayV2HTTPResponse unknown = gateway.withKey("exp_unknown").method("GET").get("/tasks");
    APIGatewayV2HTTPResponse response = gateway.withKey(text).get("/tasks");
    gateway.as(Role.ADMINISTRATOR);

    assertThat(response.getStatusCode()).isEqualTo(401);
    assertThat(response.getBody()).isEqualTo(unknown.getBody());
    assertThat(response.getHeaders()).isEqualTo(unknown.getHeaders());
  }
}
