package expunge.simulator.usecase;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.criterion.Criterion;
import expunge.criterion.Operator;
import expunge.dataset.Dataset;
import expunge.file.Limits;
import expunge.item.Cursor;
import expunge.object.ObjectStore;
import expunge.run.Deadline;
import expunge.selection.Lane;
import expunge.selection.Selection;
import expunge.selection.Selector;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.targeting.Preview;
import expunge.targeting.PreviewAnswer;
import expunge.targeting.TargetDeletion;
import expunge.targeting.TargetRequest;
import expunge.task.CallKey;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a criterion means is counted, and a task is made of it. */
class TargetTest {
  private static final Criterion EVERYBODY = Criterion.Condition.of("email", Operator.EXISTS);
  private static final Optional<CallKey> CALL =
      Optional.of(CallKey.of("secret", "key", "POST /targets/deletions", "{}"));

  private final MemorySystem system =
      Shop.system(100, IntStream.range(0, 40).mapToObj(i -> "p" + i).toList());

  @Test
  void aPreviewThatRunsOutOfTimeSaysThatThereMayBeMore() {
    system.selection.pagesOf(3);
    PreviewAnswer answer = preview(slow(), Duration.ofSeconds(2));
    assertThat(answer.isComplete()).isFalse();
    assertThat(answer.count()).isPositive().isLessThan(40);
    assertThat(answer.looked()).isGreaterThanOrEqualTo(answer.count());
    assertThat(answer.sample()).isNotEmpty();
  }

  @Test
  void aPreviewWithoutTimeForASampleStillCounts() {
    system.selection.pagesOf(3);
    PreviewAnswer answer = preview(slow(), Duration.ofSeconds(2), Duration.ZERO);
    assertThat(answer.count()).isPositive();
    assertThat(answer.sample()).isEmpty();
  }

  @Test
  void aPreviewLooksOnceAtEverybody() {
    PreviewAnswer answer = preview(system.selection, Duration.ZERO);
    assertThat(answer.isComplete()).isTrue();
    assertThat(answer.count()).isEqualTo(40);
    assertThat(answer.looked()).isEqualTo(80);
    assertThat(answer.sample()).hasSize(Preview.SAMPLE).doesNotHaveDuplicates();
  }

  @Test
  void nobodyIsAnAnswerToo() {
    Criterion nobody = Criterion.Condition.of("email", Operator.EQUALS, text("nobody"));
    PreviewAnswer answer =
        new Preview(system.selection, system.profiles, system.scheduler)
            .of(system.dataset, nobody, new Deadline(Instant.MAX, Instant.MAX));
    assertThat(answer.count()).isZero();
    assertThat(answer.sample()).isEmpty();
  }

  private PreviewAnswer preview(Selection selection, Duration time) {
    return preview(selection, time, Duration.ofMinutes(1));
  }

  private PreviewAnswer preview(Selection selection, Duration time, Duration more) {
    Instant lastStart = system.scheduler.now().plus(time);
    return new Preview(selection, system.profiles, system.scheduler)
        .of(system.dataset, EVERYBODY, new Deadline(lastStart.plus(more), lastStart));
  }

  /** A second for each page. */
  private Selection slow() {
    return new Selection() {
      @Override
      public int lanes(Dataset dataset, Selector selector) {
        return system.selection.lanes(dataset, selector);
      }

      @Override
      public Page page(Dataset dataset, Selector selector, Lane lane, Optional<Cursor> after) {
        system.scheduler.waitUntil(system.scheduler.now().plusSeconds(1));
        return system.selection.page(dataset, selector, lane, after);
      }
    };
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallThatDiedAnywhereIsOneTaskWithItsCriterionOnceItIsRepeated(boolean effect) {
    boolean died = true;
    for (int at = 1; died; at++) {
      MemorySystem fresh = Shop.system(100, List.of("a"));
      Crashing crash = new Crashing(at, effect);
      makeUntilDeath(fresh, crash);
      died = crash.happened();
      fresh
          .tasks
          .list(TaskQuery.all(10))
          .tasks()
          .forEach(
              task ->
                  assertThat(TargetDeletion.criterionOf(fresh.objects, task.id()))
                      .contains(EVERYBODY));

      Task task = make(fresh, fresh.tasks, fresh.objects, fresh.doorbells);

      assertThat(fresh.tasks.list(TaskQuery.all(10)).tasks()).hasSize(1);
      assertThat(TargetDeletion.criterionOf(fresh.objects, task.id())).contains(EVERYBODY);
      assertThat(fresh.doorbells.takeDue(fresh.scheduler.now())).contains(Doorbell.of(task.id()));
    }
  }

  private static void makeUntilDeath(MemorySystem system, Crashing crash) {
    try {
      make(
          system,
          crash.port(TaskStore.class, system.tasks),
          crash.port(ObjectStore.class, system.objects),
          crash.port(Doorbells.class, system.doorbells));
    } catch (Crashing.Death death) {
      assertThat(crash.happened()).isTrue();
    }
  }

  @Test
  void aTaskThatWaitsForItsFileNoLongerIsNotRung() {
    Task task = make(system, system.tasks, system.objects, system.doorbells);
    system.control().cancel(task.id());
    system.doorbells.takeDue(system.scheduler.now());
    assertThat(make(system, system.tasks, system.objects, system.doorbells).state())
        .isEqualTo(TaskState.CANCELLED);
    assertThat(system.doorbells.takeDue(system.scheduler.now())).isEmpty();
  }

  @Test
  void whoeverMeetsItIsDeletedOnceTheirNumberIsConfirmed() {
    Shop.put(system, "kept", Map.of("email", text("x@example.com")));
    Criterion theirs = Criterion.Condition.of("email", Operator.BEGINS_WITH, text("p"));
    system.selection.pagesOf(3);
    Task task = asked(system, theirs);
    system.answerAll();
    system.takeInUploads();
    assertThat(system.tasks.find(task.id()).map(Task::state))
        .contains(TaskState.AWAITING_CONFIRMATION);
    Shop.put(system, "p-late", Map.of());

    system.control().confirm(task.id(), 40);
    system.answerAll();

    Task ended = system.tasks.find(task.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(ended.balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 40L)));
    assertThat(system.hasProfile("kept")).isTrue();
    assertThat(system.hasProfile("p-late")).isTrue();
    assertThat(system.hasProfile("p0")).isFalse();
    assertThat(system.objects.keys("work/")).isEmpty();
  }

  @Test
  void aTaskWhoseCriterionIsLostIsRejected() {
    Task task = asked(system, EVERYBODY);
    system.objects.deleteAll("criteria/");
    system.answerAll();
    Task ended = system.tasks.find(task.id()).orElseThrow();
    assertThat(ended.state()).isEqualTo(TaskState.REJECTED);
    assertThat(ended.problem().orElseThrow().type()).endsWith("criterion-gone");
  }

  private static Task asked(MemorySystem system, Criterion criterion) {
    Ringer ringer = new Ringer(system.doorbells, system.scheduler);
    return new TargetDeletion(
            system.tasks,
            system.objects,
            ringer,
            Limits.defaults(),
            system.scheduler,
            system.entries::add)
        .make(asked(system.dataset, criterion), Optional.empty())
        .orElseThrow();
  }

  private static Task make(
      MemorySystem system, TaskStore tasks, ObjectStore objects, Doorbells doorbells) {
    Ringer ringer = new Ringer(doorbells, system.scheduler);
    return new TargetDeletion(
            tasks, objects, ringer, Limits.defaults(), system.scheduler, system.entries::add)
        .make(asked(system.dataset, EVERYBODY), CALL)
        .orElseThrow();
  }

  private static TargetRequest asked(Dataset dataset, Criterion criterion) {
    return new TargetRequest(
        dataset,
        "complete",
        criterion,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "ops",
        false);
  }
}
