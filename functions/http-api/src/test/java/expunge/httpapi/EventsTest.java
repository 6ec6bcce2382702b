package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import expunge.access.ApiKey;
import expunge.access.CallLimit;
import expunge.access.ConfiguredApiKeys;
import expunge.access.KeyHash;
import expunge.access.KeyRing;
import expunge.access.Role;
import expunge.access.StoredKey;
import expunge.dataset.Datasets;
import expunge.dataset.Segments;
import expunge.dataset.Suppression;
import expunge.file.Limits;
import expunge.intake.ArrivedFile;
import expunge.log.LogEntry;
import expunge.segment.SegmentItem;
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
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every file in {@code events/http-api}, after the task of {@code events/file-intake/put.json} has
 * ended, and with a sample key as an operator's and another as an administrator's; beside its
 * dataset, one that takes imports.
 */
class EventsTest {
  private static final String MODULE = "http-api";
  private static final String KEYS =
      "operator:sample:e4b5521c9e161df74cf493dbfc0722267ed3cfcb83779f2d026e0a2fc6545f23,"
          + "administrator:sample-administrator:"
          + "0b7c310c893569ffb2b8cc50a28e56092ba376a09a7072ee3c3946258ca8bcdc,"
          + "administrator:other:3ab2a762c18ce87694c629a5f234f32f30dad25f9a1b352877ff917a6bdc978d";
  private static final KeyHash CRM =
      new KeyHash("8e82419e95e76e3a82ab62fba26f06a07cdd4e7a940e0d21ac003f2cd1ea9703");
  private static final PojoSerializer<APIGatewayV2HTTPEvent> EVENT =
      LambdaEventSerializers.serializerFor(
          APIGatewayV2HTTPEvent.class, EventsTest.class.getClassLoader());

  private final MemorySystem system =
      new MemorySystem(
          Samples.customers()
              .suppressing(new Suppression("suppressed", Duration.ofDays(1)))
              .segmented(new Segments("segments", Optional.empty(), Optional.of("segments"))),
          100);
  private final ArrivedFile file = EventFile.drop(system);
  private final MemoryKeyStore keys = new MemoryKeyStore();
  private final HttpApi api =
      new HttpApi(
          new HttpApiPorts(
              access(),
              new Datasets(
                  List.of(system.dataset, Gateway.datasets().of("contacts")),
                  system.dataset.name()),
              system.tasks,
              system.objects,
              system.profiles,
              system.profiles,
              system.selection,
              new Ringer(system.doorbells, system.scheduler),
              new Suppressions(
                  system.suppressions,
                  () -> MemorySystem.KEY,
                  system.scheduler,
                  entry -> system.entries.add(entry)),
              system.segments,
              Limits.defaults(),
              system.scheduler,
              system.entries::add));
  private final HttpApiHandler handler = new HttpApiHandler(api, system.entries::add);

  private final Map<String, Consumer<APIGatewayV2HTTPResponse>> expected =
      Map.ofEntries(
          Map.entry("health.json", answer -> assertAnswer(answer, 200, "{\"status\":\"ok\"}")),
          Map.entry(
              "tasks-without-key.json",
              answer -> assertAnswer(answer, 401, "/problems/unauthorized")),
          Map.entry("tasks-with-key.json", answer -> assertAnswer(answer, 200, id())),
          Map.entry("create-task.json", answer -> assertAnswer(answer, 201, "PENDING_UPLOAD")),
          Map.entry("create-import.json", answer -> assertAnswer(answer, 201, "\"Fair\"")),
          Map.entry("columns.json", answer -> assertAnswer(answer, 200, "\"importColumns\"")),
          Map.entry("segment.json", answer -> assertAnswer(answer, 200, "\"disabled\":false")),
          Map.entry(
              "segment-enable.json", answer -> assertAnswer(answer, 200, "\"disabled\":false")),
          Map.entry("task-status.json", answer -> assertAnswer(answer, 200, "\"deleted\":2")),
          Map.entry("report.json", this::leadsToTheReport),
          Map.entry("profiles-find.json", answer -> assertAnswer(answer, 200, "{\"profiles\":[")),
          Map.entry("profiles-delete.json", answer -> assertAnswer(answer, 202, "PENDING_UPLOAD")),
          Map.entry(
              "target-preview.json", answer -> assertAnswer(answer, 200, "\"complete\":true")),
          Map.entry("target-deletion.json", answer -> assertAnswer(answer, 201, "PENDING_UPLOAD")),
          Map.entry("keys.json", answer -> assertAnswer(answer, 200, "\"label\":\"crm\"")),
          Map.entry("key-made.json", answer -> assertAnswer(answer, 201, "\"key\":\"exp_")),
          Map.entry("key-revoked.json", answer -> assertAnswer(answer, 204, "")),
          Map.entry(
              "suppressions-check.json",
              answer -> assertAnswer(answer, 200, "{\"suppressed\":[\"1001\"]}")),
          Map.entry("segments.json", answer -> assertAnswer(answer, 200, "\"inactive\"")),
          Map.entry("segment-deletion.json", answer -> assertAnswer(answer, 201, "inactive")),
          Map.entry("template.json", answer -> assertAnswer(answer, 200, "MaestraId\r\n")),
          Map.entry(
              "unknown-route.json",
              answer -> assertAnswer(answer, 404, "/problems/unknown-route")));

  private Access access() {
    return new Access(
        new KeyRing(ConfiguredApiKeys.parse(KEYS), keys, system.scheduler, system.entries::add),
        new CallLimit(new MemoryCallCounter(), 0, system.scheduler),
        CallSizes.STANDARD);
  }

  @BeforeEach
  void runTheTask() {
    system.intake().fileArrived(file);
    system.answerAll();
    ApiKey crm = new ApiKey("crm", Role.OPERATOR, CRM);
    system.tables.put("segments", SegmentItem.key("inactive"));
    keys.create(new StoredKey(crm, system.scheduler.now(), "sample", Optional.empty()));
    system.entries.clear();
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyEventIsAnsweredAsExpected(String name) throws IOException {
    APIGatewayV2HTTPEvent event = EVENT.fromJson(EventFile.read(MODULE, name));

    APIGatewayV2HTTPResponse answer = Described.answer(event, handler.handleRequest(event, null));

    Objects.requireNonNull(expected.get(name), "nothing is expected of " + name).accept(answer);
    assertThat(system.entries).allMatch(entry -> entry.level() == LogEntry.Level.INFO);
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
