package expunge.httpapi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.item.Value;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.task.TaskId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Deleting one profile, or a few, while somebody waits. */
class DeletionCallsTest {
  private final MemorySystem system = Shop.system(100, List.of("a", "b", "c"));
  private final Desk desk = Desk.of(system);

  @Test
  void eachKeyGetsItsOutcome() {
    Shop.put(system, "held", Map.of("legalHold", new Value.Flag(true)));
    APIGatewayV2HTTPResponse response =
        desk.post(
            "/profiles/delete",
            """
            {"keys": ["a", "nobody", "held", "a", " b"], "confirmed": true, "reason": "asked"}
            """);
    assertThat(response.getBody())
        .contains(
            "\"outcomes\":[{\"key\":\"a\",\"outcome\":\"deleted\"},"
                + "{\"key\":\"nobody\",\"outcome\":\"not_found\"},"
                + "{\"key\":\"held\",\"outcome\":\"protected\","
                + "\"reason\":\"the profile is protected\"},"
                + "{\"key\":\"a\",\"outcome\":\"duplicate\","
                + "\"reason\":\"same identifier as line 2\"},"
                + "{\"key\":\" b\",\"outcome\":\"deleted\"}]");
    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(system.hasProfile("a")).isFalse();
    assertThat(system.hasProfile("c")).isTrue();
    assertThat(system.tables.all("mails")).hasSize(2);
  }

  @Test
  void aTaskIsKeptOfIt() {
    String body = desk.post("/profiles/delete", keys(2)).getBody();
    String id = body.replaceAll(".*\"taskId\":\"([0-9a-z]+)\".*", "$1");
    assertThat(system.tasks.find(new TaskId(id)))
        .hasValueSatisfying(
            task -> {
              assertThat(task.request().requestedBy()).contains("operator");
              assertThat(task.request().reason()).contains("they asked");
              assertThat(task.state().isTerminal()).isTrue();
            });
  }

  @Test
  void twentyAreTakenAndTwentyOneRefused() {
    assertThat(desk.post("/profiles/delete", keys(20)).getStatusCode()).isEqualTo(200);
    APIGatewayV2HTTPResponse refused = desk.post("/profiles/delete", keys(21));
    assertThat(refused.getStatusCode()).isEqualTo(422);
    assertThat(refused.getBody()).contains("/problems/too-many-keys", "at most 20 profiles");
  }

  @Test
  void nothingIsDeletedWithoutBeingConfirmed() {
    for (String body : List.of("{\"keys\":[\"a\"]}", "{\"keys\":[\"a\"],\"confirmed\":false}")) {
      APIGatewayV2HTTPResponse refused = desk.post("/profiles/delete", body);
      assertThat(refused.getStatusCode()).isEqualTo(400);
      assertThat(refused.getBody()).contains("confirmed has to be true");
    }
    assertThat(system.hasProfile("a")).isTrue();
  }

  @Test
  void whoDoesNotGetAnAnswerInTimeIsToldWhereToLook() {
    APIGatewayV2HTTPResponse response =
        Desk.atRest(system).post("/profiles/delete", "{\"keys\":[\"a\"],\"confirmed\":true}");
    assertThat(response.getStatusCode()).isEqualTo(202);
    assertThat(response.getHeaders().get("Location")).startsWith("/tasks/");
    assertThat(response.getBody()).contains("\"state\":\"PENDING_UPLOAD\"");
    system.takeInUploads();
    assertThat(system.hasProfile("a")).isFalse();
  }

  @Test
  void theSameCallUnderTheSameKeyIsOneTask() {
    desk.with("Idempotency-Key", "once");
    String first = desk.post("/profiles/delete", keys(2)).getBody();
    assertThat(desk.post("/profiles/delete", keys(2)).getBody()).isEqualTo(first);
    assertThat(desk.post("/profiles/delete", keys(3)).getStatusCode()).isEqualTo(422);
    assertThat(system.hasProfile("c")).isTrue();
  }

  @Test
  void halfACharacterIsNoKey() {
    Shop.put(system, "?", Map.of());
    String half = "{\"keys\":[\"\\ud800\"],\"confirmed\":true}";
    assertThat(desk.post("/profiles/delete", half).getStatusCode()).isEqualTo(400);
    String bytes = "{\"keys\":[\"\u00ff\"],\"confirmed\":true}";
    assertThat(desk.postBytes("/profiles/delete", bytes.getBytes(ISO_8859_1)).getStatusCode())
        .isEqualTo(400);
    assertThat(system.hasProfile("?")).isTrue();
  }

  @Test
  void oneProfileIsDeletedAndDeletingItAgainIsFine() {
    Desk numbers = Desk.of(numbers());
    assertThat(numbers.delete("/profiles/customers/1001").getStatusCode()).isEqualTo(204);
    assertThat(numbers.system.hasProfile("1001")).isFalse();
    assertThat(numbers.delete("/profiles/customers/1001").getStatusCode()).isEqualTo(204);
    assertThat(numbers.system.hasProfile("1002")).isTrue();
  }

  @Test
  void aKeyOfAnotherFormIsRefused() {
    APIGatewayV2HTTPResponse refused = Desk.of(numbers()).delete("/profiles/customers/x");
    assertThat(refused.getBody()).contains("/problems/invalid-key");
    assertThat(refused.getStatusCode()).isEqualTo(400);
  }

  @Test
  void aKeyThatMayNeedEncodingDoesNotComeInAPath() {
    APIGatewayV2HTTPResponse refused = desk.delete("/profiles/shop/a");
    assertThat(refused.getStatusCode()).isEqualTo(400);
    assertThat(refused.getBody()).contains("use POST /profiles/delete".substring(4));
    assertThat(desk.delete("/profiles/other/a").getStatusCode()).isEqualTo(404);
    assertThat(system.hasProfile("a")).isTrue();
  }

  @Test
  void viewersDeleteNobody() {
    assertThat(desk.as(Role.VIEWER).post("/profiles/delete", keys(1)).getStatusCode())
        .isEqualTo(403);
  }

  private static MemorySystem numbers() {
    Dataset customers =
        Datasets.parse(
                """
                {"datasets": {"customers": {"profiles":
                  {"table": "customers", "key": "MaestraId", "keyPattern": "[0-9]+"}}}}
                """)
            .defaultDataset();
    MemorySystem system = new MemorySystem(customers, 100);
    system.addProfiles(List.of("1001", "1002"));
    return system;
  }

  private static String keys(int number) {
    String keys =
        IntStream.range(0, number)
            .mapToObj(i -> "\"" + (char) ('a' + i) + "\"")
            .collect(Collectors.joining(","));
    return "{\"keys\":[" + keys + "],\"confirmed\":true,\"reason\":\"they asked\"}";
  }
}
