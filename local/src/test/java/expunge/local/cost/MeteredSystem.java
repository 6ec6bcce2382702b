package expunge.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.aws.TasksTable;
import expunge.balance.Balance;
import expunge.dataset.Datasets;
import expunge.deletion.People;
import expunge.intake.ArrivedFile;
import expunge.local.TestMachine;
import expunge.local.system.DeclaredTables;
import expunge.local.system.TableItems;
import expunge.simulator.MemorySystem;
import expunge.simulator.memory.ManualScheduler;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Intake and a worker on tables of their own, whose every call is counted. Bucket and queue are in
 * memory, calls are made one after the other, and time passes only where somebody waits: counts are
 * the same in every run.
 */
final class MeteredSystem implements AutoCloseable {
  private static final int ROWS_PER_BATCH = 1_000;
  private static final Duration INVOCATION = Duration.ofMinutes(2);
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final String TASKS = "tasks";

  private final int number = MADE.incrementAndGet();
  private final String prefix = "cost-%04d-".formatted(number);
  private final DynamoDbClient owner =
      TestMachine.dynamoDb(TestMachine.emulators().dynamoDb().endpoint());
  private final Meter meter = new Meter();
  private final AwsClients clients = TestMachine.clients(meter);
  private final Shape shape;
  private final MemorySystem system;
  private final TaskStore tasks;
  private final People people;

  MeteredSystem(Shape shape) {
    this.shape = shape;
    Datasets datasets = shape.datasets(prefix);
    owner.createTable(TasksTable.definition(prefix + TASKS));
    DeclaredTables.of(datasets).forEach(owner::createTable);
    this.system = new MemorySystem(datasets.defaultDataset(), ROWS_PER_BATCH);
    AwsPorts ports = new AwsPorts(clients, new ManualScheduler(number)); // tokens of its own
    this.tasks = ports.taskStore(prefix + TASKS, Duration.ofDays(90));
    this.people = new People(ports.profileStore(), ports.linkedStore(), () -> MemorySystem.KEY);
  }

  /** Puts so many profiles into the tables, with what is linked to them. */
  void put(int profiles) {
    List<String> ids = ids(profiles);
    TableItems.put(owner, prefix + Shape.PROFILES, ids.stream().map(shape::profile).toList());
    for (String table : shape.linked()) {
      TableItems.put(
          owner,
          prefix + table,
          ids.stream().flatMap(id -> shape.records(table, id).stream()).toList());
    }
  }

  private static List<String> ids(int profiles) {
    return IntStream.rangeClosed(1, profiles).mapToObj("person-%05d"::formatted).toList();
  }

  /** The first attempt loses its connection and its time just before it deletes a profile. */
  void cutShort() {
    meter.beforeOne(
        call -> !call.isRead() && isForProfiles(call),
        () -> {
          system.scheduler.advance(INVOCATION);
          throw SdkClientException.create("the connection was lost");
        });
  }

  /** The first look-up takes so long that it counts as old when profiles are deleted. */
  void lookUpSlowly() {
    Runnable slowly = () -> system.scheduler.advance(Duration.ofSeconds(6));
    meter.beforeOne(call -> call.operation().equals("BatchGetItem"), slowly);
  }

  private boolean isForProfiles(Call call) {
    return call.table().equals(prefix + Shape.PROFILES);
  }

  /** Takes in a file with a row for each of so many profiles, and works until its task ends. */
  Balance run(int profiles) {
    ArrivedFile file = system.put("people.csv", rows(ids(profiles)), Map.of());
    system.intake(tasks, system.objects, system.doorbells).fileArrived(file);
    system.answerAll(
        system.worker(tasks, system.objects, system.doorbells, people, WorkerRules.STANDARD));
    assertThat(meter.failures()).isEmpty();
    Task task = tasks.find(system.idOf(file)).orElseThrow();
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    return task.balance();
  }

  private String rows(List<String> ids) {
    String end = shape.found() == Shape.Found.BY_INDEX ? "@example.com\n" : "\n";
    return shape.found().column() + "\n" + String.join(end, ids) + end;
  }

  /** The calls so far for the tables that people have. */
  List<Call> forPeople() {
    return calls(call -> !call.table().equals(TASKS));
  }

  /** The calls so far for the table that the product has. */
  List<Call> forTasks() {
    return calls(call -> call.table().equals(TASKS));
  }

  /** The bytes of the largest record of that table. */
  int largestRecord() {
    return TableItems.all(owner, prefix + TASKS).stream()
        .mapToInt(ItemSize::of)
        .max()
        .orElseThrow();
  }

  private List<Call> calls(Predicate<Call> wanted) {
    return meter.calls().stream()
        .map(call -> call.at(call.table().substring(prefix.length())))
        .filter(wanted)
        .toList();
  }

  @Override
  public void close() {
    clients.close();
    owner.close();
  }
}
