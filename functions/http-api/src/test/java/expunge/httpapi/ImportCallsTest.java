package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.file.FileOptions;
import expunge.file.FileReader;
import expunge.file.Form;
import expunge.file.Limits;
import expunge.file.ReadSlice;
import expunge.file.Row;
import expunge.file.UnacceptableFile;
import expunge.object.ObjectVersion;
import expunge.simulator.Samples;
import expunge.task.ImportSettings;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customer import, as callers of the API see it. */
class ImportCallsTest {
  private static final String FILE =
      "{`name`: `fair.csv`, `bytes`: 20, `sha256`: `" + "0".repeat(64) + "`}";

  private final Gateway gateway = new Gateway().as(Role.OPERATOR);

  private APIGatewayV2HTTPResponse create(String body) {
    return gateway.body(body.replace("FILE", FILE).replace('`', '"')).post("/tasks");
  }

  private Task task(APIGatewayV2HTTPResponse response) {
    Matcher id = Pattern.compile("\"taskId\":\"(\\w+)\"").matcher(response.getBody());
    assertThat(id.find()).as(response.getBody()).isTrue();
    return gateway.tasks.find(new TaskId(id.group(1))).orElseThrow();
  }

  @Test
  void launchImportAddsTheTaskAndTellsItsUrlAtOnce() {
    APIGatewayV2HTTPResponse response =
        create(
            """
            {`kind`: `import`, `dataset`: `contacts`, `description`: `fair`, `encoding`: `UTF-16`,
             `import`: {`endpoint`: `Fair`, `sourceAction`: `Came`}, `file`: FILE}
            """);

    assertThat(response.getStatusCode()).isEqualTo(201);
    Task task = task(response);
    assertThat(response.getHeaders()).containsEntry("Location", "/tasks/" + task.id());
    assertThat(task.state()).isEqualTo(TaskState.PENDING_UPLOAD);
    assertThat(task.request().kind()).isEqualTo(TaskKind.IMPORT);
    assertThat(task.request().options().encoding()).contains("UTF-16");
    assertThat(task.request().settings())
        .contains(
            new ImportSettings(
                Optional.of("Fair"), Optional.empty(), Optional.empty(), Optional.of("Came")));
    assertThat(response.getBody())
        .contains(
            "\"kind\":\"import\",\"dataset\":\"contacts\",\"state\"",
            "\"import\":{\"endpoint\":\"Fair\",\"touchpoint\":\"Fair\",\"sourceAction\":\"Came\"}",
            "\"balance\":{\"created\":0,\"updated\":0,\"suppressed\":0,\"duplicate\":0,")
        .doesNotContain("deletionType", "not_found");
  }

  @Test
  void theEndpointIsTheMaestraTouchpointUnlessSomethingElseIsSaid() {
    assertThat(create("{`kind`: `import`, `dataset`: `contacts`, `file`: FILE}").getBody())
        .contains(
            "\"import\":{\"endpoint\":\"Maestra touchpoint\","
                + "\"touchpoint\":\"Maestra touchpoint\",\"sourceAction\":\"Customer import\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{`kind`: `import`, `file`: FILE} | dataset declares no import",
        "{`kind`: `import`, `dataset`: `contacts`, `dryRun`: true, `file`: FILE}"
            + " | dryRun is unknown",
        "{`kind`: `import`, `dataset`: `contacts`, `deletionType`: `complete`, `file`: FILE}"
            + " | deletionType is unknown",
        "{`kind`: `import`, `dataset`: `contacts`, `import`: {`segment`: `a b`}, `file`: FILE}"
            + " | import.segment has to be the id of a segment",
        "{`kind`: `import`, `dataset`: `contacts`, `import`: {`segment`: `ab`}, `file`: FILE}"
            + " | import.segment can't be joined",
        "{`kind`: `import`, `dataset`: `contacts`, `import`: {`endpoint`: ` `}, `file`: FILE}"
            + " | import.endpoint has to be 1 to 200 characters",
        "{`kind`: `import`, `dataset`: `contacts`, `import`: {`source`: `x`}, `file`: FILE}"
            + " | import.source is unknown",
      })
  void whatIsWrongIsNamed(String body, String problem) {
    APIGatewayV2HTTPResponse response = create(body);

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains(problem);
  }

  @Test
  void anOperatorImportsButDoesNotDeleteInBulk() {
    assertThat(create("{`kind`: `deletion`, `file`: FILE}").getStatusCode()).isEqualTo(403);
    Gateway viewer = new Gateway().as(Role.VIEWER).body("{}");
    assertThat(viewer.post("/tasks").getStatusCode()).isEqualTo(403);
  }

  @Test
  void anImportIsNotRetried() {
    Task task = task(create("{`kind`: `import`, `dataset`: `contacts`, `file`: FILE}"));
    gateway.tasks.move(
        task.id(), Set.of(TaskState.PENDING_UPLOAD), TaskState.CANCELLED, gateway.scheduler.now());

    APIGatewayV2HTTPResponse response =
        gateway.as(Role.ADMINISTRATOR).body("").post("/tasks/" + task.id() + "/retry");

    assertThat(response.getStatusCode()).isEqualTo(409);
    assertThat(response.getBody()).contains("upload its file again");
  }

  @Test
  void importsAreListedByTheirKind() {
    create("{`kind`: `import`, `dataset`: `contacts`, `description`: `fair`, `file`: FILE}");
    gateway.tasks.create(Samples.staging("drop/a.csv"));

    String imports = gateway.query("kind", "import").method("GET").body("").get("/tasks").getBody();

    assertThat(imports).contains("\"description\":\"fair\"").doesNotContain("\"deletion\"");
  }

  @Test
  void theTemplateIsCalledDownloadCsvAndHasEveryColumnWithAnExample() {
    APIGatewayV2HTTPResponse template =
        gateway.query("kind", "import").query("dataset", "contacts").get("/template.csv");

    assertThat(template.getBody())
        .isEqualTo(
            "contactId,email,city,points,endpoint,touchpoint,sourceAction\r\n"
                + "example,someone@example.com,example,1,Example endpoint,Example"
                + " touchpoint,Example action\r\n");
    assertThat(template.getHeaders())
        .containsEntry("Content-Disposition", "attachment; filename=\"download.csv\"");
  }

  @Test
  void theTemplateItselfAndOneWithOtherRowsAndFewerColumnsAreAccepted()
      throws IOException, UnacceptableFile {
    String template =
        gateway.query("kind", "import").query("dataset", "contacts").get("/template.csv").getBody();
    String header = template.lines().findFirst().orElseThrow() + "\r\n";

    assertCustomers(1, template);
    assertCustomers(2, template + "1,a@example.com,Rome,5,,,\r\n");
    assertCustomers(1, header + "1,a@example.com,Rome,5,Fair,Stand,Came\r\n");
    String fewer = header.replace("contactId,", "").replaceAll(",endpoint.*\r\n", "\r\n");
    assertCustomers(1, fewer + "a@example.com,Rome,5\r\n");
  }

  private static void assertCustomers(int number, String text)
      throws IOException, UnacceptableFile {
    assertThat(rows(text)).hasSize(number).hasOnlyElementsOfType(Row.Customer.class);
  }

  private static List<Row> rows(String text) throws IOException, UnacceptableFile {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    FileReader reader =
        FileReader.open(
            new ByteArrayInputStream(bytes),
            bytes.length,
            FileOptions.none(),
            Form.imports(Gateway.datasets().of("contacts")),
            Limits.defaults());
    return reader.next().map(ReadSlice::rows).orElseThrow();
  }

  @Test
  void anEndedImportTellsWhatBecameOfItsRows() {
    Task task = task(create("{`kind`: `import`, `dataset`: `contacts`, `file`: FILE}"));
    SourceFile file =
        new SourceFile(
            new ObjectVersion(task.file().version().key(), Optional.of("1"), "etag"), 20);
    gateway.tasks.pin(task.id(), file, gateway.scheduler.now());
    gateway.tasks.addBatches(task.id(), Samples.batches(1, 5));
    gateway.tasks.accept(
        task.id(),
        Samples.totals(1, 5),
        TaskState.RUNNING,
        Optional.empty(),
        gateway.scheduler.now());
    gateway.commit(task, 1, new Balance(Map.of(Outcome.UPDATED, 3L, Outcome.FAILED, 2L)), 0);

    String running = gateway.method("GET").body("").get("/tasks/" + task.id()).getBody();

    assertThat(running)
        .contains(
            "\"file\":{\"name\":\"fair.csv\",\"bytes\":20,\"rows\":5}",
            "\"updated\":3,",
            "\"failed\":2,",
            "\"pause\":",
            "\"cancel\":")
        .doesNotContain("\"confirm\":", "\"retry\":", "rowsToDelete");
  }

  @Test
  void aTemplateIsNotMadeForADatasetThatTakesNoImportsOrByAnIdentifier() {
    assertThat(gateway.query("kind", "import").get("/template.csv").getBody())
        .contains("kind the dataset declares no import");
    assertThat(
            gateway
                .query("dataset", "contacts")
                .query("identifier", "email")
                .get("/template.csv")
                .getBody())
        .contains("identifier says nothing of an import");
  }

  @Test
  void theColumnsOfAnImportAreTold() {
    assertThat(gateway.query("dataset", "contacts").get("/columns").getBody())
        .contains(
            "{\"name\":\"email\",\"is\":\"identifier\",\"type\":\"text\",\"finds\":true,"
                + "\"hint\":\"finds the profile that has it, such as someone@example.com\"}",
            "{\"name\":\"city\",\"is\":\"attribute\",\"type\":\"text\",\"finds\":false,"
                + "\"hint\":\"where they live\"}",
            "\"type\":\"number\",\"finds\":false,\"pattern\":\"[0-9]+\"}",
            "{\"name\":\"endpoint\",\"is\":\"setting\"");
  }

  @Test
  void outcomesAreThoseOfTheKind() {
    assertThat(new Balance(Map.of(Outcome.CREATED, 1L, Outcome.UPDATED, 2L)).rows()).isEqualTo(3);
    for (Outcome outcome : Outcome.values()) {
      assertThat(TaskKind.DELETION.hasRows(outcome) || TaskKind.IMPORT.hasRows(outcome)).isTrue();
    }
  }
}
