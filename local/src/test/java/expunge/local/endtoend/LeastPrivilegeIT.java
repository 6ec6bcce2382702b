package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import expunge.access.Role;
import expunge.aws.AwsClients;
import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.BatchRows;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.dataset.Dataset;
import expunge.file.FileOptions;
import expunge.file.Layout;
import expunge.file.Limits;
import expunge.file.Problem;
import expunge.file.Slice;
import expunge.file.TextEncoding;
import expunge.housekeeping.HousekeepingFunction;
import expunge.local.Eventually;
import expunge.local.ProfileItems;
import expunge.local.command.TaskStatus;
import expunge.local.function.FunctionContext;
import expunge.local.template.GuardedClients;
import expunge.object.ObjectVersion;
import expunge.object.StoredObject;
import expunge.simulator.Samples;
import expunge.task.Accepted;
import expunge.task.Doorbell;
import expunge.task.ImportSettings;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;

/**
 * The end-to-end suite again, while each function may do only what its role in the template may:
 * nothing is denied, and nothing is allowed that no test here needs. A function's clients are those
 * that are deployed.
 */
class LeastPrivilegeIT extends FileDeletionSuite {
  /** By Lambda itself, and where the key of the suppression list is no file. */
  private static final Set<String> USED_ELSEWHERE =
      Set.of(
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "sqs:GetQueueAttributes",
          "secretsmanager:GetSecretValue");

  /** The bytes of the line {@code email}. */
  private static final int HEADER = 6;

  private static final String ACCOUNT = "us-east-1:000000000000:";

  private static final String BUCKET = "arn:aws:s3:::expunge-files/";

  /** Which objects each role may touch. That they are too many, no call would show. */
  private static final Map<String, Set<String>> OBJECTS =
      Map.of(
          "file-intake",
          Set.of(BUCKET + "drop/", BUCKET + "uploads/", BUCKET + "results/by-file/"),
          "deletion-worker",
          Set.of(
              BUCKET + "drop/",
              BUCKET + "uploads/",
              BUCKET + "criteria/",
              BUCKET + "results/",
              BUCKET + "work/"),
          "import-worker",
          Set.of(BUCKET + "uploads/", BUCKET + "results/", BUCKET + "work/"),
          "housekeeping",
          Set.of(BUCKET + "drop/", BUCKET + "uploads/", BUCKET + "results/", BUCKET + "work/"),
          "http-api",
          Set.of(BUCKET + "results/", BUCKET + "uploads/", BUCKET + "criteria/"));

  private static final GuardedClients GUARDED =
      new GuardedClients(
          Map.ofEntries(
              Map.entry("AWS::Partition", "aws"),
              Map.entry("BucketName", "expunge-files"),
              Map.entry("TasksTable.Arn", "arn:aws:dynamodb:" + ACCOUNT + "table/expunge-tasks"),
              Map.entry("AccessTable.Arn", tables("expunge-access")),
              Map.entry(
                  "ProfileTableArns", tables("customers", "leads", "guests", "club", "contacts")),
              Map.entry(
                  "LinkedTableArns",
                  tables(
                      "email-interactions",
                      "survey-participations",
                      "goals",
                      "sms",
                      "table-entries",
                      "memberships",
                      "contacts-activities",
                      "contacts-memberships")),
              Map.entry("ActivityTableArns", tables("contacts-activities")),
              Map.entry("MemberTableArns", tables("contacts-memberships")),
              Map.entry("SegmentTableArns", tables("club-segments", "contacts-segments")),
              Map.entry(
                  "IndexArns",
                  tables(
                      "customers/index/by-email",
                      "customers/index/by-phone",
                      "email-interactions/index/by-customer",
                      "survey-participations/index/by-customer",
                      "sms/index/by-customer",
                      "table-entries/index/by-customer",
                      "memberships/index/by-segment",
                      "contacts/index/by-email",
                      "contacts/index/by-phone",
                      "contacts-memberships/index/by-segment")),
              Map.entry("SuppressionTableName", "customers-suppressed"),
              Map.entry("SuppressionTable.Arn", tables("customers-suppressed")),
              Map.entry(
                  "SuppressionKey", "arn:aws:secretsmanager:" + ACCOUNT + "secret:suppression"),
              Map.entry("DeletionQueue.Arn", "arn:aws:sqs:" + ACCOUNT + "expunge-deletions"),
              Map.entry(
                  "DeletionDeadLetters.Arn", "arn:aws:sqs:" + ACCOUNT + "expunge-deletions-dead"),
              Map.entry("ImportQueue.Arn", "arn:aws:sqs:" + ACCOUNT + "expunge-imports"),
              Map.entry(
                  "ImportDeadLetters.Arn", "arn:aws:sqs:" + ACCOUNT + "expunge-imports-dead")));

  private static String tables(String... names) {
    return Stream.of(names)
        .map(name -> "arn:aws:dynamodb:" + ACCOUNT + "table/" + name)
        .collect(Collectors.joining(","));
  }

  /** With so many profiles that no file of a test would delete a fifth of them. */
  @Override
  Stack start() {
    Stack stack = Stack.guarded(GUARDED::of);
    stack.putProfiles(Stack.keys("bystander-", 6_000));
    return stack;
  }

  @Test
  void whatIsLinkedToProfilesIsTreatedAsItsTablesSay() {
    LinkedData data = new LinkedData(stack().system().clients().dynamoDb());
    data.put("linked-1");
    data.put("linked-2");
    var others = data.of("linked-2");

    TaskStatus task = stack().ended(stack().drop("mails.csv", "email\nLinked-1@example.com\n"));

    assertThat(task.balance()).containsEntry("deleted", 1L);
    data.assertTreated("linked-1");
    assertThat(data.of("linked-2")).isEqualTo(others);
  }

  @Test
  void contactDetailsAreRemovedAndNothingElse() {
    LinkedData data = new LinkedData(stack().system().clients().dynamoDb());
    data.put("contact-1");

    String key =
        stack()
            .drop(
                "contacts.csv",
                "MaestraId\ncontact-1\n".getBytes(StandardCharsets.UTF_8),
                Map.of("deletion-type", "contact-details"));

    assertThat(stack().ended(key).balance()).containsEntry("deleted", 1L);
    data.assertWithoutContactDetails("contact-1");
  }

  @Test
  void firstTakesTheOldestOfAHundredAndTwentyAndNoOther() {
    ManyMatches matches = new ManyMatches(stack(), "first-");
    List<String> ids = matches.put("email", "shared@example.com");

    matches.assertDeletes("email\nShared@example.com\n", 1, ids.subList(0, 119));
  }

  @Test
  void allTakesFiftyOfAHundredAndTwentyThenFiftyThenTwentyAndThenNone() {
    ManyMatches matches = new ManyMatches(stack(), "all-");
    List<String> ids = matches.put("phone", "+49301");
    String file = "phone\n+49 30 1\n";

    matches.assertDeletes(file, 50, ids.subList(50, 120));
    matches.assertDeletes(file, 50, ids.subList(100, 120));
    matches.assertDeletes(file, 20, List.of());
    matches.assertDeletes(file, 0, List.of());
  }

  @Test
  void aBatchByAnIndexThatWorkersGaveUpIsSettledByItsPlan() {
    LinkedData data = new LinkedData(stack().system().clients().dynamoDb());
    data.put("planned-1");
    TaskId id = upload("email", List.of("planned-1@example.com", "gone@example.com"));
    givenUpWithAPlan(id, "expunge-plan-1\r\n0,found,0,planned-1\r\n1,not_found,0\r\n", 6);

    stack().giveUp("{\"version\": 1, \"taskId\": \"" + id + "\", \"batch\": 1}");

    assertThat(ended(id).balance()).containsEntry("failed", 1L).containsEntry("not_found", 1L);
  }

  @Test
  void customersAreImportedAndOneOfThemIsDeletedForGood() {
    Contacts contacts = new Contacts(stack());
    String file =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> "imported-" + i + "@example.com,99" + i + "\n")
            .collect(Collectors.joining("", "email,phone\n", ""));
    TaskStatus first = contacts.imported(file, "\"segment\": \"fair\"");
    assertThat(first.balance()).containsEntry("created", 9L);
    String key =
        contacts
            .byEmail()
            .getOrDefault("imported-1@example.com", Map.of())
            .getOrDefault("contactId", AttributeValue.fromS(""))
            .s();
    stack().ended(stack().drop("contacts/one.csv", "contactId\n" + key + "\n"));

    assertThat(contacts.imported(file, "").balance())
        .containsEntry("suppressed", 1L)
        .containsEntry("updated", 8L);
  }

  @Test
  void aBatchOfAnImportThatWorkersGaveUpIsSettledByWhatTheFeedSays() {
    Task task = readImport("settled@example.com");
    givenUpWithAPlan(task.id(), "expunge-import-plan-1\r\n0,create,settled\r\n", 6);

    stack().giveUpImport("{\"version\": 1, \"taskId\": \"" + task.id() + "\", \"batch\": 1}");

    assertThat(ended(task.id()).balance()).containsEntry("failed", 1L);
  }

  @Test
  void aBatchOfAnImportWhoseWorkerDiedIsTakenUpByTheNext() {
    Task task = readImport("taken-up@example.com");
    givenUpWithAPlan(task.id(), "expunge-import-plan-1\r\n0,create,taken-up\r\n", 1);

    stack().ringImport(Doorbell.of(task.id()));

    assertThat(ended(task.id()).balance()).containsEntry("created", 1L);
  }

  @Test
  void theBatchesOfAnImportThatWasCancelledWhileItWasReadAreRemoved() {
    Task task = tasks().create(importOf(putByHand("cancelled@example.com")));
    tasks().addBatches(task.id(), Samples.batches(2, 5));

    stack().post("/tasks/" + task.id() + "/cancel", "");

    Eventually.within(Duration.ofMinutes(1), () -> tasks().batches(task.id(), 0, 5).isEmpty());
  }

  @Test
  void theWideReportOfAnImportWhoseJoinIsLostOnceIsJoinedAgain() {
    int before = GUARDED.lost();
    GUARDED.lose(CompleteMultipartUploadRequest.class::isInstance);
    String row = "x".repeat(2_000) + "\n";
    TaskId id = new Contacts(stack()).launch("email\n" + row.repeat(5_000), "");
    Eventually.within(Duration.ofMinutes(1), () -> GUARDED.lost() > before);
    GUARDED.lose(_ -> false);

    stack().ringImport(Doorbell.of(id));

    assertThat(stack().ended(id).balance()).containsEntry("duplicate", 4_999L);
    assertThat(stack().report(id.value())).hasSize(5_001);
  }

  /** One of a single row, which waits. */
  private Task readImport(String email) {
    StoredObject file = putByHand(email);
    Task task = tasks().create(importOf(file));
    tasks().addBatches(task.id(), List.of(Batch.fresh(1, rows((int) file.bytes()))));
    Layout layout = new Layout(TextEncoding.UTF_8, HEADER, 2, ',', List.of("email"), 0);
    Accepted totals = new Accepted(layout, 1, 1, 1);
    tasks()
        .accept(
            task.id(), totals, TaskState.AWAITING_CONFIRMATION, Optional.empty(), Instant.now());
    return task;
  }

  /** Where no event makes it a file. */
  private StoredObject putByHand(String email) {
    String key = "uploads/by-hand/" + UUID.randomUUID() + ".csv";
    objects().put(key, "text/csv", ("email\n" + email + "\n").getBytes(StandardCharsets.UTF_8));
    return objects().describe(key, Optional.empty()).orElseThrow();
  }

  private static BatchRows rows(int bytes) {
    return new BatchRows(new Slice(HEADER, bytes - HEADER, 2, 1), 0, List.of());
  }

  private Task importOf(StoredObject file) {
    Dataset contacts = stack().system().datasets().of("contacts");
    Request request =
        new Request(
            TaskKind.IMPORT,
            contacts.name(),
            "",
            FileOptions.none(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            new Origin.Sent(),
            Optional.of(ImportSettings.NONE));
    return Task.staging(
        TaskId.derivedFrom(file.version().key()),
        request,
        new SourceFile(file.version(), file.bytes()),
        Slicing.by(Limits.defaults(), Optional.of(contacts), TaskKind.IMPORT),
        Instant.now());
  }

  /** A plan that stands in an object, and workers that died over it. */
  private void givenUpWithAPlan(TaskId id, String plan, int deaths) {
    byte[] content = plan.getBytes(StandardCharsets.UTF_8);
    String key = "work/" + id + "/00000001";
    objects().put(key, "text/csv", content);
    tasks().lease(id, 1, new Lease("dead", Instant.EPOCH), Instant.EPOCH);
    tasks().plan(id, 1, "dead", new Plan.InObject(key, sha256(content), 1));
    for (int attempt = 1; attempt <= deaths; attempt++) {
      Instant then = Instant.EPOCH.plusSeconds(attempt);
      tasks().lease(id, 1, new Lease("dead-" + attempt, then), then);
    }
    EnumSet<TaskState> waiting = EnumSet.of(TaskState.AWAITING_CONFIRMATION);
    tasks().move(id, waiting, TaskState.RUNNING, Instant.now());
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void theDeletedAreOnTheSuppressionListUntilTheyAreLifted() {
    new LinkedData(stack().system().clients().dynamoDb()).put("kept-in-mind-1");
    stack().ended(stack().drop("in-mind.csv", "MaestraId\nkept-in-mind-1\n"));
    String values = "\"values\": [\"Kept-in-mind-1@example.com\", \"other@example.com\"]";
    String asked = "{\"identifier\": \"email\", " + values;

    assertThat(stack().answer("/suppressions/check", asked + "}"))
        .isEqualTo("{\"suppressed\":[\"Kept-in-mind-1@example.com\"]}");
    assertThat(stack().answer("/suppressions/lift", asked + ", \"reason\": \"is back\"}"))
        .isEqualTo("{\"lifted\":[\"Kept-in-mind-1@example.com\"]}");
    assertThat(stack().answer("/suppressions/check", asked + "}")).isEqualTo("{\"suppressed\":[]}");
  }

  @Test
  void profilesAreFoundAndAFewAreDeletedWhileSomebodyWaits() {
    LinkedData data = new LinkedData(stack().system().clients().dynamoDb());
    data.put("waited-1");
    data.put("waited-2");

    assertThat(stack().answer("/profiles/find", "{\"limit\": 1}")).contains("\"nextToken\"");
    assertThat(
            stack()
                .answer(
                    "/profiles/find",
                    "{\"identifier\": {\"kind\": \"email\", \"value\": \"waited-1@example.com\"}}"))
        .contains("\"key\":\"waited-1\"", "\"email\":\"w***\"");
    assertThat(
            stack().answer("/profiles/delete", "{\"keys\": [\"waited-1\"], \"confirmed\": true}"))
        .contains("{\"key\":\"waited-1\",\"outcome\":\"deleted\"}");
    assertThat(stack().answer("/api/v1/customers/delete", "{\"email\": \"waited-2@example.com\"}"))
        .isEqualTo("{\"status\":\"ok\"}");
    data.assertTreated("waited-1");
    data.assertTreated("waited-2");
  }

  @Test
  void whoeverMeetsACriterionIsCountedAndDeleted() {
    LinkedData data = new LinkedData(stack().system().clients().dynamoDb());
    data.put("meant-1");
    data.put("meant-2");
    String one = "{\"attribute\": \"email\", \"equals\": \"meant-1@example.com\"}";
    String both = "{\"attribute\": \"MaestraId\", \"beginsWith\": \"meant-\"}";

    assertThat(stack().answer("/targets/preview", "{\"criterion\": " + one + "}"))
        .contains("\"count\":1,\"looked\":1,\"complete\":true", "\"key\":\"meant-1\"");
    assertThat(stack().answer("/targets/preview", "{\"criterion\": " + both + "}"))
        .contains("\"count\":2,", "\"complete\":true", "\"email\":\"m***\"");
    String made = stack().answer("/targets/deletions", "{\"criterion\": " + both + "}");
    TaskId id = new TaskId(made.replaceFirst(".*\"taskId\":\"([^\"]+)\".*", "$1"));
    Eventually.within(
        Duration.ofMinutes(1),
        () -> stack().task(id.value()).state().equals("AWAITING_CONFIRMATION"));
    stack().post("/tasks/" + id + "/confirm", "{\"rows\": 2}");
    assertThat(ended(id).balance()).containsEntry("deleted", 2L);
    data.assertTreated("meant-1");
    data.assertTreated("meant-2");
  }

  @Test
  void blueshiftsCallTakesOneOfAHundredAndTwentyOrFiftyAtOnce() {
    ManyMatches one = new ManyMatches(stack(), "azure-");
    List<String> kept = one.put("email", "azure@example.com").subList(0, 119);
    one.assertCallDeletes("{\"email\": \"azure@example.com\"}", 1, kept);

    ManyMatches matches = new ManyMatches(stack(), "blue-");
    List<String> ids = matches.put("email", "blue@example.com");
    String all = "{\"email\": \"blue@example.com\", \"delete_all_matching_customers\": true}";
    matches.assertCallDeletes(all, 50, ids.subList(0, 70));
    matches.assertCallDeletes(all, 50, ids.subList(0, 20));
    matches.assertCallDeletes(all, 20, List.of());
    matches.assertCallDeletes(all, 0, List.of());
  }

  @Test
  void allMembersOfASegmentAreDeletedAndItStaysDisabledUntilItIsEnabled() {
    Segments segments = new Segments(stack());
    segments.put("old", Stack.keys("old-", 150));
    segments.put("young", Stack.keys("young-", 50));

    TaskStatus task = segments.deleted("old");

    assertThat(task.balance()).containsEntry("deleted", 150L);
    assertThat(segments.people()).containsExactlyInAnyOrderElementsOf(Stack.keys("young-", 50));
    assertThat(segments.shown("old")).contains("\"disabled\":true", "\"state\":\"COMPLETED\"");
    assertThat(segments.shown("")).contains("\"young\"");
    assertThat(stack().post("/segments/old/enable?dataset=club", "")).isEqualTo(200);
    assertThat(segments.shown("old")).contains("\"disabled\":false");
  }

  @ParameterizedTest
  @CsvSource({"leads, LeadId", "guests, GuestId"})
  void datasetsWithNothingLinkedAreDeletedFromToo(String dataset, String key) {
    new ProfileItems(stack().system().clients().dynamoDb(), dataset, key)
        .put(Stack.keys("one-", 10));

    TaskStatus task = stack().ended(stack().drop(dataset + "/one.csv", key + "\none-1\n"));

    assertThat(task.balance()).containsEntry("deleted", 1L);
  }

  @Test
  void anEventWithoutAVersionIsTakenInToo() {
    String key = stack().drop("unversioned.csv", "MaestraId\nnobody\n");
    TaskStatus task = stack().ended(key);

    deliver(key, Optional.empty());

    assertThat(stack().task(task.id())).isEqualTo(task);
  }

  @Test
  void aFileThatIsRejectedLateLeavesNoBatch() {
    String rows = "nobody\n".repeat(60_000);

    String key = stack().drop("late.csv", "MaestraId\n" + rows + "\"open\n");

    assertThat(stack().ended(key).state()).isEqualTo("REJECTED");
  }

  @Test
  void aReportOfManyMegabytesWhoseJoinIsLostOnceIsJoinedAgain() {
    int before = GUARDED.lost();
    GUARDED.lose(CompleteMultipartUploadRequest.class::isInstance);
    String row = "x".repeat(2_000) + "\n";
    String key = stack().drop("wide.csv", "MaestraId\n" + row.repeat(5_000));
    String id = stack().noted(key);
    Eventually.within(Duration.ofMinutes(1), () -> GUARDED.lost() > before);
    put("work/" + id + "/00000001", "left over");
    GUARDED.lose(_ -> false);

    stack().ring(Doorbell.of(new TaskId(id)));

    assertThat(stack().ended(key).balance()).containsEntry("duplicate", 4_999L);
    assertThat(stack().report(id)).hasSize(5_001);
  }

  @Test
  void aRetryOfManyMegabytesWhoseFileIsLostOnceIsWrittenAgain() {
    String wide = "x".repeat(2_000);
    TaskId id = upload(Stack.keys(wide, 5_000));
    stack().post("/tasks/" + id + "/cancel", "");
    assertThat(ended(id).balance()).containsEntry("cancelled", 5_000L);
    int before = GUARDED.lost();
    GUARDED.lose(CompleteMultipartUploadRequest.class::isInstance);

    String child = stack().locationOf("/tasks/" + id + "/retry");
    Eventually.within(Duration.ofMinutes(1), () -> GUARDED.lost() > before);
    GUARDED.lose(_ -> false);
    stack().locationOf("/tasks/" + id + "/retry");

    TaskId retried = new TaskId(child.substring("/tasks/".length()));
    Eventually.within(
        Duration.ofMinutes(1),
        () -> stack().task(retried.value()).state().equals("AWAITING_CONFIRMATION"));
  }

  @Test
  void aRoundOfHousekeepingFindsWhatWasLost() {
    String lost = stack().drop("lost.csv", "MaestraId\nnobody\n");
    TaskId done = new TaskId(stack().ended(lost).id());
    forget(done);
    ObjectVersion file = uploadedButNotRead();
    Task stuck = tasks().create(staging(file));

    round();

    Eventually.within(Duration.ofMinutes(1), () -> tasks().find(done).isPresent());
    Eventually.within(
        Duration.ofMinutes(1),
        () -> tasks().find(stuck.id()).orElseThrow().state() != TaskState.STAGING);
  }

  /** A file whose task was gone, and that is rejected when it is read again: its batches go too. */
  @Test
  void aRoundOfHousekeepingCleansUpAfterAnEndThatNobodyTold() {
    Task ended = tasks().create(Samples.staging("drop/" + UUID.randomUUID() + ".csv"));
    tasks().addBatches(ended.id(), Samples.batches(2, 5));
    tasks()
        .reject(ended.id(), Problem.of("sample", "Sample", "It is one.", "None."), Instant.now());

    round();

    assertThat(tasks().batches(ended.id(), 0, 5)).isEmpty();
  }

  @Test
  void aTaskThatOthersCouldNotFinishIsFinishedFromTheDeadLetters() {
    TaskId id = upload(List.of("nobody"));
    EnumSet<TaskState> waiting = EnumSet.of(TaskState.AWAITING_CONFIRMATION);
    tasks().move(id, waiting, TaskState.RUNNING, Instant.now());
    Lease lease = new Lease("late", Instant.now().plusSeconds(60));
    tasks().lease(id, 1, lease, Instant.now());
    String part = "results/" + id + "/parts/00000001-1";
    objects().put(part, "text/csv", "2,nobody,not_found,0,\r\n".getBytes(StandardCharsets.UTF_8));
    Balance counts = Balance.EMPTY.plus(Outcome.NOT_FOUND, 1);
    tasks().commit(id, 1, lease.owner(), new Commit(counts, 0, part), Instant.now());
    tasks().move(id, EnumSet.of(TaskState.RUNNING), TaskState.FINISHING, Instant.now());
    put("work/" + id + "/00000001", "left over");

    stack().giveUp("{\"version\": 1, \"taskId\": \"" + id + "\"}");

    assertThat(ended(id).state()).isEqualTo("COMPLETED");
    assertThat(stack().report(id.value())).hasSize(2);
  }

  private Task staging(ObjectVersion file) {
    Dataset dataset = stack().system().datasets().defaultDataset();
    TaskId id = TaskId.derivedFrom(file.key());
    return Task.staging(
        id,
        Samples.request(),
        new SourceFile(file, 10),
        Slicing.by(Limits.defaults(), Optional.of(dataset)),
        Samples.CREATED);
  }

  private ObjectVersion uploadedButNotRead() {
    TaskId id = TaskId.derivedFrom(UUID.randomUUID().toString());
    String key = "uploads/" + id + "/a.csv";
    objects().put(key, "text/csv", "MaestraId\n".getBytes(StandardCharsets.UTF_8));
    return objects().describe(key, Optional.empty()).orElseThrow().version();
  }

  /** As a schedule does, once nothing counts as too early. */
  private void round() {
    Map<String, String> environment =
        new HashMap<>(stack().system().settings().functionEnvironment());
    environment.put("EXPUNGE_EVENT_LATE_MINUTES", "0");
    environment.put("EXPUNGE_TASK_IDLE_MINUTES", "0");
    try (AwsClients clients = stack().clients("housekeeping")) {
      new HousekeepingFunction(environment, clients, System.err)
          .handleRequest(
              new SQSEvent(),
              new FunctionContext(
                      "housekeeping", Duration.ofMinutes(15), Clock.systemUTC(), _ -> {})
                  .invocation());
    }
  }

  private void forget(TaskId id) {
    for (String record : List.of("TASK", "BATCH#00000001")) {
      stack()
          .system()
          .clients()
          .dynamoDb()
          .deleteItem(
              r ->
                  r.tableName(stack().system().settings().tasksTable())
                      .key(
                          Map.of(
                              "taskId", AttributeValue.fromS(id.value()),
                              "record", AttributeValue.fromS(record))));
    }
  }

  @Test
  void tasksAreListed() {
    stack().ended(stack().drop("listed.csv", "MaestraId\nnobody\n"));

    assertThat(stack().newest()).isPresent();
  }

  @Test
  void aKeyThatIsMadeOpensUntilItIsRevoked() {
    String administrator = stack().system().settings().keys().text(Role.ADMINISTRATOR);
    String label = UUID.randomUUID().toString();
    String wanted = "{\"label\": \"" + label + "\", \"role\": \"viewer\", \"expiresInDays\": 1}";

    HttpResponse<String> made = stack().call("POST", "/keys", administrator, wanted);
    String place = made.headers().firstValue("Location").orElseThrow();
    String key = made.body().replaceFirst(".*\"key\":\"([^\"]+)\".*", "$1");

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(stack().call("GET", "/tasks", key, "").statusCode()).isEqualTo(200);
    assertThat(stack().call("GET", "/keys", administrator, "").body())
        .contains(label, "local-administrator", "lastUsedAt")
        .doesNotContain(key);
    assertThat(stack().call("DELETE", place, administrator, "").statusCode()).isEqualTo(204);
    assertThat(stack().call("GET", "/tasks", key, "").statusCode()).isEqualTo(401);
  }

  @AfterAll
  void nothingWasDeniedAndNothingIsAllowedInVain() {
    GUARDED
        .policies()
        .forEach(
            (function, policy) -> {
              assertThat(policy.denied()).as("denied to " + function).isEmpty();
              assertThat(policy.unused(USED_ELSEWHERE)).as("not needed by " + function).isEmpty();
              assertThat(policy.wide()).as(function).isEqualTo(OBJECTS.get(function));
            });
  }

  private void put(String key, String text) {
    stack()
        .system()
        .clients()
        .s3()
        .putObject(
            r -> r.bucket(stack().system().settings().bucket()).key(key),
            RequestBody.fromString(text, StandardCharsets.UTF_8));
  }
}
