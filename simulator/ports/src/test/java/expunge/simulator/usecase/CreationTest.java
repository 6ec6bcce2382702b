package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.creation.AwaitedFile;
import expunge.creation.CreationAnswer;
import expunge.creation.CreationAnswer.Created;
import expunge.creation.TaskCreation;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.object.Sha256;
import expunge.object.Upload;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.CallKey;
import expunge.task.Task;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A task is made by a call, its file is uploaded, and it runs when it is confirmed. */
class CreationTest {
  private static final byte[] CONTENT = Samples.file(8).getBytes(StandardCharsets.UTF_8);
  private static final AwaitedFile FILE =
      new AwaitedFile("a file.csv", CONTENT.length, Sha256.of(CONTENT));
  private static final Optional<CallKey> CALL =
      Optional.of(CallKey.of("desk", "key", "POST /tasks", "{}"));
  private static final Optional<CallKey> OTHER_CALL =
      Optional.of(CallKey.of("desk", "key", "POST /tasks", "{ }"));
  private static final int MANY = 1_000;

  private final MemorySystem system = new MemorySystem(Samples.customers(), 3);

  @Test
  void anUploadedFileRunsWhenItIsConfirmed() {
    system.addProfiles(List.of(Samples.key(1).value(), Samples.key(2).value()));
    Created created = created(create(CALL));

    upload(created);
    system.takeInUploads();
    Task waiting = task(created.task());
    assertThat(waiting.state()).isEqualTo(TaskState.AWAITING_CONFIRMATION);
    assertThat(waiting.file().name()).isEqualTo("a file.csv");
    system.control().confirm(waiting.id(), 8);
    system.answerAll();

    Task ended = task(waiting);
    assertThat(ended.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(ended.balance().count(Outcome.DELETED)).isEqualTo(2);
  }

  @Test
  void theSameCallFindsTheSameTaskAndAFreshLinkUntilItsFileIsThere() {
    Created first = created(create(CALL));
    system.scheduler.advance(Duration.ofHours(23));
    Created second = created(create(CALL));

    assertThat(second.task()).isEqualTo(first.task());
    assertThat(second.upload().orElseThrow().expiresAt())
        .isEqualTo(system.scheduler.now().plus(TaskCreation.LINK));
    upload(second);
    system.takeInUploads();
    Created third = created(create(CALL));
    assertThat(third.task().state()).isEqualTo(TaskState.AWAITING_CONFIRMATION);
    assertThat(third.upload()).isEmpty();
    assertThat(system.entries).filteredOn(LogEntry.TaskCreated.class::isInstance).hasSize(1);
  }

  @Test
  void anotherCallUnderTheKeyMakesNothing() {
    create(CALL);
    assertThat(create(OTHER_CALL)).isEqualTo(new CreationAnswer.KeyReused());
    assertThat(tasks()).isEqualTo(1);
  }

  @Test
  void afterADayTheKeyIsFree() {
    create(CALL);
    system.scheduler.advance(Duration.ofHours(24));
    assertThat(create(OTHER_CALL)).isInstanceOf(Created.class);
    assertThat(tasks()).isEqualTo(2);
  }

  @Test
  void withoutAKeyEachCallMakesATask() {
    create(Optional.empty());
    create(Optional.empty());
    assertThat(tasks()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCallThatDiesAnywhereMakesOneTaskWhenItIsRepeated(boolean effect) {
    int deaths = 0;
    for (int at = 1; at < MANY; at++) {
      MemorySystem fresh = new MemorySystem(Samples.customers(), 3);
      Crashing crash = new Crashing(at, effect);
      dieIn(fresh, crash);
      if (!crash.happened()) {
        break;
      }
      deaths++;
      assertThat(fresh.creation().create(Samples.request(), FILE, CALL))
          .isInstanceOf(Created.class);
      assertThat(fresh.tasks.list(TaskQuery.all(10)).tasks()).hasSize(1);
    }
    assertThat(deaths).isEqualTo(3);
  }

  @Test
  void neitherTheFilesNameNorItsLinkShowsItself() {
    Upload upload = created(create(CALL)).upload().orElseThrow();
    assertThat(FILE + " " + upload).doesNotContain("a file", upload.url().toString());
  }

  private static void dieIn(MemorySystem system, Crashing crash) {
    try {
      system
          .creation(
              crash.port(TaskStore.class, system.tasks),
              crash.port(ObjectStore.class, system.objects))
          .create(Samples.request(), FILE, CALL);
    } catch (Crashing.Death _) {
      // as planned
    }
  }

  private CreationAnswer create(Optional<CallKey> call) {
    return system.creation().create(Samples.request(), FILE, call);
  }

  private static Created created(CreationAnswer answer) {
    assertThat(answer).isInstanceOf(Created.class);
    return (Created) answer;
  }

  private void upload(Created created) {
    Upload upload = created.upload().orElseThrow();
    assertThat(system.objects.upload(upload.url(), upload.headers(), CONTENT)).isEqualTo(200);
  }

  private Task task(Task task) {
    return system.tasks.find(task.id()).orElseThrow();
  }

  private int tasks() {
    return system.tasks.list(TaskQuery.all(10)).tasks().size();
  }
}
