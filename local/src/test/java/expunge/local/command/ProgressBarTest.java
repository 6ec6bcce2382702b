package expunge.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressBarTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, UTF_8);

  private static TaskStatus task(long done, long rows) {
    return new TaskStatus(
        Map.of("state", "RUNNING", "progress", Map.of("done", done, "rows", rows)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, '  0 %'",
    "0, 9280, 0, '  0 %'",
    "4640, 9280, 20, ' 50 %'",
    "9279, 9280, 39, ' 99 %'",
    "9280, 9280, 40, '100 %'"
  })
  void theBarIsAsFullAsTheTaskAndNeverEarly(long done, long rows, int full, String percent) {
    assertThat(ProgressBar.line(task(done, rows)))
        .startsWith("  [" + "█".repeat(full) + "·".repeat(40 - full) + "] " + percent);
  }

  @Test
  void theNumbersAndTheStateAreSaid() {
    assertThat(ProgressBar.line(task(1_000, 10_000))).contains("1,000 of 10,000 rows  RUNNING");
  }

  @Test
  void aTerminalSeesOneLineOverAndOver() {
    ProgressBar bar = new ProgressBar(out, true);
    bar.show(task(1, 2));
    bar.show(task(2, 2));
    bar.end();

    assertThat(bytes.toString(UTF_8).lines()).hasSize(3);
    assertThat(bytes.toString(UTF_8)).startsWith("\r  [").endsWith(System.lineSeparator());
  }

  @Test
  void aFileGetsALineForEachChangeAndNoneForARepetition() {
    ProgressBar bar = new ProgressBar(out, false);
    bar.show(task(1, 2));
    bar.show(task(1, 2));
    bar.show(task(2, 2));

    assertThat(bytes.toString(UTF_8).lines()).hasSize(2);
    assertThat(bytes.toString(UTF_8)).doesNotContain("\r");
  }
}
