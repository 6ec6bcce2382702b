package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.object.ObjectVersion;
import expunge.simulator.Samples;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A task that waits for its upload takes the file that comes first, and no other. */
interface UploadContract extends TaskStoreUnderTest {
  @Test
  default void aPendingTaskKnowsWhereItsFileWillBe() {
    TaskId id = Given.pendingTask(store());
    Task task = Given.task(store(), id);
    assertThat(task.state()).isEqualTo(TaskState.PENDING_UPLOAD);
    assertThat(task.file().version().key()).isEqualTo("uploads/" + id + "/a.csv");
    assertThat(task.file().isPinned()).isFalse();
  }

  @Test
  default void theFirstUploadIsPinned() {
    TaskId id = Given.pendingTask(store());
    SourceFile first = upload(id, "1");
    assertThat(store().pin(id, first, Given.NOW).orElseThrow().file()).isEqualTo(first);
    Task task = Given.task(store(), id);
    assertThat(task.state()).isEqualTo(TaskState.STAGING);
    assertThat(task.cameFrom()).contains(TaskState.PENDING_UPLOAD);
    assertThat(task.file()).isEqualTo(first);
    assertThat(task.touchedAt()).isEqualTo(Given.NOW);
  }

  @Test
  default void aSecondUploadChangesNothing() {
    TaskId id = Given.pendingTask(store());
    SourceFile first = upload(id, "1");
    store().pin(id, first, Given.NOW);
    Task pinned = Given.task(store(), id);
    assertThat(store().pin(id, upload(id, "2"), Given.LATER)).contains(pinned);
    assertThat(store().pin(id, first, Given.LATER)).contains(pinned);
    assertThat(store().find(id)).contains(pinned);
  }

  @Test
  default void ofUploadsAtOnceOneIsPinned() {
    TaskId id = Given.pendingTask(store());
    AtOnce.run(4, n -> store().pin(id, upload(id, Integer.toString(n)), Given.NOW));
    SourceFile standing = Given.task(store(), id).file();
    assertThat(store().pin(id, upload(id, "5"), Given.LATER).orElseThrow().file())
        .isEqualTo(standing);
  }

  @Test
  default void anUploadForATaskThatWasCancelledOrRejectedIsNotPinned() {
    TaskId cancelled = Given.pendingTask(store());
    Given.move(store(), cancelled, TaskState.CANCELLED);
    TaskId rejected = Given.pendingTask(store());
    assertThat(store().reject(rejected, Given.PROBLEM, Given.NOW)).isTrue();
    assertThat(store().pin(cancelled, upload(cancelled, "1"), Given.LATER)).isEmpty();
    assertThat(store().pin(rejected, upload(rejected, "1"), Given.LATER)).isEmpty();
    assertThat(Given.task(store(), rejected).state()).isEqualTo(TaskState.REJECTED);
  }

  @Test
  default void nothingIsPinnedWithoutATask() {
    TaskId id = Given.unknownTask().id();
    assertThat(store().pin(id, upload(id, "1"), Given.NOW)).isEmpty();
    assertThat(store().find(id)).isEmpty();
  }

  private static SourceFile upload(TaskId id, String version) {
    return new SourceFile(
        new ObjectVersion("uploads/" + id + "/a.csv", Optional.of(version), "etag-" + version),
        Samples.file(3).length());
  }
}
