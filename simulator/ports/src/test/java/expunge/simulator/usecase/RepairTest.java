package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.batch.Lease;
import expunge.batch.Plan;
import expunge.control.ControlAnswer;
import expunge.file.Problem;
import expunge.intake.ArrivedFile;
import expunge.log.LogEntry;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events, bells and processes are lost; a round of housekeeping finds what they leave. */
class RepairTest {
  private static final Duration LONG = Duration.ofMinutes(30);

  private final MemorySystem system = new MemorySystem(Samples.customers(), 3);

  @BeforeEach
  void addProfiles() {
    system.addProfiles(IntStream.rangeClosed(1, 8).mapToObj(n -> Samples.key(n).value()).toList());
  }

  @Test
  void aFileWhoseEventWasLostIsTakenIn() {
    ArrivedFile file = drop();
    round();
    assertThat(system.tasks.unsettled(Optional.empty(), 1)).as("too early to tell").isEmpty();
    later();
    assertThat(system.task(file).state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void everyVersionOfAFileIsTakenIn() {
    ArrivedFile first = drop();
    ArrivedFile second = system.put("a.csv", Samples.file(2), Map.of());
    later();
    assertThat(system.task(first).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(system.task(second).state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void aFileThatWasRemovedBeforeAnybodyReadItIsLeftAlone() {
    drop();
    system.objects.deleteAll("drop/");
    later();
    assertThat(system.tasks.unsettled(Optional.empty(), 1)).isEmpty();
    assertThat(system.profiles.deletions()).isZero();
  }

  @Test
  void aFileThatWasRemovedIsLeftAloneThoughAnotherOneCameInItsPlace() {
    ArrivedFile removed = drop();
    system.objects.deleteAll("drop/");
    ArrivedFile other = system.put("a.csv", Samples.file(2), Map.of());
    later();
    assertThat(system.tasks.find(system.idOf(removed))).isEmpty();
    assertThat(system.task(other).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(system.hasProfile(Samples.key(8).value())).isTrue();
  }

  @Test
  void aFileThatCameAfterARemovedOneIsNotTakenForIt() {
    system.put("a.csv", Samples.file(1), Map.of());
    system.objects.deleteAll("drop/");
    ArrivedFile second = drop();
    ArrivedFile third = system.put("a.csv", Samples.file(2), Map.of());
    ArrivedFile other = system.put("b.csv", Samples.file(1), Map.of());
    later();
    assertThat(List.of(second, third, other))
        .allMatch(file -> system.task(file).state() == TaskState.COMPLETED);
  }

  @Test
  void aFileThatHasItsTaskIsNotTakenInAgain() {
    ArrivedFile file = drop();
    system.intake().fileArrived(file);
    system.answerAll();
    Task ended = system.task(file);
    later();
    assertThat(system.task(file)).isEqualTo(ended);
    assertThat(found()).isZero();
  }

  @Test
  void aFileWhoseIntakeDiedIsReadAgain() {
    Task task = staging(system.put("b.csv", Samples.file(8), Map.of()));
    system.tasks.beginIntake(task.id(), system.scheduler.now());
    later();
    assertThat(task(task).state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void aFileThatKeepsKillingItsIntakeIsRejectedInTheEnd() {
    Task task = staging(system.put("b.csv", Samples.file(8), Map.of()));
    for (int attempt = 0; attempt < 5; attempt++) {
      system.tasks.beginIntake(task.id(), system.scheduler.now());
    }
    later();
    assertThat(task(task).state()).isEqualTo(TaskState.REJECTED);
    assertThat(task(task).problem().orElseThrow().type()).isEqualTo("unreadable");
  }

  @Test
  void aTaskWhoseFileIsGoneWhileItWasReadIsRejected() {
    ArrivedFile file = system.put("b.csv", Samples.file(8), Map.of());
    Task task = staging(file);
    system.objects.expire(task.file().version());
    later();
    assertThat(task(task).state()).isEqualTo(TaskState.REJECTED);
    assertThat(task(task).problem().orElseThrow().type()).isEqualTo("file-gone");
  }

  @Test
  void lostBellsAreRungAgain() {
    ArrivedFile file = drop();
    system.intake().fileArrived(file);
    system.doorbells.takeDue(system.scheduler.now().plus(LONG));
    later();
    assertThat(system.task(file).state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void aTaskThatMovesIsLeftAlone() {
    ArrivedFile file = drop();
    system.intake().fileArrived(file);
    int queued = system.doorbells.queued().size();
    round();
    assertThat(system.doorbells.queued()).hasSize(queued);
  }

  @Test
  void ofTwoRoundsAtOnceOneRings() {
    ArrivedFile file = drop();
    system.intake().fileArrived(file);
    system.doorbells.takeDue(system.scheduler.now().plus(LONG));
    system.scheduler.advance(LONG);
    round();
    round();
    assertThat(system.doorbells.queued()).hasSize(1);
  }

  @Test
  void aPausedTaskStaysPausedAndItsBegunBatchesAreRung() {
    ArrivedFile file = drop();
    system.intake().fileArrived(file);
    Task task = system.task(file);
    system.tasks.lease(task.id(), 2, new Lease("dead", Instant.EPOCH), Instant.EPOCH);
    system.tasks.plan(task.id(), 2, "dead", new Plan.ByKey(BitSet.valueOf(new long[] {7})));
    system.control().pause(task.id());
    system.doorbells.takeDue(system.scheduler.now().plus(LONG));
    later();
    assertThat(task(task).state()).isEqualTo(TaskState.PAUSED);
    assertThat(task(task).balance().count(Outcome.DELETED)).isEqualTo(3);
    assertThat(system.hasProfile(Samples.key(1).value())).isTrue();
  }

  @Test
  void theEndOfATaskIsToldThoughItsWorkerDiedBeforeIt() {
    ArrivedFile file = drop();
    system.intake().fileArrived(file);
    Task task = system.task(file);
    system.control().cancel(task.id());
    system.answerAll();
    system.objects.deleteAll("results/by-file/");
    Task ended = task(task);
    assertThat(ended.state()).isEqualTo(TaskState.CANCELLED);
    Task unsettled = endedUnsettled();
    later();
    assertThat(system.objects.keys("results/by-file/")).hasSize(1);
    assertThat(system.tasks.unsettled(Optional.empty(), 9)).isEmpty();
    assertThat(task(unsettled).state()).isEqualTo(TaskState.REJECTED);
  }

  @Test
  void aRetryWhoseFileWasNeverWrittenIsCarriedOn() {
    ArrivedFile file = drop();
    system.intake().fileArrived(file);
    system.control().cancel(system.task(file).id());
    system.answerAll();
    Task child = ((ControlAnswer.Done) system.retry().retry(system.task(file).id())).task();
    system.doorbells.takeDue(system.scheduler.now().plus(LONG));
    later();
    later();
    assertThat(task(child).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(task(child).balance().count(Outcome.DELETED)).isEqualTo(8);
  }

  @Test
  void ofTwoUploadsTheFirstCounts() {
    Task pending = pending();
    system.objects.put(pending.file().version().key(), Samples.file(2));
    system.scheduler.advance(Duration.ofSeconds(1));
    system.objects.put(pending.file().version().key(), Samples.file(8));
    later();
    assertThat(task(pending).state()).isEqualTo(TaskState.AWAITING_CONFIRMATION);
    assertThat(task(pending).totals().rows()).isEqualTo(2);
  }

  @Test
  void ofVeryManyUploadsTheFirstCounts() {
    Task pending = pending();
    for (int upload = 1; upload <= 250; upload++) {
      system.objects.put(pending.file().version().key(), Samples.file(upload));
      system.scheduler.advance(Duration.ofSeconds(1));
    }
    later();
    assertThat(task(pending).totals().rows()).isEqualTo(1);
  }

  @Test
  void whatFailsDoesNotKeepTheRestFromBeingMended() {
    Task broken = staging(system.put("b.csv", Samples.file(8), Map.of()));
    system.tasks.addBatches(broken.id(), Samples.batches(1, 2));
    ArrivedFile lost = drop();
    later();
    assertThat(system.task(lost).state()).isEqualTo(TaskState.COMPLETED);
    assertThat(system.entries).hasAtLeastOneElementOfType(LogEntry.TaskFault.class);
  }

  @Test
  void aTaskWhoseFileMayStillComeIsLeftAloneForADay() {
    Task pending = pending();
    for (int round = 0; round < 48; round++) {
      later();
    }
    assertThat(task(pending)).isEqualTo(pending);
    assertThat(system.entries).doesNotHaveAnyElementsOfTypes(LogEntry.TaskStuck.class);
  }

  @Test
  void aTaskWhoseFileNeverCameIsRejectedAfterADay() {
    Task pending = pending();
    system.scheduler.advance(Duration.ofHours(24).plusMinutes(15));
    round();
    assertThat(task(pending).state()).isEqualTo(TaskState.REJECTED);
    assertThat(task(pending).problem().orElseThrow().type()).isEqualTo("never-uploaded");
    assertThat(system.tasks.unsettled(Optional.empty(), 1)).isEmpty();
    system.objects.put(pending.file().version().key(), Samples.file(1));
    system.takeInUploads();
    assertThat(task(pending).state())
        .as("a file that comes too late")
        .isEqualTo(TaskState.REJECTED);
  }

  private ArrivedFile drop() {
    return system.put("a.csv", Samples.file(8), Map.of());
  }

  private void later() {
    system.scheduler.advance(LONG);
    round();
    system.answerAll();
  }

  private void round() {
    system.housekeeping().round(system.deadline());
  }

  private int found() {
    return system.entries.stream()
        .filter(LogEntry.HousekeepingDone.class::isInstance)
        .mapToInt(entry -> ((LogEntry.HousekeepingDone) entry).filesWithoutTask())
        .sum();
  }

  private Task staging(ArrivedFile file) {
    var object = system.objects.describe(file.key(), file.versionId()).orElseThrow();
    Task sample = Samples.staging(object.version(), object.bytes());
    return system.tasks.create(
        Task.staging(
            system.idOf(file),
            sample.request(),
            sample.file(),
            system.slicing(),
            system.scheduler.now()));
  }

  private Task endedUnsettled() {
    Task task = staging(system.put("a.csv", Samples.file(1), Map.of()));
    system.tasks.reject(task.id(), Problem.of("x", "x", "x", "x"), system.scheduler.now());
    return task;
  }

  private Task pending() {
    Task sample = Samples.staging("drop/a.csv");
    return system.tasks.create(
        Task.pendingUpload(
            sample.id(),
            sample.request(),
            "uploads/" + sample.id() + "/a.csv",
            system.slicing(),
            system.scheduler.now()));
  }

  private Task task(Task task) {
    return system.tasks.find(task.id()).orElseThrow();
  }
}
