package expunge.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import expunge.aws.AwsClients;
import expunge.aws.Instance;
import expunge.deletionworker.DeletionWorkerFunction;
import expunge.fileintake.FileIntakeFunction;
import expunge.housekeeping.HousekeepingFunction;
import expunge.httpapi.HttpApiFunction;
import expunge.importworker.ImportWorkerFunction;
import expunge.run.ExpungeException;
import expunge.simulator.memory.ManualScheduler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowingConsumer;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The functions as SnapStart treats them. Each instance's clock is a day ahead of the one before,
 * and every call to AWS is refused, so that the log entry of the fault tells whose clock was read.
 */
class SnapshotTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "EXPUNGE_TASKS_TABLE", "tasks",
          "EXPUNGE_ACCESS_TABLE", "access",
          "EXPUNGE_BUCKET", "expunge-files",
          "EXPUNGE_DELETION_QUEUE_URL", "http://queue",
          "EXPUNGE_IMPORT_QUEUE_URL", "http://imports",
          "EXPUNGE_API_KEYS",
              "operator:sample:e4b5521c9e161df74cf493dbfc0722267ed3cfcb83779f2d026e0a2fc6545f23",
          "EXPUNGE_DATASETS",
              "{\"datasets\": {\"people\": {\"profiles\": {\"table\": \"p\", \"key\": \"id\"}}}}");

  private final RefusingAws aws = new RefusingAws();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final List<Instance> instances = new ArrayList<>();
  private final List<Resource> checkpoints = new ArrayList<>();

  SnapshotTest() throws IOException {}

  @AfterEach
  void close() {
    instances.forEach(Instance::close);
    aws.close();
  }

  @ParameterizedTest
  @EnumSource
  void aSnapshotIsTakenWithoutACallAndWithoutAConnection(Started function) {
    start(function);

    takeSnapshot();

    assertThat(aws.calls()).isZero();
    assertThat(log.size()).isZero();
    assertThat(instances).hasSize(1);
    assertThatThrownBy(() -> instances.getFirst().clients().sqs().listQueues())
        .isInstanceOf(RejectedExecutionException.class);
  }

  @ParameterizedTest
  @EnumSource
  void everyProcessThatWakesWorksOnAnInstanceOfItsOwn(Started function) {
    Runnable invocation = start(function);
    takeSnapshot();

    for (int woken = 1; woken <= 2; woken++) {
      log.reset();
      wake();
      int before = aws.calls();
      assertThat(logged())
          .singleElement(STRING)
          .contains("\"event\":\"Restored\"", clockOf(woken + 1).toString());
      log.reset();

      invocation.run();

      assertThat(instances).hasSize(woken + 1);
      assertThat(aws.calls()).isGreaterThan(before);
      assertThat(logged())
          .isNotEmpty()
          .allMatch(line -> line.startsWith("{\"time\":\"" + clockOf(instances.size()) + "\""));
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutASnapshotTheFirstInstanceStays(Started function) {
    start(function).run();

    assertThat(instances).hasSize(1);
    assertThat(aws.calls()).isPositive();
  }

  private List<String> logged() {
    return log.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private Runnable start(Started function) {
    PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
    return function.start(this::instance, out, checkpoints::add);
  }

  private Instance instance() {
    Instant clock = clockOf(instances.size() + 1);
    Instance instance =
        new Instance(AwsClients.fromEnvironment(), new ManualScheduler(instances.size(), clock));
    instances.add(instance);
    return instance;
  }

  private static Instant clockOf(int instance) {
    return ManualScheduler.START.plus(Duration.ofDays(instance));
  }

  private void takeSnapshot() {
    tell(resource -> resource.beforeCheckpoint(Core.getGlobalContext()));
  }

  private void wake() {
    tell(resource -> resource.afterRestore(Core.getGlobalContext()));
  }

  private void tell(ThrowingConsumer<Resource> told) {
    assertThat(checkpoints).hasSize(1).allSatisfy(told);
  }

  /** The functions, each with one invocation that calls AWS and fails. */
  enum Started {
    FILE_INTAKE {
      @Override
      Runnable start(Supplier<Instance> instances, PrintStream out, Consumer<Resource> told) {
        var function = new FileIntakeFunction(ENVIRONMENT, instances, out, told);
        S3Event event = event(S3Event.class, "file-intake/put.json");
        return () ->
            assertThatThrownBy(() -> function.handleRequest(event, context()))
                .isInstanceOf(ExpungeException.class);
      }
    },
    DELETION_WORKER {
      @Override
      Runnable start(Supplier<Instance> instances, PrintStream out, Consumer<Resource> told) {
        var function = new DeletionWorkerFunction(ENVIRONMENT, instances, out, told);
        SQSEvent event = event(SQSEvent.class, "deletion-worker/task-bell.json");
        return () ->
            assertThat(function.handleRequest(event, context()).getBatchItemFailures()).hasSize(1);
      }
    },
    IMPORT_WORKER {
      @Override
      Runnable start(Supplier<Instance> instances, PrintStream out, Consumer<Resource> told) {
        var function = new ImportWorkerFunction(ENVIRONMENT, instances, out, told);
        SQSEvent event = event(SQSEvent.class, "import-worker/task-bell.json");
        return () ->
            assertThat(function.handleRequest(event, context()).getBatchItemFailures()).hasSize(1);
      }
    },
    HTTP_API {
      @Override
      Runnable start(Supplier<Instance> instances, PrintStream out, Consumer<Resource> told) {
        var function = new HttpApiFunction(ENVIRONMENT, instances, out, told);
        var event = event(APIGatewayV2HTTPEvent.class, "http-api/task-status.json");
        return () ->
            assertThat(function.handleRequest(event, context()).getStatusCode()).isEqualTo(500);
      }
    },
    HOUSEKEEPING {
      @Override
      Runnable start(Supplier<Instance> instances, PrintStream out, Consumer<Resource> told) {
        var function = new HousekeepingFunction(ENVIRONMENT, instances, out, told);
        SQSEvent event = event(SQSEvent.class, "housekeeping/dead-letters.json");
        return () ->
            assertThat(function.handleRequest(event, context()).getBatchItemFailures()).hasSize(1);
      }
    };

    abstract Runnable start(Supplier<Instance> instances, PrintStream out, Consumer<Resource> told);

    private static Context context() {
      return new FunctionContext("f", Duration.ofMinutes(2), InstantSource.system(), _ -> {})
          .invocation();
    }

    private static <T> T event(Class<T> type, String file) {
      try {
        return LambdaEventSerializers.serializerFor(type, type.getClassLoader())
            .fromJson(Files.readString(Path.of("..", "events", file)));
      } catch (IOException unreadable) {
        throw new AssertionError(unreadable);
      }
    }
  }
}
