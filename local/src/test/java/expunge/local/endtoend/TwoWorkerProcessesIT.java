package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Eventually;
import expunge.local.command.TaskStatus;
import expunge.local.system.LocalSettings;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every doorbell three times, to two worker processes at once, also after the task has ended. */
class TwoWorkerProcessesIT {
  @Test
  void everyBellThreeTimesToTwoProcessesChangesNothing() {
    try (Stack stack = Stack.start(Optional.empty(), 0)) {
      LocalSettings settings = stack.system().settings();
      var sqs = stack.system().clients().sqs();
      String tripled = sqs.createQueue(r -> r.queueName("tripled")).queueUrl();
      Map<String, String> environment = new HashMap<>(settings.functionEnvironment());
      try (Triplicator _ = Triplicator.start(sqs, settings.deletionQueueUrl(), tripled);
          WorkerProcess _ = WorkerProcess.start(environment, tripled, log(1));
          WorkerProcess _ = WorkerProcess.start(environment, tripled, log(2))) {
        List<String> listed = Stack.keys("p-", 3_400);
        stack.putProfiles(listed);
        stack.putProfiles(List.of("stays"));

        String key = stack.drop("two.csv", "MaestraId\n" + String.join("\n", listed) + "\np-1\n");
        TaskStatus task = stack.ended(key);
        stack.putProfiles(List.of("p-5"));
        ringAgain(stack, task);

        assertThat(stack.task(task.id())).isEqualTo(task);
        assertThat(task.balance()).containsEntry("deleted", 3_400L).containsEntry("duplicate", 1L);
        assertThat(task.profilesDeleted()).isEqualTo(3_400);
        assertThat(stack.report(task.id())).hasSize(3_402);
        assertThat(stack.profiles()).containsOnlyKeys("p-5", "stays");
      }
    }
  }

  /** Rings every batch of an ended task, and the task, and waits until all of it was answered. */
  private static void ringAgain(Stack stack, TaskStatus task) {
    String queue = stack.system().settings().deletionQueueUrl();
    for (int batch = 1; batch <= 4; batch++) {
      ring(stack, "{\"version\":1,\"taskId\":\"%s\",\"batch\":%d}".formatted(task.id(), batch));
    }
    ring(stack, "{\"version\":1,\"taskId\":\"%s\"}".formatted(task.id()));
    Eventually.within(Duration.ofSeconds(30), () -> stack.waiting(queue) == 0);
    String tripled = queue.substring(0, queue.lastIndexOf('/') + 1) + "tripled";
    Eventually.within(Duration.ofSeconds(60), () -> stack.waiting(tripled) == 0);
  }

  private static void ring(Stack stack, String body) {
    String queue = stack.system().settings().deletionQueueUrl();
    stack.system().clients().sqs().sendMessage(r -> r.queueUrl(queue).messageBody(body));
  }

  private static File log(int number) {
    Path root = Path.of(System.getProperty("expunge.root", "."));
    return root.resolve("local/target/worker-" + number + ".log").toFile();
  }
}
