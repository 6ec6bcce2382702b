package expunge.httpapi;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.item.Value;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /profiles/find}. */
class ProfileCallsTest {
  private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"nextToken\":\"([^\"]+)\"");

  private final MemorySystem system = Shop.system(100, List.of("a", "b", "c"));
  private final Desk desk = Desk.of(system);

  @Test
  void aProfileIsFoundByAnIdentifierAndMaskedButForItsKey() {
    Shop.put(system, "held", Map.of("legalHold", new Value.Flag(true)));
    APIGatewayV2HTTPResponse found =
        find("{\"identifier\":{\"kind\":\"email\",\"value\":\" HELD@example.com\"}}");
    assertThat(found.getBody())
        .isEqualTo(
            "{\"profiles\":[{\"key\":\"held\",\"protected\":true,\"attributes\":"
                + "{\"email\":\"h***\",\"phone\":\"+***\",\"since\":\"***\"}}]}");
    assertThat(find("{\"identifier\":{\"kind\":\"customer\",\"value\":\"a\"}}").getBody())
        .contains("\"key\":\"a\"");
    assertThat(find("{\"identifier\":{\"value\":\"nobody\"}}").getBody())
        .isEqualTo("{\"profiles\":[]}");
  }

  @Test
  void withoutAnIdentifierItIsAPageOfTheTable() {
    Set<String> keys = new HashSet<>();
    String token = "";
    do {
      String body = find("{\"limit\":2" + token + "}").getBody();
      KEY.matcher(body).results().forEach(key -> keys.add(key.group(1)));
      Matcher next = TOKEN.matcher(body);
      token = next.find() ? ",\"nextToken\":\"" + next.group(1) + "\"" : "";
    } while (!token.isEmpty());
    assertThat(keys).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void manyMatchesComePageByPage() {
    for (int i = 0; i < 5; i++) {
      Shop.put(system, "s" + i, Map.of("cookie", text("k")));
    }
    String asked = "\"identifier\":{\"kind\":\"cookie\",\"value\":\"k\"},\"limit\":2";
    List<String> keys = new ArrayList<>();
    String token = "";
    do {
      String body = find("{" + asked + token + "}").getBody();
      KEY.matcher(body).results().forEach(key -> keys.add(key.group(1)));
      Matcher next = TOKEN.matcher(body);
      token = next.find() ? ",\"nextToken\":\"" + next.group(1) + "\"" : "";
    } while (!token.isEmpty());
    assertThat(keys).containsExactly("s0", "s1", "s2", "s3", "s4");
  }

  @Test
  void moreMatchesThanAnybodyLooksAtAreToldSo() {
    for (int i = 0; i <= 1_000; i++) {
      Shop.put(system, "s" + i, Map.of("cookie", text("k")));
    }
    APIGatewayV2HTTPResponse refused =
        find("{\"identifier\":{\"kind\":\"cookie\",\"value\":\"k\"}}");
    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(refused.getBody()).contains("/problems/too-many-matches");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"dataset\":\"other\"}",
        "{\"identifier\":{\"kind\":\"device_id\",\"value\":\"d\"}}",
        "{\"identifier\":{\"kind\":\"email\"}}",
        "{\"identifier\":{\"kind\":\"email\",\"value\":\"a@b\",\"colour\":1}}",
        "{\"identifier\":\"a@b\"}",
        "{\"limit\":0}",
        "{\"limit\":1.5}",
        "{\"limit\":101}",
        "{\"nextToken\":\"?\"}",
        "{\"nextToken\":\"e30\"}",
        "{\"nextToken\":\"eyJhIjoiYiJ9\"}",
        "{\"nextToken\":\"bnVsbA\"}",
      })
  void whatCantBeUsedIsRefused(String body) {
    APIGatewayV2HTTPResponse refused = find(body);
    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(refused.getBody()).contains("/problems/invalid-body").doesNotContain("a@b");
  }

  private APIGatewayV2HTTPResponse find(String body) {
    return desk.post("/profiles/find", body);
  }
}
