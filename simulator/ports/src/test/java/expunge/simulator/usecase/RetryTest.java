package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.control.ControlAnswer;
import expunge.control.ControlAnswer.Why;
import expunge.intake.ArrivedFile;
import expunge.intake.Guard;
import expunge.profile.ProfileKey;
import expunge.report.ResultKeys;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Doorbell;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.work.WorkerRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What has failed or was cancelled is taken up again, once, and looked up anew. */
class RetryTest {
  private static final String FILE = "MaestraId\nc1\n\"c,2\"\nnobody\nc3\nc1\n\"c\"\"4\"\n\"\"\n";
  private static final List<String> KEYS = List.of("c1", "c,2", "c3", "c\"4");

  private final MemorySystem system = new MemorySystem(Samples.customers(), 3);

  @Test
  void theRowsOfACancelledTaskRunInItsChild() {
    Task parent = cancelledAfterItsStart();
    assertThat(parent.balance().count(Outcome.CANCELLED)).isEqualTo(5);
    Task child = retried(parent);
    assertThat(child.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(child.balance().count(Outcome.DELETED)).isEqualTo(4);
    assertThat(child.balance().count(Outcome.NOT_FOUND)).isEqualTo(1);
    assertThat(child.request().retryOf().orElseThrow().parent()).isEqualTo(parent.id());
    assertThat(KEYS).noneMatch(system::hasProfile);
  }

  @Test
  void onlyWhatHasFailedIsTakenUp() {
    system.addProfiles(KEYS);
    ArrivedFile file = system.put("a.csv", FILE, Map.of());
    system.intake().fileArrived(file);
    ProfileKey stubborn = new ProfileKey("c,2");
    system.answerAll(
        system.worker(
            system.tasks,
            system.objects,
            system.doorbells,
            new StubbornProfiles(
                system.profiles, keys -> keys.stream().filter(stubborn::equals).toList()),
            WorkerRules.STANDARD));
    Task parent = system.task(file);
    assertThat(parent.balance().count(Outcome.FAILED)).isEqualTo(1);
    Task child = retried(parent);
    assertThat(child.totals().rows()).isEqualTo(1);
    assertThat(child.balance().count(Outcome.DELETED)).isEqualTo(1);
    assertThat(system.report(child)).contains("\"c,2\",deleted");
  }

  @Test
  void aRepeatedCallFindsTheSameChild() {
    Task parent = cancelledAfterItsStart();
    Task child = retried(parent);
    assertThat(done(system.retry().retry(parent.id())).id()).isEqualTo(child.id());
    system.answerAll();
    assertThat(task(child)).isEqualTo(child);
  }

  @Test
  void aSecondWritingOfItsFileChangesNothing() {
    Task parent = cancelledAfterItsStart();
    system.retry().retry(parent.id());
    system.retry().retry(parent.id());
    system.answerAll();
    system.takeInUploads();
    system.retry().retry(parent.id());
    system.takeInUploads();
    Task child = done(system.retry().retry(parent.id()));
    assertThat(child.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(child.totals().rows()).isEqualTo(5);
  }

  @Test
  void aTaskThatRunsIsNotRetried() {
    ArrivedFile file = system.put("a.csv", FILE, Map.of());
    system.intake().fileArrived(file);
    assertThat(why(system.retry().retry(system.task(file).id()))).isEqualTo(Why.STATE);
  }

  @Test
  void aTaskWithoutFailedOrCancelledRowsIsNotRetried() {
    system.addProfiles(KEYS);
    Task task = system.run("a.csv", FILE);
    assertThat(why(system.retry().retry(task.id()))).isEqualTo(Why.NOTHING_TO_RETRY);
    Task rejected = system.run("b.csv", "Wrong\nc1\n");
    assertThat(why(system.retry().retry(rejected.id()))).isEqualTo(Why.NOTHING_TO_RETRY);
  }

  @Test
  void theRetryOfATaskThatNeverStartedWaitsForItsConfirmation() {
    system.addProfiles(KEYS);
    ArrivedFile file = system.put("a.csv", FILE, Map.of());
    system.guardBy(new Guard(OptionalLong.of(1), OptionalInt.empty(), OptionalInt.empty()));
    system.intake().fileArrived(file);
    system.control().cancel(system.task(file).id());
    system.answerAll();
    system.guardBy(Guard.OFF);
    Task child = retried(system.task(file));
    assertThat(child.state()).isEqualTo(TaskState.AWAITING_CONFIRMATION);
    assertThat(KEYS).allMatch(system::hasProfile);
  }

  @Test
  void whereTheReportIsGoneTheChildIsRejectedAndAnotherCallMakesAnotherOne() {
    Task parent = cancelledAfterItsStart();
    system.objects.deleteAll("results/" + parent.id() + "/parts/");
    Task child = retried(parent);
    assertThat(child.state()).isEqualTo(TaskState.REJECTED);
    assertThat(child.problem().orElseThrow().type()).isEqualTo("report-gone");
    assertThat(done(system.retry().retry(parent.id())).id()).isNotEqualTo(child.id());
  }

  @Test
  void aChildThatIsCancelledBeforeItsRowsAreCountedGivesWayToAnother() {
    Task parent = cancelledAfterItsStart();
    Task child = done(system.retry().retry(parent.id()));
    system.control().cancel(child.id());
    system.answerAll();
    assertThat(task(child).state()).isEqualTo(TaskState.CANCELLED);
    Task other = retried(parent);
    assertThat(other.id()).isNotEqualTo(child.id());
    assertThat(other.balance().count(Outcome.DELETED)).isEqualTo(4);
    assertThat(done(system.retry().retry(parent.id())).id()).isEqualTo(other.id());
  }

  @Test
  void rowsThatWereLostWithTheFileAreLeftOut() {
    Task parent = cancelling();
    system.worker().answer(Doorbell.of(parent.id(), 1), system.deadline());
    system.objects.expire(parent.file().version());
    system.answerAll();
    assertThat(task(parent).balance().count(Outcome.CANCELLED)).isEqualTo(6);
    Task child = retried(parent);
    assertThat(child.totals().rows()).isEqualTo(3);
    assertThat(child.balance().count(Outcome.DELETED)).isEqualTo(2);
  }

  @Test
  void whereEveryRowWasLostTheChildIsRejected() {
    Task parent = cancelling();
    system.objects.expire(parent.file().version());
    system.answerAll();
    Task child = retried(parent);
    assertThat(child.state()).isEqualTo(TaskState.REJECTED);
    assertThat(child.problem().orElseThrow().type()).isEqualTo("rows-lost");
  }

  @Test
  void whereTheDatasetIsNotDeclaredAnyMoreTheChildIsRejected() {
    Task parent = cancelledAfterItsStart();
    system.declare(DeclarationTest.OTHER_NAME);
    Task child = retried(parent);
    assertThat(child.state()).isEqualTo(TaskState.REJECTED);
    assertThat(child.problem().orElseThrow().type()).isEqualTo("unknown-dataset");
    assertThat(system.tasks.unsettled(Optional.empty(), 9)).isEmpty();
  }

  @Test
  void aRetryOfARetryGoesOnFromTheChild() {
    Task parent = cancelledAfterItsStart();
    Task child = done(system.retry().retry(parent.id()));
    system.answerAll();
    for (String key : system.objects.keys("uploads/")) {
      var version = system.objects.describe(key, Optional.empty()).orElseThrow();
      system
          .intake()
          .fileArrived(new ArrivedFile(MemorySystem.BUCKET, key, version.version().versionId()));
    }
    system.control().cancel(child.id());
    system.answerAll();
    Task grandchild = retried(task(child));
    assertThat(grandchild.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(grandchild.balance().count(Outcome.DELETED)).isEqualTo(4);
  }

  private Task cancelledAfterItsStart() {
    Task task = cancelling();
    system.answerAll();
    assertThat(system.objects.keys(ResultKeys.report(task.id()))).hasSize(1);
    return task(task);
  }

  private Task cancelling() {
    system.addProfiles(KEYS);
    ArrivedFile file = system.put("a.csv", FILE, Map.of());
    system.intake().fileArrived(file);
    system.control().cancel(system.task(file).id());
    return system.task(file);
  }

  private Task retried(Task parent) {
    Task child = done(system.retry().retry(parent.id()));
    system.answerAll();
    system.takeInUploads();
    return task(child);
  }

  private Task task(Task task) {
    return system.tasks.find(task.id()).orElseThrow();
  }

  private static Task done(ControlAnswer answer) {
    assertThat(answer).isInstanceOf(ControlAnswer.Done.class);
    return ((ControlAnswer.Done) answer).task();
  }

  private static Why why(ControlAnswer answer) {
    assertThat(answer).isInstanceOf(ControlAnswer.Refused.class);
    return ((ControlAnswer.Refused) answer).why();
  }
}
