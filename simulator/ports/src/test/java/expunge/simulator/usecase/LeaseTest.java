package expunge.simulator.usecase;

import static expunge.simulator.usecase.FileDeletionTest.file;
import static expunge.simulator.usecase.FileDeletionTest.keys;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.batch.Batch;
import expunge.batch.Lease;
import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.intake.ArrivedFile;
import expunge.log.LogEntry;
import expunge.profile.ProfileStore;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.work.Answer;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a worker may do while, before and after it holds a batch. */
class LeaseTest {
  private static final Set<TaskState> RUNNING = Set.of(TaskState.RUNNING);

  private final MemorySystem system = new MemorySystem(Samples.customers(), 100);
  private final ArrivedFile file = system.put("a.csv", file(1, 100), Map.of());
  private final List<Instant> calls = new ArrayList<>();

  LeaseTest() {
    system.addProfiles(keys(1, 100));
    system.intake().fileArrived(file);
    system.doorbells.takeDue(system.scheduler.now());
  }

  @Test
  void theLeaseOutlivesTheInvocation() {
    Deadline deadline = system.deadline();
    List<Instant> ends = new ArrayList<>();

    worker(
            (method, real) -> {
              ends.add(batch().lease().orElseThrow().until());
              return real.make();
            })
        .answer(bell(), deadline);

    assertThat(ends).isNotEmpty().allMatch(deadline.end().plusSeconds(60)::equals);
  }

  @Test
  void noCallBeginsAfterTheDeadline() {
    Deadline deadline = system.deadline();
    Worker worker =
        worker(
            (method, real) -> {
              calls.add(system.scheduler.now());
              system.scheduler.advance(Duration.ofSeconds(70));
              return real.make();
            });

    worker.answer(bell(), deadline);

    assertThat(calls).hasSizeBetween(1, 2).allMatch(deadline::allows);
    assertThat(batch().isFinal()).isFalse();
    system.answerAll();
    assertThat(task().balance().count(Outcome.DELETED)).isEqualTo(100);
  }

  @Test
  void aBellOfABatchThatAnotherHoldsRingsAgainWhenTheLeaseIsOver() {
    Lease other =
        new Lease(system.scheduler.newId(), system.scheduler.now().plus(Duration.ofMinutes(3)));
    system.tasks.lease(task().id(), 1, other, system.scheduler.now());

    assertThat(system.worker().answer(bell(), system.deadline())).isEqualTo(Answer.ACKNOWLEDGE);

    assertThat(system.doorbells.queued())
        .singleElement()
        .satisfies(queued -> assertThat(queued.due()).isAfter(other.until()));
    system.answerAll();
    assertThat(task().state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void aBellThatComesTooLateInAnInvocationRingsAgain() {
    Deadline over = Deadline.in(system.scheduler.now(), Duration.ofMinutes(2), Duration.ZERO);
    system.scheduler.advance(Duration.ofMinutes(3));

    assertThat(system.worker().answer(bell(), over)).isEqualTo(Answer.ACKNOWLEDGE);
    assertThat(system.worker().answer(Doorbell.of(task().id()), over))
        .isEqualTo(Answer.ACKNOWLEDGE);

    assertThat(system.entries).contains(new LogEntry.NoTimeLeft(task().id()));
    assertThat(system.doorbells.queued()).hasSize(2);
    assertThat(batch().progress().attempts()).isZero();
  }

  @Test
  void eachAttemptHasAReportPartOfItsOwn() {
    AtomicInteger lost = new AtomicInteger();
    TaskStore busy =
        Meddling.with(
            TaskStore.class,
            system.tasks,
            (method, real) -> {
              if (method.equals("commit") && lost.getAndIncrement() < 2) {
                throw new ExpungeException.Retryable("busy", null);
              }
              return real.make();
            });
    AtomicInteger sent = new AtomicInteger();
    Worker worker =
        system.worker(
            busy,
            system.objects,
            system.doorbells,
            Meddling.with(
                ProfileStore.class,
                system.profiles,
                (method, real) -> {
                  sent.addAndGet(method.equals("erase") ? 1 : 0);
                  return real.make();
                }),
            WorkerRules.STANDARD);

    worker.answer(bell(), system.deadline());
    system.answerAll(worker);

    assertThat(batch().commit().orElseThrow().reportPart()).endsWith("/00000001-3");
    assertThat(sent).as("what is done is not done again").hasValue(4);
    assertThat(task().state()).isEqualTo(TaskState.COMPLETED);
  }

  @Test
  void aWorkerWithAnotherDeclarationTouchesNothing() {
    Dataset plain = Samples.customers();
    Identifier number = Identifier.plain(plain.key().name(), KeyType.NUMBER);
    Dataset changed = Dataset.byKey(plain.name(), plain.table(), number);
    Worker stranger =
        new MemorySystem(changed, 100)
            .worker(
                system.tasks,
                system.objects,
                system.doorbells,
                system.profiles,
                WorkerRules.STANDARD);

    stranger.answer(bell(), system.deadline());

    assertThat(system.profiles.size(system.dataset)).hasValue(100);
    assertThat(batch().plan()).isEmpty();
  }

  @Test
  void aPausedTaskBeginsNoBatchAndCarriesOnTheBegun() {
    system.tasks.move(task().id(), RUNNING, TaskState.PAUSED, system.scheduler.now());
    system.worker().answer(bell(), system.deadline());
    assertThat(batch().progress().attempts()).isZero();

    begin();
    system.tasks.move(task().id(), RUNNING, TaskState.PAUSED, system.scheduler.now());
    system.worker().answer(bell(), system.deadline());

    assertThat(batch().isFinal()).isTrue();
    assertThat(task().balance().count(Outcome.DELETED)).isEqualTo(100);
  }

  @Test
  void aCancelledTaskCarriesOnTheBegunBatchToItsCommit() {
    begin();
    system.tasks.move(task().id(), RUNNING, TaskState.CANCELLING, system.scheduler.now());

    system.worker().answer(bell(), system.deadline());
    system.answerAll();

    assertThat(task().state()).isEqualTo(TaskState.CANCELLED);
    assertThat(task().balance().count(Outcome.DELETED)).isEqualTo(100);
  }

  @Test
  void aCancelledTaskClosesABatchThatNobodyBegan() {
    system.tasks.move(task().id(), RUNNING, TaskState.CANCELLING, system.scheduler.now());

    system.worker().answer(bell(), system.deadline());
    system.answerAll();

    assertThat(task().state()).isEqualTo(TaskState.CANCELLED);
    assertThat(task().balance().count(Outcome.CANCELLED)).isEqualTo(100);
    assertThat(system.profiles.size(system.dataset)).hasValue(100);
  }

  @Test
  void aTaskThatDoesNotAddUpDoesNotEnd() {
    TaskStore forgetful =
        Meddling.with(
            TaskStore.class,
            system.tasks,
            (method, real) -> method.equals("batches") ? List.of() : real.make());
    Worker worker =
        system.worker(
            forgetful, system.objects, system.doorbells, system.profiles, WorkerRules.STANDARD);
    worker.answer(bell(), system.deadline());
    system.doorbells.takeDue(system.scheduler.now());

    Answer answer = worker.answer(Doorbell.of(task().id()), system.deadline());

    assertThat(answer).isEqualTo(Answer.FAULT);
    assertThat(task().state()).isEqualTo(TaskState.FINISHING);
    assertThat(system.objects.read("results/" + task().id() + "/report.csv")).isEmpty();
  }

  /** A worker writes the plan, deletes a part, and runs out of time. */
  private void begin() {
    system.tasks.move(
        task().id(), Set.of(TaskState.PAUSED), TaskState.RUNNING, system.scheduler.now());
    worker(
            (method, real) -> {
              system.scheduler.advance(Duration.ofSeconds(method.equals("erase") ? 60 : 0));
              return real.make();
            })
        .answer(bell(), system.deadline());
    assertThat(batch().plan()).isPresent();
    assertThat(batch().isFinal()).isFalse();
    system.doorbells.takeDue(system.scheduler.now());
  }

  private Worker worker(Meddling.Meddler onProfiles) {
    return system.worker(
        system.tasks,
        system.objects,
        system.doorbells,
        Meddling.with(ProfileStore.class, system.profiles, onProfiles),
        WorkerRules.STANDARD);
  }

  private Task task() {
    return system.task(file);
  }

  private Batch batch() {
    return system.tasks.batch(task().id(), 1).orElseThrow();
  }

  private Doorbell bell() {
    return Doorbell.of(task().id(), 1);
  }
}
