package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.file.FileOptions;
import expunge.object.ObjectVersion;
import expunge.simulator.Samples;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A task's record comes back as it was written, and is written once. */
interface TaskRecordContract extends TaskStoreUnderTest {
  @Test
  default void aTaskThatNobodyCreatedIsNotFound() {
    assertThat(store().find(Given.unknownTask().id())).isEmpty();
  }

  @Test
  default void aCreatedTaskIsFoundAsItWasCreated() {
    Task task = Given.unknownTask();
    assertThat(store().create(task)).isEqualTo(task);
    assertThat(store().find(task.id())).contains(task);
  }

  @Test
  default void everyFieldOfATaskComesBack() {
    Task task = fullTask(Given.unknownTask());
    store().create(task);
    assertThat(store().find(task.id())).contains(task);
  }

  @Test
  default void creatingATaskAgainReturnsTheOneThatStands() {
    Task first = Given.unknownTask();
    Task second =
        Task.staging(first.id(), first.request(), first.file(), first.slicing(), Given.LATER);
    store().create(first);
    assertThat(store().create(second)).isEqualTo(first);
    assertThat(store().find(first.id())).contains(first);
  }

  @Test
  default void creatingATaskAgainDoesNotThrowItBack() {
    Task task = Given.unknownTask();
    store().create(task);
    Given.move(store(), task.id(), TaskState.CANCELLED);
    assertThat(store().create(task).state()).isEqualTo(TaskState.CANCELLED);
  }

  @Test
  default void creationsAtOnceAllReturnTheSameTask() {
    Task task = Given.unknownTask();
    assertThat(
            AtOnce.run(
                4,
                n ->
                    store()
                        .create(
                            Task.staging(
                                task.id(),
                                task.request(),
                                task.file(),
                                task.slicing(),
                                Samples.CREATED.plusSeconds(n)))))
        .containsOnly(Given.task(store(), task.id()));
  }

  private static Task fullTask(Task task) {
    Request request =
        new Request(
            TaskKind.DELETION,
            "customers",
            "complete",
            new FileOptions(
                Optional.of("windows-1251"), Optional.of(";"), Optional.of("MaestraId")),
            Optional.of("Spring cleaning, “2026”"),
            Optional.of("GDPR"),
            Optional.of("privacy_request"),
            Optional.of("operator"),
            true,
            true,
            new Origin.Retry(task.id(), 3));
    ObjectVersion unversioned = new ObjectVersion("drop/ä b+c.csv", Optional.empty(), "etag");
    return new Task(
        task.id(),
        request,
        new SourceFile(unversioned, 5_000_000_000L),
        task.slicing(),
        TaskState.COMPLETED_WITH_ERRORS,
        Optional.of(TaskState.FINISHING),
        Optional.of(Samples.totals(3, Given.ROWS)),
        new Balance(Map.of(Outcome.DELETED, 29L, Outcome.FAILED, 1L)),
        29,
        0,
        Optional.of(Given.PROBLEM),
        2,
        Samples.CREATED,
        Given.NOW,
        Optional.of(Given.STARTED),
        Optional.of(Given.LATER));
  }
}
