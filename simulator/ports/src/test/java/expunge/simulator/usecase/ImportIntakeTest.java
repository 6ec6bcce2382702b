package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.batch.Duplicate;
import expunge.dataset.Dataset;
import expunge.dataset.ImportColumn;
import expunge.dataset.Imports;
import expunge.dataset.Imports.NewKeys;
import expunge.file.FileOptions;
import expunge.file.Problem;
import expunge.intake.ArrivedFile;
import expunge.intake.Guard;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.task.ImportSettings;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A file of customers is taken in: whole or not at all, each customer once. */
class ImportIntakeTest {
  private static final TaskId ID = TaskId.derivedFrom("import");
  private static final String KEY = "uploads/" + ID + "/a.csv";
  private static final ImportSettings OF_A_SEGMENT =
      new ImportSettings(Optional.empty(), Optional.empty(), Optional.of("vip"), Optional.empty());

  private MemorySystem system = new MemorySystem(importing(), 2);

  @Test
  void anAcceptedFileRunsAtOnceWithoutConfirmation() {
    Task task = taken("email,name\na@b.c,Jane\nb@b.c,Joe\nx y,\n");
    assertThat(task.state()).isEqualTo(TaskState.RUNNING);
    assertThat(task.totals().rows()).isEqualTo(3);
    assertThat(task.totals().batches()).isEqualTo(2);
    assertThat(task.totals().layout().identifier()).isEqualTo("email");
  }

  @Test
  void theGuardHoldsNoImport() {
    OptionalLong oneRow = OptionalLong.of(1);
    system.guardBy(new Guard(oneRow, OptionalInt.of(1), OptionalInt.of(1)));
    assertThat(taken("email\na@b.c\n\u200B\n\u200B\n").state()).isEqualTo(TaskState.RUNNING);
  }

  @Test
  void aRowWithAnIdentifierOfAnEarlierRowIsADuplicateOfIt() {
    taken("email,phone,name\na@b.c,1,Jane\nd@e.f,2,Joe\nA@B.C,3,Jane\nx@y.z,(2),Jim\n");
    assertThat(duplicates(1)).isEmpty();
    assertThat(duplicates(2)).containsExactly(new Duplicate(0, 2), new Duplicate(1, 3));
  }

  @Test
  void theSameValueOfTwoKindsIsNoDuplicate() {
    taken("email,phone\n1,2\n2,1\n");
    assertThat(duplicates(1)).isEmpty();
  }

  @Test
  void whatElseADuplicateIsKnownByIsForgotten() {
    taken("email,phone\na@b.c,1\na@b.c,2\nx@y.z,2\n");
    assertThat(duplicates(1)).containsExactly(new Duplicate(1, 2));
    assertThat(duplicates(2)).isEmpty();
  }

  @Test
  void anInvalidRowIsNobodysFirst() {
    taken("email,name\na@b.c,\u0007\na@b.c,Jane\n");
    assertThat(duplicates(1)).isEmpty();
    assertThat(system.tasks.batch(ID, 1).orElseThrow().rows().invalid()).isEqualTo(1);
  }

  @Test
  void aFileThatIsNotAcceptedLeavesNothingToDo() {
    Task task = taken("email,name\na@b.c,\nd@e.f,\ng@h.i,\n");
    assertThat(problem(task).type()).isEqualTo("empty-column");
    assertThat(system.doorbells.queued()).isEmpty();
  }

  @Test
  void aDatasetThatTakesNoImportsRejectsTheFile() {
    system = new MemorySystem(Shop.dataset(), 2);
    assertThat(problem(taken("email\na@b.c\n")).type()).isEqualTo("no-imports");
  }

  @Test
  void aSegmentThatNobodyCanJoinRejectsTheFile() {
    Task task = taken("email\na@b.c\n", OF_A_SEGMENT);
    assertThat(problem(task).type()).isEqualTo("no-members");
  }

  @Test
  void theSameEventTwiceChangesNothing() {
    Task first = taken("email,name\na@b.c,Jane\na@b.c,Joe\n");
    arrive();
    assertThat(system.tasks.find(ID)).contains(first);
  }

  private static Dataset importing() {
    Dataset shop = Shop.dataset();
    ImportColumn name =
        new ImportColumn(
            "name", "name", ImportColumn.Type.TEXT, Optional.empty(), Optional.empty());
    return shop.importing(new Imports(List.of(name), shop.linked().get(3), NewKeys.DERIVED));
  }

  private static Problem problem(Task task) {
    assertThat(task.state()).isEqualTo(TaskState.REJECTED);
    return task.problem().orElseThrow();
  }

  private List<Duplicate> duplicates(int batch) {
    return system.tasks.batch(ID, batch).orElseThrow().rows().duplicates();
  }

  private Task taken(String text) {
    return taken(text, ImportSettings.NONE);
  }

  private Task taken(String text, ImportSettings settings) {
    Slicing slicing =
        Slicing.by(system.slicing().limits(), Optional.of(system.dataset), TaskKind.IMPORT);
    system.tasks.create(
        Task.pendingUpload(ID, request(settings), KEY, slicing, system.scheduler.now()));
    system.objects.put(KEY, text);
    arrive();
    return system.tasks.find(ID).orElseThrow();
  }

  private void arrive() {
    system.intake().fileArrived(new ArrivedFile(MemorySystem.BUCKET, KEY, Optional.empty()));
  }

  private static Request request(ImportSettings settings) {
    return new Request(
        TaskKind.IMPORT,
        "shop",
        "",
        FileOptions.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        new Origin.Sent(),
        Optional.of(settings));
  }
}
