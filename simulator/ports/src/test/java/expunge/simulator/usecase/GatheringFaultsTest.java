package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.deletion.People;
import expunge.file.Limits;
import expunge.file.Problem;
import expunge.run.ExpungeException;
import expunge.segment.DeletionAnswer;
import expunge.segment.SegmentItem;
import expunge.selection.Selection;
import expunge.simulator.Club;
import expunge.simulator.MemorySystem;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.work.Answer;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Members stand in a table that is busy, or that nobody may read, or are too many. */
class GatheringFaultsTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final List<String> MEMBERS =
      IntStream.range(0, 40).mapToObj(i -> "member-" + i).toList();

  private final ExpungeException busy = new ExpungeException.Retryable("busy", null);
  private final ExpungeException denied = new ExpungeException.Permanent("denied", null);
  private MemorySystem system = Club.system(10, List.of("old", "new"));
  private int pages;

  @Test
  void aTableThatIsBusyAtEverySecondPageIsLeftAloneForMomentsOnly() {
    Worker worker = failing(page -> page % 2 == 0, busy);
    Task task = asked("old", MEMBERS);
    List<Answer> answers = new ArrayList<>();
    while (isAwaited(task) && !system.doorbells.queued().isEmpty()) {
      answers.addAll(answer(worker));
    }
    assertThat(answers).hasSizeGreaterThan(10).containsOnly(Answer.ACKNOWLEDGE);
    assertThat(Duration.between(task.createdAt(), system.scheduler.now()))
        .isLessThan(Duration.ofMinutes(30));
    assertDeleted(task);
  }

  @Test
  void aGatheringThatAchievesALittleEveryHourMayTakeDays() {
    Worker worker = failing(page -> page % 2 == 0, busy);
    Task task = asked("old", MEMBERS);
    for (int hour = 0; hour < 50 && isAwaited(task); hour++) {
      oneEvery(HOUR, worker);
    }
    assertThat(Duration.between(task.createdAt(), system.scheduler.now()))
        .isGreaterThan(Duration.ofHours(30));
    assertDeleted(task);
  }

  @Test
  void aTableThatIsBusyForADayIsUnreadable() {
    Worker worker = failing(page -> page > 3, busy);
    Task task = asked("old", MEMBERS);
    system.scheduler.advance(HOUR.multipliedBy(20));
    Instant moved = system.scheduler.now();
    while (isAwaited(task)) {
      oneEvery(Duration.ofMinutes(10), worker);
    }
    assertThat(Duration.between(moved, system.scheduler.now()))
        .isBetween(HOUR.multipliedBy(24), HOUR.multipliedBy(27));
    assertRejected(task, "unreadable-table");
  }

  @Test
  void aGatheringThatNobodyGoesOnWithEndsADayAfterItsLastPart() {
    Worker worker = failing(page -> page > 3, busy);
    Task task = asked("old", MEMBERS);
    system.scheduler.advance(HOUR.multipliedBy(20));
    Instant moved = system.scheduler.now();
    answer(worker);
    while (isAwaited(task)) {
      system.scheduler.advance(HOUR);
      system.housekeeping().round(system.deadline());
      system.doorbells.takeDue(system.scheduler.now());
    }
    assertThat(Duration.between(moved, system.scheduler.now()))
        .isGreaterThan(HOUR.multipliedBy(24));
    assertThat(problem(task).type()).isEqualTo("never-uploaded");
  }

  @Test
  void aTableThatNobodyMayReadIsToldAfterAFewAttempts() {
    Worker worker = failing(_ -> true, denied);
    Task task = asked("old", MEMBERS);

    system.answerAll(worker);

    assertThat(pages).isEqualTo(WorkerRules.STANDARD.hopelessAfter());
    assertThat(Duration.between(task.createdAt(), system.scheduler.now()))
        .isLessThan(HOUR.multipliedBy(2));
    assertRejected(task, "unreadable-table");
    Task other = asked("new", List.of("another"));
    system.answerAll();
    system.takeInUploads();
    assertThat(system.tasks.find(other.id()).orElseThrow().balance().count(Outcome.DELETED))
        .isEqualTo(1);
  }

  @Test
  void faultsBetweenWhichSomethingIsFoundAreNotCountedTogether() {
    Worker worker = failing(page -> page % 4 > 0, denied);
    Task task = asked("old", MEMBERS);

    system.answerAll(worker);

    assertThat(pages).isGreaterThan(40);
    assertDeleted(task);
  }

  @Test
  void aTaskThatIsCancelledWhileItsTableCantBeReadLeavesNothing() {
    Worker worker = failing(page -> page > 2, denied);
    Task task = asked("old", MEMBERS);
    answer(worker);
    answer(worker);
    assertThat(system.objects.keys("work/")).isNotEmpty();
    system.control().cancel(task.id());

    system.answerAll(worker);

    assertThat(system.tasks.find(task.id()).map(Task::state)).contains(TaskState.CANCELLED);
    assertThat(system.objects.keys("work/")).isEmpty();
  }

  @Test
  void aSegmentWithMoreMembersThanAFileMayHoldIsToldSoBeforeAllAreFound() {
    system = new MemorySystem(Club.dataset(), new Limits(5_000_000_000L, 10, 1 << 20, 5, 4 << 20));
    system.tables.put(Club.SEGMENTS, SegmentItem.key("old"));
    Task task = asked("old", MEMBERS);

    system.answerAll(failing(page -> page > 20, denied));

    assertRejected(task, "too-many-meant");
    assertThat(problem(task).remedy()).contains("EXPUNGE_FILE_ROWS").contains("segment");
  }

  private Task asked(String segment, List<String> members) {
    Club.put(system, segment, members);
    DeletionAnswer answer =
        system
            .segmentDeletion()
            .delete(system.dataset, segment, Optional.empty(), "desk", Optional.empty());
    return ((DeletionAnswer.Asked) answer).task();
  }

  /** A page of its own for each member, and some that fail. */
  private Worker failing(IntPredicate fails, ExpungeException failure) {
    system.selection.pagesOf(1);
    Selection selection =
        Meddling.with(
            Selection.class,
            system.selection,
            (method, real) -> {
              if (method.equals("page") && fails.test(++pages)) {
                throw failure;
              }
              return real.make();
            });
    People people = new People(system.profiles, system.linked, () -> MemorySystem.KEY, selection);
    return system.worker(
        system.tasks, system.objects, system.doorbells, people, WorkerRules.STANDARD);
  }

  private List<Answer> answer(Worker worker) {
    system.scheduler.waitUntil(system.doorbells.queued().getFirst().due());
    List<Doorbell> due = system.doorbells.takeDue(system.scheduler.now());
    List<Answer> answers = new ArrayList<>();
    for (Doorbell bell : Set.copyOf(due)) {
      Answer answer = worker.answer(bell, system.deadline());
      answers.add(answer);
      if (answer == Answer.FAULT) {
        system.doorbells.ring(List.of(bell), Duration.ofMinutes(12));
      }
    }
    return answers;
  }

  private void oneEvery(Duration time, Worker worker) {
    if (!system.doorbells.queued().isEmpty()) {
      answer(worker);
    }
    system.scheduler.advance(time);
    system.housekeeping().round(system.deadline());
  }

  private void assertDeleted(Task task) {
    system.takeInUploads();
    Task ended = system.tasks.find(task.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(ended.balance().count(Outcome.DELETED)).isEqualTo(MEMBERS.size());
    assertThat(MEMBERS).noneMatch(system::hasProfile);
    assertThat(system.objects.keys("work/")).isEmpty();
  }

  private void assertRejected(Task task, String type) {
    system.answerAll();
    assertThat(problem(task).type()).isEqualTo(type);
    assertThat(problem(task).toString()).doesNotContain("member-");
    assertThat(MEMBERS).allMatch(system::hasProfile);
    assertThat(system.objects.keys("work/")).isEmpty();
    assertThat(system.segments.find(system.dataset, "old").orElseThrow().disabled()).isTrue();
  }

  private Problem problem(Task task) {
    return system.tasks.find(task.id()).flatMap(Task::problem).orElseThrow();
  }

  private boolean isAwaited(Task task) {
    return system.tasks.find(task.id()).orElseThrow().state() == TaskState.PENDING_UPLOAD;
  }
}
