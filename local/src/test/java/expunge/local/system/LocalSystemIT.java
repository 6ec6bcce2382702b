package expunge.local.system;

import static expunge.local.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import expunge.local.LocalProblem;
import expunge.local.Ports;
import expunge.local.tables.DatasetCheck;
import expunge.local.tables.DynamoTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Starting and stopping a whole system, beside another one and in the middle of its work. */
class LocalSystemIT {
  private static final List<String> KEYS =
      IntStream.range(0, 200).mapToObj(number -> "k" + number).toList();

  @TempDir private Path folder = Path.of(".");

  private static LocalOptions options(Path work, Ports ports) {
    return LocalOptions.standard(Path.of(System.getProperty("expunge.root", ".")), work, ports);
  }

  private LocalOptions declaring(Path datasets, int workers) {
    LocalOptions standard = options(folder.resolve("work"), Ports.free());
    return new LocalOptions(
        standard.root(),
        standard.work(),
        standard.ports(),
        Optional.empty(),
        Optional.of(datasets),
        workers);
  }

  @Test
  void itsTablesAreAsTheyAreDeclared() throws IOException {
    Path declared =
        Files.writeString(
            folder.resolve("shared.json"),
            """
            {"default": "a", "datasets": {
              "a": {"profiles": {"table": "people", "key": "id"}, "suppression": {"table": "gone"}},
              "b": {"profiles": {"table": "leads", "key": "id"}, "suppression": {"table": "gone"}}}}
            """);
    try (LocalSystem system = LocalSystem.start(declaring(declared, 1))) {
      DynamoTables tables = new DynamoTables(system.clients().dynamoDb());
      assertThat(new DatasetCheck(tables).problems(system.datasets())).isEmpty();
    }
  }

  @Test
  void aSecondStartIsRefusedAndLeavesTheRunningSystemAlone() throws IOException {
    Ports ports = Ports.free();
    Path work = folder.resolve("first");
    Path other = folder.resolve("second");
    try (LocalSystem _ = LocalSystem.start(options(work, ports))) {
      Map<String, String> before = contents(work);

      assertThatThrownBy(() -> LocalSystem.start(options(work, Ports.free())))
          .isInstanceOf(LocalProblem.class)
          .hasMessageContaining(work.toString());
      assertThatThrownBy(() -> LocalSystem.start(options(other, ports)))
          .isInstanceOf(LocalProblem.class)
          .hasMessageContaining("in use");

      assertThat(contents(work)).isEqualTo(before).containsKeys("local.env", "sam-env.json");
      assertThat(contents(other)).containsOnlyKeys("lock");
    }
    assertThat(contents(work)).doesNotContainKeys("local.env", "sam-env.json");
    assertThatCode(() -> ports.requireFree(Ports.Service.values())).doesNotThrowAnyException();
  }

  @Test
  void aWorkerThatWaitsForItsShareDoesNotKeepTheSystemFromStopping() throws IOException {
    Path slow =
        Files.writeString(
            folder.resolve("slow.json"),
            """
            {"datasets": {"slow": {"profiles": {"table": "slow", "key": "id", "writesPerSecond": 1}}}}
            """);
    LocalSystem system = LocalSystem.start(declaring(slow, 2));
    try {
      deleteAll(system);
      within(Duration.ofSeconds(60), () -> count(system) < KEYS.size());
    } finally {
      assertTimeout(Duration.ofSeconds(20), system::close);
    }
  }

  private static void deleteAll(LocalSystem system) {
    TableItems.put(
        system.clients().dynamoDb(),
        "slow",
        KEYS.stream().map(key -> Map.of("id", AttributeValue.fromS(key))).toList());
    String bucket = system.settings().bucket();
    system
        .clients()
        .s3()
        .putObject(
            r -> r.bucket(bucket).key("drop/all.csv"),
            RequestBody.fromString("id\n" + String.join("\n", KEYS)));
  }

  private static int count(LocalSystem system) {
    return system.clients().dynamoDb().scan(r -> r.tableName("slow").consistentRead(true)).count();
  }

  /** The files directly in a folder, by their names. */
  private static Map<String, String> contents(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .collect(Collectors.toMap(file -> file.getFileName().toString(), LocalSystemIT::text));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
