package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.command.TaskStatus;
import expunge.local.system.LocalSettings;
import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A system without workers of its own leaves both kinds of tasks to those of another process. */
class WorkerProcessIT {
  @Test
  void workersOfAnotherProcessImportAndDelete() {
    try (Stack stack = Stack.declaring(Declared.SAMPLE_AND_LEADS)) {
      LocalSettings settings = stack.system().settings();
      try (WorkerProcess _ =
          WorkerProcess.start(settings.functionEnvironment(), settings.deletionQueueUrl(), log())) {
        Contacts contacts = new Contacts(stack);
        TaskStatus imported = contacts.imported("email\nfirst@example.com\n", "");
        TaskStatus deleted =
            stack.ended(stack.drop("contacts/one.csv", "email\nfirst@example.com\n"));

        assertThat(imported.balance()).containsEntry("created", 1L);
        assertThat(deleted.balance()).containsEntry("deleted", 1L);
        assertThat(contacts.byEmail()).isEmpty();
      }
    }
  }

  private static File log() {
    Path root = Path.of(System.getProperty("expunge.root", "."));
    return root.resolve("local/target/worker-of-both.log").toFile();
  }
}
