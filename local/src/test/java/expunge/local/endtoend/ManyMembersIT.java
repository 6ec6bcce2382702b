package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.AwsClients;
import expunge.local.command.TaskStatus;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * A segment with many members is deleted, while others try to join all the time. How many members,
 * the system property {@code expunge.segment.members} says.
 */
class ManyMembersIT {
  private static final int MEMBERS = Integer.getInteger("expunge.segment.members", 600);
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  @Test
  void allOfThemAreDeletedNobodyElseIsTouchedAndNobodyJoins() {
    try (Stack stack = Stack.declaringAll(_ -> AwsClients.fromEnvironment())) {
      Segments segments = new Segments(stack);
      segments.put("old", Stack.keys("old-", MEMBERS));
      segments.put("young", Stack.keys("young-", 200));
      List<String> joined = segments.join("old", Stack.keys("early-", 3));
      assertThat(joined).hasSize(3);

      long start = System.nanoTime();
      TaskId task = segments.delete("old");
      TreeSet<String> outside = new TreeSet<>(Stack.keys("young-", 200));
      int tries = 0;
      while (!hasEnded(stack, task)) {
        List<String> late = Stack.keys("late-" + tries + "-", 2);
        assertThat(segments.join("old", late)).isEmpty();
        assertThat(segments.shown("old")).contains("\"disabled\":true");
        outside.addAll(late);
        tries++;
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
      }

      TaskStatus ended = stack.ended(task);
      System.out.printf(
          "%,d members in %.1f s: %s; %,d tried to join meanwhile, none did%n",
          MEMBERS + 3, (System.nanoTime() - start) / 1e9, ended.balance(), 2 * tries);
      assertThat(ended.state()).isEqualTo("COMPLETED");
      assertThat(ended.balance()).containsEntry("deleted", MEMBERS + 3L);
      assertThat(ended.rows()).isEqualTo(MEMBERS + 3L);
      assertThat(segments.people()).isEqualTo(outside);
      assertThat(segments.memberships()).isEqualTo(Map.of("young", 200L));
      assertThat(segments.join("old", List.of("too-late"))).isEmpty();
    }
  }

  private static boolean hasEnded(Stack stack, TaskId task) {
    return stack.task(task.value()).json().containsKey("finishedAt");
  }
}
