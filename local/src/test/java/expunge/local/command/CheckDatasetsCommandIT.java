package expunge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Datasets;
import expunge.local.TestMachine;
import expunge.local.system.DeclaredTables;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The command finds its DynamoDB as any program with the SDK does, here by system properties. */
class CheckDatasetsCommandIT {
  private static final String DECLARATION =
      """
      {"datasets": {"a": {"profiles": {"table": "%s", "key": "id"}}}}
      """;

  @TempDir private Path work = Path.of(".");

  private final Properties before = new Properties();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void nameTheEmulator() {
    before.putAll(System.getProperties());
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "aws.endpointUrlDynamoDb", TestMachine.emulators().dynamoDb().endpoint().toString());
    settings.put("aws.region", "us-east-1");
    settings.put("aws.accessKeyId", TestMachine.KEY_ID);
    settings.put("aws.secretAccessKey", TestMachine.SECRET);
    settings.forEach(System::setProperty);
  }

  @AfterEach
  void leaveNoTrace() {
    System.setProperties(before);
  }

  private int check(String table) throws IOException {
    Path file = Files.writeString(work.resolve("d.json"), DECLARATION.formatted(table));
    return Expunge.run(
        new PrintWriter(out),
        new PrintWriter(err),
        "check-datasets",
        "--datasets",
        file.toString());
  }

  @Test
  void whatFitsIsCounted() throws IOException {
    try (DynamoDbClient client =
        TestMachine.dynamoDb(TestMachine.emulators().dynamoDb().endpoint())) {
      client.createTable(
          DeclaredTables.profiles(
              Datasets.parse(DECLARATION.formatted("checked")).defaultDataset()));
    }

    assertThat(check("checked")).isZero();
    assertThat(out.toString().strip()).isEqualTo("1 dataset, 1 table, no problem");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatDoesNotFitEndsWithOne() throws IOException {
    assertThat(check("nowhere")).isEqualTo(1);
    assertThat(out.toString().lines())
        .singleElement()
        .asString()
        .startsWith("datasets.a.profiles.table: there is no table nowhere; create it");
  }
}
