package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.command.TaskStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * A smoke test with LocalStack as the backend, in the last image that runs without a token; skipped
 * where there is no Docker.
 */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackIT {
  @Container
  private static final LocalStackContainer LOCALSTACK =
      new LocalStackContainer(DockerImageName.parse("localstack/localstack:4.14.0"));

  @Test
  void aDroppedFileDeletesItsProfiles() {
    try (Stack stack = Stack.start(Optional.of(LOCALSTACK.getEndpoint()), 2)) {
      stack.putProfiles(List.of("a", "b", "c"));

      TaskStatus task = stack.ended(stack.drop("smoke.csv", "MaestraId\na\nb\nnobody\n"));

      assertThat(task.state()).isEqualTo("COMPLETED");
      assertThat(task.balance()).containsEntry("deleted", 2L).containsEntry("not_found", 1L);
      assertThat(stack.profiles()).containsOnlyKeys("c");
    }
  }
}
