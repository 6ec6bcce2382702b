package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.criterion.Criterion.Condition;
import expunge.criterion.Operator;
import expunge.dataset.Dataset;
import expunge.file.FileReader;
import expunge.file.Form;
import expunge.file.IdentifierColumns;
import expunge.file.KeyFile;
import expunge.file.Limits;
import expunge.file.ReadSlice;
import expunge.file.Spaces;
import expunge.file.UnacceptableFile;
import expunge.item.Value;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.selection.Gathering;
import expunge.selection.Gathering.Bounds;
import expunge.selection.Gathering.Reached;
import expunge.selection.GatheringProgress;
import expunge.selection.Selection;
import expunge.selection.Selector;
import expunge.simulator.Club;
import expunge.simulator.MemorySystem;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a deletion means is written down once, in small parts, whatever happens meanwhile. */
class GatheringTest {
  private static final Bounds SMALL = new Bounds(40, 7);
  private static final Selector MEANT =
      new Selector.Meeting(Condition.of("kind", Operator.EQUALS, new Value.Text("meant")));

  private final MemorySystem system = Club.system(10, List.of());
  private final TreeSet<String> expected = new TreeSet<>();
  private Task task = newTask();

  GatheringTest() {
    for (int i = 0; i < 120; i++) {
      String key = i % 10 == 0 ? "odd \"key\",\n " + i + " " : "person-" + i;
      boolean meant = i % 3 == 0;
      system.profiles.put(
          system.dataset,
          new ProfileKey(key),
          Map.of("kind", new Value.Text(meant ? "meant" : "other")));
      if (meant) {
        expected.add(key);
      }
    }
    system.selection.pagesOf(3);
  }

  @Test
  void everybodyInAllLanesIsWrittenOnce() {
    assertThat(goOn(system.selection, system.objects)).isEqualTo(Reached.WRITTEN);

    assertExact();
    assertThat(parts()).hasSizeGreaterThan(12);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whoeverDiesIsTakenOverAtTheLastPart(boolean effect) {
    int deaths = 0;
    for (int at = 1; ; at++) {
      task = newTask();
      Crashing crash = new Crashing(at, effect);
      try {
        goOn(
            crash.port(Selection.class, system.selection),
            crash.port(ObjectStore.class, system.objects));
      } catch (Crashing.Death death) {
        deaths++;
      }
      if (!crash.happened()) {
        break;
      }
      assertThat(goOn(system.selection, system.objects)).isEqualTo(Reached.WRITTEN);
      assertExact();
    }
    assertThat(deaths).isGreaterThan(60);
  }

  @Test
  void ofTwoAtOnceTheOneThatAchievesNothingLeaves() {
    Reached[] others = new Reached[1];
    Random random = new Random(7);
    Selection interrupted =
        Meddling.with(
            Selection.class,
            system.selection,
            (method, real) -> {
              if (method.equals("page") && others[0] == null && random.nextInt(4) == 0) {
                others[0] = Reached.UNDER_WAY;
                others[0] = goOn(system.selection, system.objects);
              }
              return real.make();
            });

    Reached mine = goOn(interrupted, system.objects);

    assertThat(others[0]).isEqualTo(Reached.WRITTEN);
    assertThat(mine).isIn(Reached.UNDER_WAY, Reached.TAKEN_OVER, Reached.WRITTEN);
    assertThat(goOn(system.selection, system.objects)).isEqualTo(Reached.WRITTEN);
    assertExact();
  }

  @Test
  void aTableThatGivesUpInTheMiddleLosesNothing() {
    int[] calls = new int[1];
    Selection busy =
        Meddling.with(
            Selection.class,
            system.selection,
            (method, real) -> {
              if (method.equals("page") && ++calls[0] % 2 == 0) {
                throw new ExpungeException.Retryable("busy", null);
              }
              return real.make();
            });
    int tries = 0;
    Reached reached = Reached.UNDER_WAY;
    while (reached == Reached.UNDER_WAY || reached == Reached.INTERRUPTED) {
      assertThat(tries++).isLessThan(200);
      try {
        reached = goOn(busy, system.objects);
      } catch (ExpungeException.Retryable again) {
        reached = Reached.UNDER_WAY;
      }
    }
    assertThat(reached).isEqualTo(Reached.WRITTEN);
    assertExact();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasFoundBeforeAFailureIsKeptAndOnlyAFailureAtOnceIsThrown(boolean retryable) {
    ExpungeException failure =
        retryable
            ? new ExpungeException.Retryable("busy", null)
            : new ExpungeException.Permanent("denied", null);

    assertThat(goOn(failingAfter(9, failure), system.objects)).isEqualTo(Reached.INTERRUPTED);
    assertThat(parts()).isNotEmpty();
    assertThatThrownBy(() -> goOn(failingAfter(0, failure), system.objects)).isSameAs(failure);
    assertThat(goOn(system.selection, system.objects)).isEqualTo(Reached.WRITTEN);
    assertExact();
  }

  private Selection failingAfter(int pages, ExpungeException failure) {
    int[] calls = new int[1];
    return Meddling.with(
        Selection.class,
        system.selection,
        (method, real) -> {
          if (method.equals("page") && ++calls[0] > pages) {
            throw failure;
          }
          return real.make();
        });
  }

  @Test
  void asManyAsAFileMayHoldAreWritten() {
    task = newTask(expected.size());
    assertThat(goOn(system.selection, system.objects)).isEqualTo(Reached.WRITTEN);
    assertExact();
  }

  @Test
  void moreAreNotLookedForOnceTheyAreTooMany() {
    task = newTask(expected.size() - 1);
    assertThat(goOn(system.selection, system.objects)).isEqualTo(Reached.TOO_MANY);
    assertThat(system.objects.keys("uploads/")).isEmpty();

    task = newTask(5);
    assertThat(goOn(system.selection, system.objects)).isEqualTo(Reached.TOO_MANY);
    int before = parts().size();
    assertThat(before).isLessThan(8);
    assertThat(goOn(system.selection, system.objects)).isEqualTo(Reached.TOO_MANY);
    assertThat(parts()).hasSize(before);
  }

  @Test
  void theFileIsNotBegunLateInAnInvocationThatHasLooked() {
    Selection slow =
        Meddling.with(
            Selection.class,
            system.selection,
            (method, real) -> {
              system.scheduler.waitUntil(system.scheduler.now().plusMillis(1_300));
              return real.make();
            });

    assertThat(goOn(slow, system.objects)).isEqualTo(Reached.UNDER_WAY);
    assertThat(system.objects.keys("uploads/")).isEmpty();
    List<String> before = parts();
    assertThat(goOn(slow, system.objects)).isEqualTo(Reached.WRITTEN);
    assertThat(parts()).isEqualTo(before);
    assertExact();
  }

  @Test
  void faultsAreCountedUntilAPartIsAdded() {
    GatheringProgress progress = new GatheringProgress(system.objects, task);
    assertThat(progress.movedAt()).isEqualTo(task.createdAt());
    assertThat(progress.countFault()).isEqualTo(1);
    assertThat(progress.countFault()).isEqualTo(2);

    system.scheduler.advance(Duration.ofHours(1));
    Instant later = system.scheduler.now();
    goOn(system.selection, system.objects);

    assertThat(progress.movedAt()).isEqualTo(later);
    assertThat(progress.countFault()).isEqualTo(1);
  }

  @Test
  void nothingIsWrittenOnceNobodyWantsItAnyMore() {
    assertThat(
            gathering(system.selection, system.objects)
                .goOn(task, system.dataset, MEANT, "m", deadline(), () -> false))
        .isEqualTo(Reached.UNDER_WAY);
    assertThat(system.objects.keys("")).isEmpty();
  }

  @Test
  void nobodyIsNoFile() {
    Selector nobody =
        new Selector.Meeting(Condition.of("kind", Operator.EQUALS, new Value.Text("none")));

    assertThat(
            gathering(system.selection, system.objects)
                .goOn(task, system.dataset, nobody, "m", deadline(), () -> true))
        .isEqualTo(Reached.NOBODY);
    assertThat(system.objects.keys("uploads/")).isEmpty();
  }

  @Test
  void anotherMeaningBeginsAnew() {
    Dataset dataset = system.dataset;
    Gathering gathering = gathering(system.selection, system.objects);
    gathering.goOn(task, dataset, MEANT, "before", deadline(), () -> true);
    Selector others =
        new Selector.Meeting(Condition.of("kind", Operator.EQUALS, new Value.Text("other")));
    gathering.goOn(task, dataset, others, "after", deadline(), () -> true);

    assertThat(file()).hasSize(80).doesNotContainAnyElementsOf(expected);
  }

  private Reached goOn(Selection selection, ObjectStore objects) {
    return gathering(selection, objects)
        .goOn(task, system.dataset, MEANT, "m", deadline(), () -> true);
  }

  private Gathering gathering(Selection selection, ObjectStore objects) {
    return new Gathering(selection, objects, system.scheduler, SMALL);
  }

  private Deadline deadline() {
    return Deadline.in(system.scheduler.now(), Duration.ofMinutes(2), Duration.ofSeconds(15));
  }

  private Task newTask() {
    return newTask(system.slicing().limits().rows());
  }

  private Task newTask(int mostRows) {
    Slicing usual = system.slicing();
    Limits limits =
        new Limits(
            usual.limits().bytes(),
            mostRows,
            usual.limits().recordBytes(),
            usual.limits().sliceRows(),
            usual.limits().sliceBytes());
    TaskId id = new TaskId(system.scheduler.newId());
    return Task.pendingUpload(
        id,
        Request.deletion("club", "complete"),
        "uploads/" + id + "/s.csv",
        new Slicing(usual.readerVersion(), usual.declaration(), limits),
        system.scheduler.now());
  }

  private List<String> parts() {
    return List.copyOf(system.objects.keys("work/" + task.id()));
  }

  private void assertExact() {
    assertThat(file()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(system.objects.text("uploads/" + task.id() + "/s.csv"))
        .startsWith(new String(KeyFile.lines(List.of("person")), StandardCharsets.UTF_8));
  }

  /** The values of the file, as intake and workers read it. */
  private List<String> file() {
    byte[] content =
        system.objects.text("uploads/" + task.id() + "/s.csv").getBytes(StandardCharsets.UTF_8);
    List<String> values = new ArrayList<>();
    try {
      FileReader reader =
          FileReader.open(
              new ByteArrayInputStream(content),
              content.length,
              KeyFile.options("person"),
              Form.deletions(IdentifierColumns.of(system.dataset), Spaces.KEPT),
              task.slicing().limits());
      for (Optional<ReadSlice> slice = reader.next(); slice.isPresent(); slice = reader.next()) {
        slice.get().rows().forEach(row -> values.add(row.value()));
      }
    } catch (IOException | UnacceptableFile impossible) {
      throw new IllegalStateException(impossible);
    }
    return values;
  }
}
