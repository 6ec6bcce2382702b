package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.file.Problem;
import expunge.intake.ArrivedFile;
import expunge.intake.Guard;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files that look like a mistake wait, with the reason; at the limit itself they run. */
class GuardTest {
  private final MemorySystem system = new MemorySystem(Samples.customers(), 3);

  @Test
  void aFileWithMoreRowsThanTheLimitWaits() {
    assertThat(heldBy(rows(7), Samples.file(8))).isEqualTo("held-many-rows");
    assertThat(heldBy(rows(8), Samples.file(8))).isEmpty();
  }

  @Test
  void aFileThatWouldDeleteMuchOfTheDatasetWaits() {
    profiles(10);
    assertThat(heldBy(percentOfDataset(20), Samples.file(3))).isEqualTo("held-much-of-dataset");
    assertThat(heldBy(percentOfDataset(20), Samples.file(2))).isEmpty();
  }

  @Test
  void onlyRowsToDeleteCountForTheShareOfTheDataset() {
    profiles(10);
    String twice = Samples.file(2) + Samples.key(1).value() + "\n" + Samples.key(2).value() + "\n";
    assertThat(heldBy(percentOfDataset(20), twice)).isEmpty();
  }

  @Test
  void whereTheSizeOfTheDatasetIsNotKnownAFileWaits() {
    assertThat(heldBy(percentOfDataset(100), Samples.file(1))).isEqualTo("held-unknown-size");
  }

  @Test
  void aFileWithManyInvalidRowsWaits() {
    profiles(100);
    String oneOfTwenty = Samples.file(19) + "a\u200bb\n";
    assertThat(heldBy(percentInvalid(5), oneOfTwenty)).isEmpty();
    assertThat(heldBy(percentInvalid(5), Samples.file(18) + "a\u200bb\n"))
        .isEqualTo("held-many-invalid");
  }

  @Test
  void whoeverDroppedTheFileFindsTheReasonAndTheRemedy() {
    heldBy(rows(1), Samples.file(2));
    assertThat(system.objects.text("results/by-file/drop/a.csv.json"))
        .contains("AWAITING_CONFIRMATION", "held-many-rows", "confirm the task");
  }

  @Test
  void aDryRunDoesNotWait() {
    profiles(10);
    system.guardBy(rows(1));
    ArrivedFile file = system.put("a.csv", Samples.file(8), Map.of("dry-run", "true"));
    system.intake().fileArrived(file);
    assertThat(system.task(file).state()).isEqualTo(TaskState.RUNNING);
  }

  @Test
  void aSecondReadingComesToTheSameVerdict() {
    heldBy(rows(1), Samples.file(2));
    Task held = system.tasks.find(onlyTask().id()).orElseThrow();
    system.guardBy(Guard.OFF);
    system.intake().takeUp(held);
    assertThat(onlyTask()).isEqualTo(held);
  }

  private String heldBy(Guard guard, String text) {
    system.guardBy(guard);
    ArrivedFile file = system.put("a.csv", text, Map.of());
    system.intake().fileArrived(file);
    Task task = system.task(file);
    assertThat(task.state() == TaskState.AWAITING_CONFIRMATION)
        .isEqualTo(task.problem().isPresent());
    return task.problem().map(Problem::type).orElse("");
  }

  private Task onlyTask() {
    return system
        .tasks
        .find(system.tasks.unsettled(Optional.empty(), 2).getFirst().id())
        .orElseThrow();
  }

  private void profiles(int count) {
    List<String> keys =
        IntStream.rangeClosed(1, count).mapToObj(n -> Samples.key(n).value()).toList();
    system.addProfiles(keys);
  }

  private static Guard rows(long limit) {
    return new Guard(OptionalLong.of(limit), OptionalInt.empty(), OptionalInt.empty());
  }

  private static Guard percentOfDataset(int limit) {
    return new Guard(OptionalLong.empty(), OptionalInt.of(limit), OptionalInt.empty());
  }

  private static Guard percentInvalid(int limit) {
    return new Guard(OptionalLong.empty(), OptionalInt.empty(), OptionalInt.of(limit));
  }
}
