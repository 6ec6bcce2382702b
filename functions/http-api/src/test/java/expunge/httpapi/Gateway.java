package expunge.httpapi;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.ApiKey;
import expunge.access.CallCounter;
import expunge.access.CallLimit;
import expunge.access.ConfiguredApiKeys;
import expunge.access.KeyHash;
import expunge.access.KeyRing;
import expunge.access.NewKey;
import expunge.access.Role;
import expunge.balance.Balance;
import expunge.batch.Commit;
import expunge.batch.Lease;
import expunge.dataset.Datasets;
import expunge.file.Limits;
import expunge.log.LogEntry;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.simulator.memory.ManualScheduler;
import expunge.simulator.memory.MemoryCallCounter;
import expunge.simulator.memory.MemoryDoorbells;
import expunge.simulator.memory.MemoryKeyStore;
import expunge.simulator.memory.MemoryObjectStore;
import expunge.simulator.memory.MemoryProfileStore;
import expunge.simulator.memory.MemorySegmentStore;
import expunge.simulator.memory.MemorySelection;
import expunge.simulator.memory.MemorySuppressionList;
import expunge.simulator.memory.MemoryTables;
import expunge.simulator.memory.MemoryTaskStore;
import expunge.suppression.Suppressions;
import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls the handler as API Gateway does, over ports in memory. An answer that the description of
 * the API does not tell fails the test.
 */
final class Gateway {
  /** The most calls of a key in ten seconds; those of a test take no time. */
  static final int CALLS = 100;

  /** The largest body, in bytes. */
  static final int BODY = 30_000;

  final ManualScheduler scheduler = new ManualScheduler(1);
  final MemoryTaskStore tasks = new MemoryTaskStore();
  final MemoryKeyStore keys = new MemoryKeyStore();
  final CallCounter calls = new MemoryCallCounter();
  final MemoryObjectStore objects = new MemoryObjectStore("bucket", scheduler);
  final MemoryDoorbells doorbells = new MemoryDoorbells(scheduler);
  final List<LogEntry> logged = new ArrayList<>();
  final MemoryTables tables = new MemoryTables();
  final MemoryProfileStore profiles = new MemoryProfileStore(tables);
  final MemorySegmentStore segments = segments();
  final Suppressions suppressions =
      new Suppressions(
          new MemorySuppressionList(tables),
          () -> MemorySystem.KEY,
          scheduler,
          entry -> logged.add(entry));

  private final Map<String, String> headers = new HashMap<>();
  private final Map<String, String> query = new HashMap<>();
  private CallSizes sizes = new CallSizes(BODY, 20, 100);
  private String method = "GET";
  private String body = "";

  /** The key that has this role. */
  static String keyOf(Role role) {
    return NewKey.generate(bytes -> Arrays.fill(bytes, (byte) role.word().length())).text();
  }

  static String basic(String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  Gateway sized(CallSizes others) {
    sizes = others;
    return this;
  }

  Gateway as(Role role) {
    return withKey(keyOf(role));
  }

  Gateway withKey(String key) {
    return with("authorization", basic(key + ":"));
  }

  Gateway with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  Gateway query(String name, String value) {
    query.put(name, value);
    return this;
  }

  Gateway method(String name) {
    method = name;
    return this;
  }

  Gateway body(String text) {
    body = text;
    return this;
  }

  APIGatewayV2HTTPResponse post(String path) {
    return method("POST").get(path);
  }

  APIGatewayV2HTTPResponse get(String path) {
    return call(tasks, event(path));
  }

  APIGatewayV2HTTPResponse call(TaskStore over, APIGatewayV2HTTPEvent event) {
    return call(ports(calls, over), event);
  }

  APIGatewayV2HTTPResponse call(HttpApiPorts ports, APIGatewayV2HTTPEvent event) {
    return Described.answer(
        event, new HttpApiHandler(new HttpApi(ports), logged::add).handleRequest(event, null));
  }

  Access access(CallCounter counter) {
    return new Access(
        new KeyRing(configured(), keys, scheduler, logged::add),
        new CallLimit(counter, CALLS, scheduler),
        sizes);
  }

  HttpApiPorts ports(CallCounter counter, TaskStore over) {
    return new HttpApiPorts(
        access(counter),
        datasets(),
        over,
        objects,
        profiles,
        profiles,
        new MemorySelection(tables),
        new Ringer(doorbells, scheduler),
        suppressions,
        segments,
        Limits.defaults(),
        scheduler,
        logged::add);
  }

  APIGatewayV2HTTPEvent event(String path) {
    RequestContext.Http http = RequestContext.Http.builder().withMethod(method).build();
    return APIGatewayV2HTTPEvent.builder()
        .withRawPath(path)
        .withHeaders(headers)
        .withQueryStringParameters(query)
        .withBody(body)
        .withRequestContext(RequestContext.builder().withHttp(http).build())
        .build();
  }

  /** A task that is RUNNING with {@code batches} fresh batches of {@code rowsEach} rows. */
  Task running(String objectKey, int batches, int rowsEach) {
    Task task = tasks.create(Samples.staging(objectKey));
    tasks.addBatches(task.id(), Samples.batches(batches, rowsEach));
    tasks.accept(
        task.id(),
        Samples.totals(batches, rowsEach),
        TaskState.RUNNING,
        Optional.empty(),
        scheduler.now());
    return tasks.find(task.id()).orElseThrow();
  }

  void commit(Task task, int batch, Balance counts, long profilesDeleted) {
    Lease lease = new Lease("worker", scheduler.now().plus(Duration.ofMinutes(1)));
    tasks.lease(task.id(), batch, lease, scheduler.now());
    Commit commit = new Commit(counts, profilesDeleted, "part");
    tasks.commit(task.id(), batch, lease.owner(), commit, scheduler.now());
  }

  private MemorySegmentStore segments() {
    MemorySegmentStore.make(tables, datasets().defaultDataset().declaredSegments());
    return new MemorySegmentStore(tables, tasks);
  }

  private static ConfiguredApiKeys configured() {
    return new ConfiguredApiKeys(
        Arrays.stream(Role.values())
            .map(role -> new ApiKey(role.word(), role, KeyHash.of(keyOf(role))))
            .toList());
  }

  static Datasets datasets() {
    return Datasets.parse(
        """
        {"datasets": {
           "customers": {"profiles": {"table": "customers", "key": "MaestraId"},
                         "identifiers": [{"name": "email", "index": "by-email"}, {"name": "phone", "index": "by-phone"},
                                         {"name": "cookie"}],
                         "segments": {"table": "segments", "attribute": "segments"}},
           "members": {"profiles": {"table": "members", "key": "id", "keyPattern": "[0-9]+"},
                       "identifiers": [{"name": "email", "normalization": "lower-case"}],
                       "suppression": {"table": "suppressed"}},
           "leads": {"profiles": {"table": "leads", "key": "LeadId"}},
           "contacts": {"profiles": {"table": "contacts", "key": "contactId"},
                        "identifiers": [{"name": "email", "index": "by-email"}],
                        "linked": [
                          {"name": "feed", "table": "feed", "rule": "delete",
                           "key": {"partition": "contactId", "sort": "activity"},
                           "link": {"attribute": "contactId"}}],
                        "import": {"activities": "feed", "columns": [
                          {"name": "city", "hint": "where they live"},
                          {"name": "points", "type": "number", "pattern": "[0-9]+"}]}},
           "odd": {"profiles": {"table": "odd", "key": "odd;name"}}},
         "default": "customers"}
        """);
  }
}
