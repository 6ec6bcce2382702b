package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.log.LogEntry;
import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InRegion.class)
class RestorableTest {
  private final List<CountedHttpClient> connections = new ArrayList<>();
  private final List<Resource> checkpoints = new ArrayList<>();
  private final List<LogEntry> entries = new ArrayList<>();
  private final List<Task> primedWith = new ArrayList<>();

  /** What a function is made of here: its clock and dice. */
  private final Restorable<Scheduler> restorable = restorable(this::findsATask);

  @Test
  void aStartMakesOneInstanceAndPrimesNothing() {
    restorable.get();

    assertThat(connections).hasSize(1);
    assertThat(primedWith).isEmpty();
    assertThat(checkpoints).containsExactly(restorable);
  }

  @Test
  void beforeASnapshotItIsPrimedWithoutACallAndLetsGoOfItsConnections() throws Exception {
    takeSnapshot();

    assertThat(primedWith).hasSize(1);
    assertThat(connections).hasSize(1);
    assertThat(connections.getFirst().requests).isEmpty();
    assertThat(connections.getFirst().closed).isTrue();
  }

  @Test
  void everyProcessThatWakesHasDiceOfItsOwn() throws Exception {
    Scheduler inTheSnapshot = restorable.get();
    takeSnapshot();

    wake();
    Scheduler first = restorable.get();
    wake();
    Scheduler second = restorable.get();

    assertThat(connections).hasSize(3);
    assertThat(connections.getLast().closed).isFalse();
    assertThat(first).isNotSameAs(second).isNotSameAs(inTheSnapshot);
    assertThat(second).isNotSameAs(inTheSnapshot);
    assertThat(first.newId()).isNotEqualTo(second.newId());
  }

  @Test
  void everyWakingIsLoggedAndNothingElse() throws Exception {
    takeSnapshot();
    assertThat(entries).isEmpty();

    wake();
    wake();

    assertThat(entries).containsExactly(new LogEntry.Restored(), new LogEntry.Restored());
  }

  @Test
  void primingThatFailsForbidsTheSnapshotAndLeavesTheFunctionAtWork() {
    Restorable<Scheduler> broken =
        restorable(
            instance -> {
              throw new IllegalStateException("broken");
            });
    Scheduler before = broken.get();

    assertThatThrownBy(() -> broken.beforeCheckpoint(Core.getGlobalContext())).hasMessage("broken");

    assertThat(broken.get()).isSameAs(before);
    assertThat(connections.getLast().closed).isFalse();
  }

  @Test
  void itMayBePrimedMoreThanOnce() throws Exception {
    takeSnapshot();
    wake();

    assertThatCode(this::takeSnapshot).doesNotThrowAnyException();
    assertThat(connections.getLast().closed).isTrue();
  }

  private Restorable<Scheduler> restorable(Consumer<Instance> priming) {
    return Restorable.of(
        this::instance,
        (instance, _) -> instance.scheduler(),
        _ -> entries::add,
        priming,
        checkpoints::add);
  }

  private Instance instance() {
    CountedHttpClient connection = new CountedHttpClient();
    connections.add(connection);
    return new Instance(connection.clients(), new SystemScheduler());
  }

  private void findsATask(Instance instance) {
    TaskId any = new TaskId(instance.scheduler().newId());
    instance.ports().taskStore("tasks", Duration.ofDays(1)).find(any).ifPresent(primedWith::add);
  }

  private void takeSnapshot() throws Exception {
    for (Resource resource : checkpoints) {
      resource.beforeCheckpoint(Core.getGlobalContext());
    }
  }

  private void wake() throws Exception {
    for (Resource resource : checkpoints) {
      resource.afterRestore(Core.getGlobalContext());
    }
  }
}
