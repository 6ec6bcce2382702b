package expunge.simulator.files;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.BadFile;
import expunge.task.TaskState;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In a JVM of little memory, whose compiler does not optimize, as that of a function. */
class HostileUploadTest {
  private static final long MOST_MILLIS = 10_000;
  private static final long PATIENCE_SECONDS = 120;
  private static final Properties RESULTS = new Properties();

  @BeforeAll
  static void takeThemIn(@TempDir Path folder) throws IOException, InterruptedException {
    Path results = folder.resolve("results");
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                HostileUpload.class.getName(),
                results.toString())
            .inheritIO()
            .start();
    try {
      assertThat(jvm.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it ends").isTrue();
      assertThat(jvm.exitValue()).isZero();
    } finally {
      jvm.destroyForcibly();
    }
    try (Reader written = Files.newBufferedReader(results)) {
      RESULTS.load(written);
    }
  }

  @ParameterizedTest
  @EnumSource
  void itIsRefusedWithin10SecondsIn256MegabytesAndNobodyIsDeleted(HostileFile file) {
    System.out.printf(
        "%s: %s bytes, %s in %s ms%n",
        file, of(file, "bytes"), of(file, "type"), of(file, "millis"));

    assertThat(of(file, "type")).isEqualTo(file.type());
    assertThat(of(file, "line")).isEqualTo(String.valueOf(file.line()));
    assertThat(of(file, "detail")).contains(file.rule());
    assertThat(of(file, "remedy")).startsWith(file.remedy());
    assertThat(of(file, "state")).isEqualTo(TaskState.REJECTED.name());
    assertThat(of(file, "batches")).isEqualTo("0");
    assertThat(of(file, "kept")).isEqualTo(String.valueOf(BadFile.LISTED.size()));
    assertThat(Long.parseLong(of(file, "millis"))).isLessThan(MOST_MILLIS);
  }

  private static String of(HostileFile file, String name) {
    return RESULTS.getProperty(file + "." + name, "");
  }
}
