package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import expunge.access.CallLimit;
import expunge.access.ConfiguredApiKeys;
import expunge.access.KeyRing;
import expunge.dataset.Datasets;
import expunge.dataset.Suppression;
import expunge.file.Limits;
import expunge.intake.ArrivedFile;
import expunge.simulator.EventFile;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.simulator.memory.MemoryCallCounter;
import expunge.simulator.memory.MemoryKeyStore;
import expunge.suppression.Suppressions;
import expunge.task.Ringer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code events/http-api}, after the task of {@code events/file-intake/put.json} has
 * ended, and with the sample key as an operator's.
 */
class EventsTest {
  private static final String MODULE = "http-api";
  private static final String KEYS =
      "operator:sample:e4b5521c9e161df74cf493dbfc0722267ed3cfcb83779f2d026e0a2fc6545f23";
  private static final PojoSerializer<APIGatewayV2HTTPEvent> EVENT =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, EventsTest.class.getClassLoader());

  private final MemorySystem system =
      new MemorySystem(
          Samples.customers().suppressing(new Suppression("suppressed", Duration.ofDays(1))), 100);
  private final ArrivedFile file = EventFile.drop(system);
  private final HttpApi api =
      new HttpApi(
          new HttpApiPorts(
              access(),
              new Datasets(List.of(system.dataset), system.dataset.name()),
              system.tasks,
              system.objects,
              system.profiles,
              system.profiles,
              new Ringer(system.doorbells, system.scheduler),
              new Suppressions(
                  system.suppressions,
                  () -> MemorySystem.KEY,
                  system.scheduler,
                  entry -> system.entries.add(entry)),
              Limits.defaults(),
              system.scheduler,
              system.entries::add));
  private final HttpApiHandler handler = new HttpApiHandler(api, system.entries::add);

  private final Map<String, Consumer<APIGatewayV2HTTPResponse>> expected =
      Map.of(
          "health.json", answer -> assertAnswer(answer, 200, "{\"status\":\"ok\"}"),
          "tasks-without-key.json", answer -> assertAnswer(answer, 401, "/problems/unauthorized"),
          "tasks-with-key.json", answer -> assertAnswer(answer, 200, id()),
          "task-status.json", answer -> assertAnswer(answer, 200, "\"deleted\":2"),
          "report.json", this::leadsToTheReport,
          "profiles-find.json", answer -> assertAnswer(answer, 200, "{\"profiles\":["),
          "profiles-delete.json", answer -> assertAnswer(answer, 202, "PENDING_UPLOAD"),
          "suppressions-check.json",
              answer -> assertAnswer(answer, 200, "{\"suppressed\":[\"1001\"]}"),
          "template.json", answer -> assertAnswer(answer, 200, "MaestraId\r\n"),
          "unknown-route.json", answer -> assertAnswer(answer, 404, "/problems/unknown-route"));

  private Access access() {
    return new Access(
        new KeyRing(
            ConfiguredApiKeys.parse(KEYS),
            new MemoryKeyStore(),
            system.scheduler,
            system.entries::add),
        new CallLimit(new MemoryCallCounter(), 0, system.scheduler),
        1 << 18);
  }

  @BeforeEach
  void runTheTask() {
    system.intake().fileArrived(file);
    system.answerAll();
    system.entries.clear();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyEventIsAnsweredAsExpected(String name) throws IOException {
    APIGatewayV2HTTPEvent event = EVENT.fromJson(EventFile.read(MODULE, name));

    APIGatewayV2HTTPResponse answer = handler.handleRequest(event, null);

    Objects.requireNonNull(expected.get(name), "nothing is expected of " + name).accept(answer);
    assertThat(system.entries).isEmpty();
  }

  @Test
  void everythingExpectedHasItsFile() throws IOException {
    assertThat(files()).containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  static List<String> files() throws IOException {
    return EventFile.namesOfAll(MODULE);
  }

  private void leadsToTheReport(APIGatewayV2HTTPResponse answer) {
    assertThat(answer.getStatusCode()).isEqualTo(303);
    URI link = URI.create(answer.getHeaders().getOrDefault("Location", ""));
    assertThat(system.objects.fetch(link).orElseThrow())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(system.report(system.task(file)));
  }

  private String id() {
    return system.task(file).id().value();
  }

  private static void assertAnswer(APIGatewayV2HTTPResponse answer, int status, String part) {
    assertThat(answer.getStatusCode()).isEqualTo(status);
    assertThat(answer.getBody()).contains(part);
  }
}
