package expunge.httpapi;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.criterion.Criterion;
import expunge.criterion.Operator;
import expunge.item.Value;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.targeting.TargetDeletion;
import expunge.task.Doorbell;
import expunge.task.Origin;
import expunge.task.Task;
import expunge.task.TaskId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /targets/preview} and {@code POST /targets/deletions}. */
class TargetCallsTest {
  private static final String OLD =
      "{\"attribute\":\"lastOpenedAt\",\"before\":{\"ago\":{\"years\":2}}}";

  private final MemorySystem system = Shop.system(100, List.of("a", "b", "c"));
  private final Desk desk = Desk.atRest(system).as(Role.ADMINISTRATOR);

  @Test
  void aPreviewCountsAndShowsSomeMasked() {
    Shop.put(
        system,
        "old",
        Map.of("lastOpenedAt", text("2001-01-01"), "legalHold", new Value.Flag(true)));
    Shop.put(system, "new", Map.of("lastOpenedAt", text("9001-01-01")));
    assertThat(preview(OLD).getBody())
        .isEqualTo(
            "{\"dataset\":\"shop\",\"count\":1,\"looked\":10,\"complete\":true,\"sample\":[{\"key\":"
                + "\"old\",\"protected\":true,\"attributes\":"
                + "{\"email\":\"o***\",\"phone\":\"+***\",\"since\":\"***\"}}]}");
    assertThat(preview("{\"not\":" + OLD + "}").getBody()).contains("\"count\":4,");
  }

  @Test
  void aSampleHasTenAndACountAll() {
    for (int i = 0; i < 300; i++) {
      Shop.put(system, "p" + i, Map.of("group", text("x")));
    }
    system.selection.pagesOf(7);
    String body = preview("{\"attribute\":\"group\",\"equals\":\"x\"}").getBody();
    assertThat(body).contains("\"count\":300,").contains("\"complete\":true");
    assertThat(body.split("\"key\":", -1)).hasSize(11);
  }

  @Test
  void aDeletionIsATaskThatAWorkerIsRungFor() {
    APIGatewayV2HTTPResponse made =
        delete("{\"criterion\":" + OLD + ",\"reason\":\"inactive\",\"dryRun\":true}");
    assertThat(made.getStatusCode()).isEqualTo(201);
    Task task = taskOf(made);
    assertThat(made.getBody())
        .contains(
            "\"state\":\"PENDING_UPLOAD\"", "\"name\":\"target.csv\"", "\"reason\":\"inactive\"");
    assertThat(task.request().origin()).isEqualTo(new Origin.Target());
    assertThat(task.request().dryRun()).isTrue();
    assertThat(task.request().confirmed()).isFalse();
    assertThat(task.request().options().identifier()).contains("customer");
    assertThat(task.file().version().key()).isEqualTo("uploads/" + task.id() + "/target.csv");
    assertThat(system.doorbells.takeDue(system.scheduler.now())).contains(Doorbell.of(task.id()));
  }

  @Test
  void theCriterionIsKeptAsItWasMeantWhenItWasAskedFor() {
    TaskId id = taskOf(delete("{\"criterion\":{\"attribute\":\"email\",\"equals\":\"a@b\"}}")).id();
    assertThat(TargetDeletion.criterionOf(system.objects, id))
        .contains(Criterion.Condition.of("email", Operator.EQUALS, text("a@b")));
    TaskId relative = taskOf(delete("{\"criterion\":" + OLD + "}")).id();
    assertThat(TargetDeletion.criterionOf(system.objects, relative).orElseThrow().toJson())
        .doesNotContain("ago");
    assertThat(TargetDeletion.criterionOf(system.objects, TaskId.derivedFrom("other"))).isEmpty();
  }

  @Test
  void theSameCallUnderOneKeyIsOneTask() {
    desk.with("idempotency-key", "k");
    String body = "{\"criterion\":" + OLD + "}";
    String first = delete(body).getBody();
    assertThat(delete(body).getBody()).isEqualTo(first);
    assertThat(delete("{\"criterion\":" + OLD + ",\"dryRun\":true}").getStatusCode())
        .isEqualTo(422);
  }

  @Test
  void operatorsMayDoNeither() {
    desk.as(Role.OPERATOR);
    assertThat(preview(OLD).getStatusCode()).isEqualTo(403);
    assertThat(delete("{\"criterion\":" + OLD + "}").getStatusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"criterion\":null}",
        "{\"criterion\":\"a@b\"}",
        "{\"criterion\":{\"all\":[]}}",
        "{\"criterion\":{\"attribute\":\"a@b\",\"likes\":\"a@b\"}}",
        "{\"criterion\":{\"attribute\":\"email\",\"equals\":\"a@b\",\"equals\":\"a@b\"}}",
        "{\"criterion\":{\"attribute\":\"email\",\"before\":\"a@b\"}}",
        "{\"dataset\":\"other\",\"criterion\":{\"attribute\":\"email\",\"exists\":true}}",
      })
  void whatIsNoCriterionIsRefusedAndNotQuoted(String body) {
    for (String path : List.of("/targets/preview", "/targets/deletions")) {
      APIGatewayV2HTTPResponse refused = desk.post(path, body);
      assertThat(refused.getStatusCode()).isEqualTo(400);
      assertThat(refused.getBody()).contains("/problems/invalid-body").doesNotContain("a@b");
    }
  }

  @Test
  void aProblemSaysWhereItIs() {
    assertThat(preview("{\"all\":[" + OLD + ",{\"attribute\":\"a\",\"in\":[]}]}").getBody())
        .contains("{\"parameter\":\"criterion.all[1].in\",\"detail\":\"has to be a list of");
  }

  private Task taskOf(APIGatewayV2HTTPResponse made) {
    String location = made.getHeaders().getOrDefault("Location", "");
    return system.tasks.find(new TaskId(location.substring("/tasks/".length()))).orElseThrow();
  }

  private APIGatewayV2HTTPResponse preview(String criterion) {
    return desk.post("/targets/preview", "{\"criterion\":" + criterion + "}");
  }

  private APIGatewayV2HTTPResponse delete(String body) {
    return desk.post("/targets/deletions", body);
  }
}
