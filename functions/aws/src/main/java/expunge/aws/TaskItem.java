package expunge.aws;

import expunge.file.Problem;
import expunge.object.ObjectVersion;
import expunge.task.Accepted;
import expunge.task.ImportSettings;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import expunge.task.TaskSummary;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A task as the attributes of its record, and back. */
final class TaskItem {
  /** The record's place under its task. */
  static final String RECORD = "TASK";

  /** The only value of the attribute that gathers all tasks in the index. */
  static final String LISTED = "tasks";

  /** What the index holds of a task, besides its keys. */
  static final List<String> SHOWN_IN_LISTS =
      List.of(
          ItemReader.VERSION,
          "kind",
          "dataset",
          "deletionType",
          "state",
          "description",
          "fileName",
          "createdAt",
          "finishedAt");

  private TaskItem() {}

  /** The key of the record. */
  static Map<String, AttributeValue> key(TaskId id) {
    return new ItemWriter()
        .text(TasksTable.TASK_ID, id.value())
        .text(TasksTable.RECORD, RECORD)
        .attributes();
  }

  /** Sorts tasks by their creation, and those of the same millisecond by their ids. */
  static String createdAtAndId(Instant createdAt, TaskId id) {
    return Moments.write(createdAt) + "#" + id;
  }

  static Map<String, AttributeValue> write(Task task) {
    ItemWriter record =
        ItemWriter.record()
            .text(TasksTable.TASK_ID, task.id().value())
            .text(TasksTable.RECORD, RECORD)
            .text(TasksTable.LISTED, LISTED)
            .text(TasksTable.CREATED_AT_AND_ID, createdAtAndId(task.createdAt(), task.id()))
            .text(TasksTable.UNSETTLED, LISTED)
            .time("createdAt", task.createdAt())
            .time("touchedAt", task.touchedAt())
            .time("startedAt", task.startedAt())
            .time("finishedAt", task.finishedAt())
            .text("state", task.state().name())
            .text("cameFrom", task.cameFrom().map(TaskState::name))
            .number("intakeAttempts", task.intakeAttempts())
            .number("openBatches", task.openBatches())
            .number("profilesDeleted", task.profilesDeleted())
            .map("balance", BalanceItem.write(task.balance()));
    writeRequest(record, task.request());
    record
        .all(write(task.file()))
        .number("readerVersion", task.slicing().readerVersion())
        .text("declaration", task.slicing().declaration())
        .map("limits", FileItems.write(task.slicing().limits()));
    task.accepted().ifPresent(accepted -> record.all(write(accepted)));
    task.problem().ifPresent(problem -> record.map("problem", FileItems.write(problem)));
    return record.attributes();
  }

  /** The file, as far as it is known. */
  static ItemWriter write(SourceFile file) {
    return new ItemWriter()
        .text("fileKey", file.version().key())
        .text("fileVersionId", file.version().versionId())
        .text("fileETag", file.version().eTag())
        .text("fileName", file.name())
        .number("fileBytes", file.bytes());
  }

  /** What an accepted file adds to the record. */
  static ItemWriter write(Accepted accepted) {
    return new ItemWriter()
        .map("layout", FileItems.write(accepted.layout()))
        .number("rows", accepted.rows())
        .number("rowsToDelete", accepted.rowsToDelete())
        .number("batches", accepted.batches());
  }

  /**
   * @throws expunge.run.ExpungeException.Permanent if the record is broken or of an unknown version
   */
  static Task read(Map<String, AttributeValue> record) {
    return ItemReader.read(record, TaskItem::task);
  }

  /**
   * The same of what the index holds.
   *
   * @throws expunge.run.ExpungeException.Permanent if the record is broken or of an unknown version
   */
  static TaskSummary readSummary(Map<String, AttributeValue> shown) {
    return ItemReader.read(shown, TaskItem::summary);
  }

  private static Task task(ItemReader record) {
    return new Task(
        new TaskId(record.text(TasksTable.TASK_ID)),
        request(record),
        file(record),
        new Slicing(
            record.integer("readerVersion"),
            record.text("declaration"),
            FileItems.limits(record.map("limits"))),
        TaskState.valueOf(record.text("state")),
        record.optionalText("cameFrom").map(TaskState::valueOf),
        accepted(record),
        BalanceItem.read(record.map("balance")),
        record.number("profilesDeleted"),
        record.integer("openBatches"),
        problem(record),
        record.integer("intakeAttempts"),
        record.time("createdAt"),
        record.optionalTime("touchedAt").orElseGet(() -> record.time("createdAt")),
        record.optionalTime("startedAt"),
        record.optionalTime("finishedAt"));
  }

  private static TaskSummary summary(ItemReader shown) {
    return new TaskSummary(
        new TaskId(shown.text(TasksTable.TASK_ID)),
        kind(shown),
        shown.text("dataset"),
        shown.text("deletionType"),
        TaskState.valueOf(shown.text("state")),
        shown.optionalText("description"),
        shown.text("fileName"),
        shown.time("createdAt"),
        shown.optionalTime("finishedAt"));
  }

  private static void writeRequest(ItemWriter record, Request request) {
    record
        .text("kind", request.kind().word())
        .text("dataset", request.dataset())
        .text("deletionType", request.deletionType())
        .map("options", FileItems.write(request.options()))
        .text("description", request.description())
        .text("reason", request.reason())
        .text("purpose", request.purpose())
        .text("requestedBy", request.requestedBy());
    if (request.dryRun()) {
      record.number("dryRun", 1);
    }
    if (request.confirmed()) {
      record.number("confirmed", 1);
    }
    OriginItem.write(record, request.origin());
    if (request.origin().isOwn()) {
      writeChecked(record, request);
    }
    request.settings().ifPresent(settings -> record.map("import", write(settings)));
  }

  /** What the call that makes such a task has checked is told by its events from the start. */
  private static void writeChecked(ItemWriter record, Request request) {
    record
        .text("checkedDataset", request.dataset())
        .text("checkedDeletionType", request.deletionType())
        .text("checkedPurpose", request.purpose().orElse(""));
  }

  private static Request request(ItemReader record) {
    return new Request(
        kind(record),
        record.text("dataset"),
        record.text("deletionType"),
        FileItems.options(record.map("options")),
        record.optionalText("description"),
        record.optionalText("reason"),
        record.optionalText("purpose"),
        record.optionalText("requestedBy"),
        record.optionalNumber("dryRun").isPresent(),
        record.optionalNumber("confirmed").isPresent(),
        OriginItem.read(record),
        record.optionalMap("import").map(TaskItem::settings));
  }

  private static ItemWriter write(ImportSettings settings) {
    return new ItemWriter()
        .text("endpoint", settings.endpoint())
        .text("touchpoint", settings.touchpoint())
        .text("segment", settings.segment())
        .text("sourceAction", settings.sourceAction());
  }

  private static ImportSettings settings(ItemReader map) {
    return new ImportSettings(
        map.optionalText("endpoint"),
        map.optionalText("touchpoint"),
        map.optionalText("segment"),
        map.optionalText("sourceAction"));
  }

  private static SourceFile file(ItemReader record) {
    return new SourceFile(
        new ObjectVersion(
            record.text("fileKey"), record.optionalText("fileVersionId"), record.text("fileETag")),
        record.number("fileBytes"));
  }

  private static Optional<Accepted> accepted(ItemReader record) {
    return record
        .optionalMap("layout")
        .map(
            layout ->
                new Accepted(
                    FileItems.layout(layout),
                    record.number("rows"),
                    record.number("rowsToDelete"),
                    record.integer("batches")));
  }

  private static Optional<Problem> problem(ItemReader record) {
    return record.optionalMap("problem").map(FileItems::problem);
  }

  private static TaskKind kind(ItemReader record) {
    String word = record.text("kind");
    return Arrays.stream(TaskKind.values())
        .filter(kind -> kind.word().equals(word))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("unknown kind"));
  }
}
