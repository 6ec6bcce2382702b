package expunge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpungeTest {
  @TempDir private Path work = Path.of(".");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Expunge.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("check-datasets", "demo", "local", "new-key", "worker");
  }

  @ParameterizedTest
  @CsvSource({
    "local --ports some, --ports knows only 'auto'",
    "local --ports auto --s3-port 99999, --s3-port 99999: a port is a number from 1 to 65535.",
    "local --api-port 0, --api-port 0: a port is a number from 1 to 65535.",
    "local --workers -1, --workers is 0 or a number",
    "local --backend foo, --backend is the address of an emulator",
    "local --backend ftp://somewhere, --backend is the address of an emulator",
    "local --backend http://a|b, --backend is the address of an emulator",
    "worker --concurrency 0, --concurrency is at least 1",
    "worker --concurrency 4 --of 2, --of no less than it",
    "new-key --role king --label a, '--role is viewer, operator or administrator.'"
  })
  void aValueThatCannotBeUsedIsToldInOneSentence(String command, String sentence) {
    assertThat(run(command.split(" "))).isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains(sentence);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zzz",
        "check-datasets now",
        "check-datasets --table a",
        "local --workers many",
        "demo --workers 0",
        "demo --datasets a.json",
        "demo --ports auto",
        "new-key",
        "new-key --role viewer",
        "new-key --label a"
      })
  void anOptionThatThereIsNotIsToldWithThoseThatThereAre(String command) {
    assertThat(run(command.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains("Usage: expunge").doesNotContain("Exception");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aNewKeyIsPrintedWithItsEntryWhichDoesNotHoldIt() {
    assertThat(run("new-key", "--role", "viewer", "--label", "dash.board_1-a")).isZero();

    List<String> lines = out.toString().lines().toList();
    String key = lines.get(0).replace("key    ", "");
    assertThat(key).startsWith("exp_").hasSize(47);
    assertThat(lines.get(1)).matches("entry  viewer:dash\\.board_1-a:[0-9a-f]{64}");
    assertThat(lines.get(2)).contains("shown this once").doesNotContain(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a:b", "ä"})
  void noKeyIsPrintedForABadLabel(String label) {
    assertThat(run("new-key", "--role", "viewer", "--label", label)).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .isEqualToNormalizingNewlines(
            "--label has 1 to 64 letters, digits, dots, hyphens or underscores.\n");
  }

  @Test
  void allThatIsWrongWithADeclarationIsToldALineEach() throws IOException {
    Path file =
        Files.writeString(
            work.resolve("d.json"), "{\"datasets\": {\"a\": {\"profiles\": {}, \"link\": 1}}}");

    assertThat(run("check-datasets", "--datasets", file.toString())).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactlyInAnyOrder(
            "datasets.a.profiles.key: missing",
            "datasets.a.profiles.table: missing",
            "datasets.a.link: unknown");
  }

  @Test
  void aDeclarationThatIsNotThereIsNamed() {
    assertThat(run("check-datasets", "--datasets", work.resolve("absent.json").toString()))
        .isEqualTo(1);
    assertThat(err.toString().lines()).singleElement().asString().contains("absent.json");
  }
}
