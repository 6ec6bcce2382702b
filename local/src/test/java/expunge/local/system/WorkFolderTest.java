package expunge.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.local.LocalProblem;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {
  @TempDir private Path parent = Path.of(".");

  @Test
  void aFolderIsMadeAndTakenByOneAtATime() throws IOException {
    Path folder = parent.resolve("new/work");
    try (WorkFolder _ = WorkFolder.take(folder)) {
      assertThatThrownBy(() -> WorkFolder.take(folder))
          .isInstanceOf(LocalProblem.class)
          .hasMessageContainingAll(folder.toString(), "stop it first");
    }
    WorkFolder.take(folder).close();
    assertThat(folder).isDirectory();
  }
}
