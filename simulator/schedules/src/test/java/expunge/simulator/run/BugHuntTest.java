package expunge.simulator.run;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.command.BugTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A judge that finds nothing has to be able to find something. */
class BugHuntTest {
  private static final Path PAGE = Path.of("../../docs/planted-bugs.md");

  @Test
  void everyPlantedBugIsFoundAndThePageSaysWhere() throws IOException {
    String page = BugTable.write();

    assertThat(page).doesNotContain("**not found**");
    assertThat(Files.readString(PAGE))
        .as("written by ./expunge simulate --bugs > docs/planted-bugs.md")
        .isEqualTo(page);
  }
}
