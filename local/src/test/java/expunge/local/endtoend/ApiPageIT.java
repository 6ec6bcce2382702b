package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Ports;
import expunge.local.ProfileItems;
import expunge.local.Tool;
import expunge.local.system.LocalOptions;
import expunge.local.system.LocalSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of {@code docs/api.md}, one after the other, as a reader would type them. */
class ApiPageIT {
  private static final Path ROOT = Path.of(System.getProperty("expunge.root", "."));
  private static final Pattern COMMANDS = Pattern.compile("(?s)```sh\n(.*?)```");

  @TempDir private Path folder = Path.of(".");

  @Test
  void everyCommandOfThePageRunsAsItStands() throws IOException {
    Tool.required(List.of("curl"), "a package of the system", "--version");
    Tool.required(List.of("jq"), "a package of the system", "--version");
    Tool.required(List.of("openssl"), "a package of the system", "version");
    Tool bash = Tool.required(List.of("bash"), "a package of the system", "--version");

    try (LocalSystem system =
        LocalSystem.start(LocalOptions.standard(ROOT, folder.resolve(".expunge"), Ports.free()))) {
      new ProfileItems(system.clients().dynamoDb(), "customers", "MaestraId")
          .put(List.of("1000", "1001"));

      Tool.Result result = bash.run(commands(), "-euo", "pipefail", "-s");

      assertThat(result.exitValue()).as(result.output() + result.errors()).isZero();
      assertThat(result.output())
          .contains("\"state\": \"AWAITING_CONFIRMATION\"", "\"rowsToDelete\": 3")
          .contains("\"deleted\": 2", "\"not_found\": 1", "\"duplicate\": 1")
          .contains("line,identifier,outcome,profiles,reason", "2,1000,deleted,1,")
          .contains("\"state\": \"CANCELLED\"", "large.csv")
          .contains("\"created\": 2", "\"updated\": 0", "\"suppressed\": 0")
          .contains("{\"status\":\"ok\"}", "\"outcome\": \"not_found\"")
          .containsIgnoringCase("x-expunge-deleted: 0")
          .contains("/problems/invalid-parameter", "/problems/conflict");
    }
  }

  private String commands() throws IOException {
    return COMMANDS
        .matcher(Files.readString(ROOT.resolve("docs/api.md")))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining("\n", "cd '" + folder + "'\n", ""));
  }
}
