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

/** The commands of pages, one after the other, as a reader would type them. */
class ApiPageIT {
  private static final Path ROOT = Path.of(System.getProperty("expunge.root", "."));
  private static final Pattern COMMANDS = Pattern.compile("(?s)```sh\n(.*?)```");

  @TempDir private Path folder = Path.of(".");

  @Test
  void everyCommandOfThePageRunsAsItStands() throws IOException {
    required("openssl", "version");

    assertThat(printed("docs/api.md", List.of("1000", "1001")))
        .contains("\"state\": \"AWAITING_CONFIRMATION\"", "\"rowsToDelete\": 3")
        .contains("\"deleted\": 2", "\"not_found\": 1", "\"duplicate\": 1")
        .contains("line,identifier,outcome,profiles,reason", "2,1000,deleted,1,")
        .contains("\"state\": \"CANCELLED\"", "large.csv")
        .contains("\"created\": 2", "\"updated\": 0", "\"suppressed\": 0")
        .contains("{\"status\":\"ok\"}", "\"outcome\": \"not_found\"")
        .containsIgnoringCase("x-expunge-deleted: 0")
        .contains("/problems/invalid-parameter", "/problems/conflict");
  }

  @Test
  void thePageOfImportsEndsWithCustomersInTheDatabase() throws IOException {
    required("openssl", "version");
    required("aws", "--version");

    assertThat(printed("docs/imports.md", List.of()))
        .contains("\"state\": \"COMPLETED\"", "\"created\": 2")
        .contains("2,ann@example.com,created,0,", "3,ben@example.com,created,0,")
        .contains("\"joinedBy\"", "Came to our stand", "\"source\": \"manual\"");
  }

  @Test
  void thePageOfSegmentsDeletesAMemberAndEnablesTheSegment() throws IOException {
    required("aws", "--version");

    assertThat(printed("docs/segments.md", List.of("2000")))
        .contains("\"disabled\": true", "\"state\": \"COMPLETED\"", "\"profilesDeleted\": 1")
        .endsWith("false\n");
  }

  @Test
  void thePageOfTargetsDeletesTwoOfItsFourCustomers() throws IOException {
    required("aws", "--version");

    assertThat(printed("docs/targets.md", List.of("2000")))
        .contains("\"count\": 2", "\"looked\": 5", "\"complete\": true")
        .contains("\"state\": \"COMPLETED\"", "\"deleted\": 2");
  }

  /** What the commands of a page print, beside a system of their own with these customers. */
  private String printed(String page, List<String> customers) throws IOException {
    required("curl", "--version");
    required("jq", "--version");
    Tool bash = required("bash", "--version");

    try (LocalSystem system =
        LocalSystem.start(LocalOptions.standard(ROOT, folder.resolve(".expunge"), Ports.free()))) {
      new ProfileItems(system.clients().dynamoDb(), "customers", "MaestraId").put(customers);

      Tool.Result result = bash.run(commands(page), "-euo", "pipefail", "-s");

      assertThat(result.exitValue()).as(result.output() + result.errors()).isZero();
      return result.output();
    }
  }

  private static Tool required(String program, String probe) {
    return Tool.required(List.of(program), "a package of the system", probe);
  }

  private String commands(String page) throws IOException {
    return COMMANDS
        .matcher(Files.readString(ROOT.resolve(page)))
        .results()
        .map(block -> block.group(1))
        .collect(Collectors.joining("\n", "cd '" + folder + "'\n", ""));
  }
}
