package expunge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo on the class path that {@code ./expunge} gives it, which no other test uses. */
class DemoIT {
  private static final int MOST_SECONDS = 120;

  @Test
  void theDemoEndsWithItsBalanceAndLeavesNoProcess(@TempDir Path folder) throws Exception {
    Path output = folder.resolve("output");
    Process demo = start(output);
    try {
      assertThat(demo.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      demo.destroyForcibly();
    }

    String said = Files.readString(output);
    assertThat(demo.exitValue()).as(said).isZero();
    assertThat(said)
        .contains("COMPLETED_WITH_ERRORS")
        .containsPattern("deleted +1,990")
        .containsPattern("protected +10")
        .containsPattern("not_found +34")
        .containsPattern("duplicate +23")
        .containsPattern("invalid +7")
        .contains("2,100000,deleted,1,")
        .containsPattern("email-interactions +390 deleted")
        .containsPattern("goals +390 detached")
        .containsPattern("campaign-totals +as before")
        .contains("7,960 identifiers");
    assertThat(demo.descendants()).isEmpty();
  }

  private static Process start(Path output) throws IOException {
    Path root = Path.of(System.getProperty("expunge.root", "."));
    Path built = root.resolve("local/target");
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dexpunge.root=" + root,
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            built.resolve("classes") + ":" + built.resolve("lib") + "/*",
            Expunge.class.getName(),
            "demo")
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
