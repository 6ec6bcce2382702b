package expunge.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Datasets;
import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFilesTest {
  private static final String DECLARATION =
      """
      {
        "datasets": {
          "leads": {
            "profiles": { "table": "leads", "key": "O'Neill", "writesPerSecond": 50 }
          }
        }
      }
      """;

  private static final String QUEUES = "http://127.0.0.1:1/000000000000/";

  @TempDir private Path folder;

  private LocalSettings settings() {
    URI service = URI.create("http://127.0.0.1:1");
    return new LocalSettings(
        new Endpoints(service, service, service),
        URI.create("http://127.0.0.1:2"),
        new LocalKeys(),
        Resources.BUCKET,
        Resources.TASKS_TABLE,
        Resources.ACCESS_TABLE,
        new Resources.Queues(
            new Resources.Queue(QUEUES + "queue", QUEUES + "dead"),
            new Resources.Queue(QUEUES + "imports", QUEUES + "imports-dead")),
        folder.resolve("datasets.json"),
        folder.resolve("suppression-key"),
        false);
  }

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("datasets.json"), DECLARATION);
    Files.writeString(folder.resolve("suppression-key"), "the key itself");
    SettingsFiles.write(folder, settings());
  }

  @Test
  void aContainerIsGivenTheDeclarationItselfOnOneLine() throws IOException {
    String declaration = containerEnvironment().getOrDefault("EXPUNGE_DATASETS", "");

    assertThat(declaration).doesNotContain("\n");
    assertThat(Datasets.parse(declaration).defaultDataset())
        .usingRecursiveComparison()
        .isEqualTo(Datasets.parse(DECLARATION).defaultDataset());
  }

  @Test
  void aContainerIsSentToNoFileOfThisMachine() throws IOException {
    assertThat(containerEnvironment().values())
        .noneMatch(value -> value.startsWith("@"))
        .noneMatch(value -> value.contains(folder.toString()));
  }

  @Test
  void aShellIsToldWhereTheDeclarationIs() throws IOException {
    assertThat(Files.readString(folder.resolve("local.env")))
        .contains("export EXPUNGE_DATASETS='@" + folder.resolve("datasets.json") + "'\n");
  }

  private Map<String, String> containerEnvironment() throws IOException {
    Map<String, Object> file =
        JsonMapper.builder()
            .build()
            .fromJsonObject(Files.readString(folder.resolve("sam-env.json")));
    Map<String, String> variables = new TreeMap<>();
    if (file.get("Parameters") instanceof Map<?, ?> parameters) {
      parameters.forEach((name, value) -> variables.put((String) name, (String) value));
    }
    return variables;
  }
}
