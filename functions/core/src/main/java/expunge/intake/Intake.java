package expunge.intake;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.file.FileReader;
import expunge.file.IdentifierColumns;
import expunge.file.Problem;
import expunge.file.UnacceptableFile;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.StoredObject;
import expunge.report.FileNote;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.Accepted;
import expunge.task.Doorbell;
import expunge.task.Request;
import expunge.task.Ringer;
import expunge.task.Slicing;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A file has arrived: makes its task, reads it, and lets it run or rejects it. The same file again,
 * at once or later, is the same task, and nothing happens twice.
 */
public final class Intake {
  private static final List<String> DELETION_TYPES = List.of("complete");

  private final Datasets datasets;
  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Ringer ringer;
  private final FileNote note;
  private final Scheduler scheduler;
  private final Log log;
  private final IntakeRules rules;

  /** With its ports and rules; holds no state of its own. */
  public Intake(
      Datasets datasets,
      TaskStore tasks,
      ObjectStore objects,
      Ringer ringer,
      FileNote note,
      Scheduler scheduler,
      Log log,
      IntakeRules rules) {
    this.datasets = datasets;
    this.tasks = tasks;
    this.objects = objects;
    this.ringer = ringer;
    this.note = note;
    this.scheduler = scheduler;
    this.log = log;
    this.rules = rules;
  }

  /**
   * Takes a file in, or takes up what an earlier attempt left.
   *
   * @throws ExpungeException if it has to be called again; everything it wrote so far is kept
   */
  public void fileArrived(ArrivedFile file) {
    Optional<DropPath> path = DropPath.of(file.key());
    if (!file.bucket().equals(objects.bucket())) {
      log.write(new LogEntry.EventIgnored(LogEntry.EventIgnored.Why.OTHER_BUCKET));
    } else if (path.isEmpty()) {
      log.write(new LogEntry.EventIgnored(LogEntry.EventIgnored.Why.NO_FILE));
    } else {
      objects
          .describe(file.key(), file.versionId())
          .ifPresentOrElse(object -> takeIn(path.get(), object), () -> objectGone(file));
    }
  }

  /** An earlier attempt may have died with the task half-way, and the object been removed since. */
  private void objectGone(ArrivedFile file) {
    Optional<Task> task =
        file.versionId().flatMap(version -> tasks.find(idOf(file.key(), version)));
    if (task.isEmpty()) {
      log.write(new LogEntry.EventIgnored(LogEntry.EventIgnored.Why.OBJECT_GONE));
      return;
    }
    if (task.get().state() == TaskState.STAGING) {
      reject(task.get().id(), Problems.gone());
    }
    settle(task.get().id());
  }

  private TaskId idOf(String key, String version) {
    return TaskId.derivedFrom(objects.bucket(), key, version);
  }

  private void takeIn(DropPath path, StoredObject object) {
    String dataset = path.dataset().orElseGet(() -> datasets.defaultDataset().name());
    Metadata metadata = new Metadata(object.metadata());
    Task task = tasks.create(newTask(dataset, metadata, object));
    if (task.state() == TaskState.STAGING) {
      stage(task, metadata, object);
    }
    settle(task.id());
  }

  private Task newTask(String dataset, Metadata metadata, StoredObject object) {
    String version = object.version().versionId().orElse(object.version().eTag());
    return Task.staging(
        idOf(object.version().key(), version),
        new Request(
            TaskKind.DELETION,
            dataset,
            metadata.text("deletion-type").orElse(DELETION_TYPES.getFirst()),
            metadata.fileOptions(),
            metadata.text("description"),
            metadata.text("reason"),
            metadata.text("purpose"),
            metadata.text("requested-by")),
        new SourceFile(object.version(), object.bytes()),
        Slicing.by(rules.limits(), datasets.find(dataset)),
        scheduler.now());
  }

  private void stage(Task task, Metadata metadata, StoredObject object) {
    Optional<Integer> attempt = tasks.beginIntake(task.id());
    if (attempt.isEmpty()) {
      return;
    }
    log.write(new LogEntry.IntakeBegan(task.id(), attempt.get(), task.file().bytes()));
    Optional<Problem> problem = problemBesidesContent(task, metadata, object, attempt.get());
    if (problem.isPresent()) {
      reject(task.id(), problem.get());
    } else {
      note.write(task);
      read(task, datasets.find(task.request().dataset()).orElseThrow());
    }
  }

  private Optional<Problem> problemBesidesContent(
      Task task, Metadata metadata, StoredObject object, int attempt) {
    if (datasets.find(task.request().dataset()).isEmpty()) {
      return Optional.of(Problems.unknownDataset(datasets.names()));
    }
    if (!DELETION_TYPES.contains(task.request().deletionType())) {
      return Optional.of(Problems.unknownDeletionType(DELETION_TYPES));
    }
    if (metadata.hasUnknownPurpose()) {
      return Optional.of(Problems.unknownPurpose(Metadata.PURPOSES));
    }
    if (Duration.between(object.lastModified(), scheduler.now()).compareTo(rules.oldest()) > 0) {
      return Optional.of(Problems.tooOld(rules.oldest().toDays()));
    }
    return attempt > rules.attempts()
        ? Optional.of(Problems.unreadable(rules.attempts()))
        : Optional.empty();
  }

  private void read(Task task, Dataset dataset) {
    if (!task.slicing().isReadable(dataset)) {
      throw new ExpungeException.Permanent(
          "task " + task.id() + " was made for another reader", null);
    }
    try (InputStream in = objects.open(task.file().version())) {
      FileReader reader =
          FileReader.open(
              in,
              task.file().bytes(),
              task.request().options(),
              new IdentifierColumns(dataset.key(), dataset.identifiers()),
              task.slicing().limits());
      new Staging(tasks, task.id(), reader).run().ifPresent(totals -> accept(task.id(), totals));
    } catch (UnacceptableFile refused) {
      reject(task.id(), refused.problem());
    } catch (ObjectGone gone) {
      reject(task.id(), Problems.gone());
    } catch (IOException lost) {
      throw new ExpungeException.Retryable("the connection was lost while reading a file", lost);
    }
  }

  private void accept(TaskId id, Accepted totals) {
    if (tasks.accept(id, totals, TaskState.RUNNING, scheduler.now())) {
      log.write(
          new LogEntry.TaskStarted(id, totals.rows(), totals.rowsToDelete(), totals.batches()));
    }
  }

  private void reject(TaskId id, Problem problem) {
    if (tasks.reject(id, problem, scheduler.now())) {
      log.write(new LogEntry.TaskRejected(id, problem.type()));
    }
  }

  /**
   * Brings to its end what follows on the state, also where an earlier attempt died before it, and
   * where this one was so slow that its note was written over that of the end.
   */
  private void settle(TaskId id) {
    Task task = tasks.find(id).orElseThrow(() -> gone(id));
    if (task.state() == TaskState.REJECTED) {
      tasks.removeBatches(id);
    }
    if (task.state().isTerminal()) {
      note.write(task);
    } else if (task.state() == TaskState.RUNNING || task.state() == TaskState.FINISHING) {
      ringer.ring(Doorbell.of(id));
    } else {
      log.write(new LogEntry.NothingToDo(id, task.state()));
    }
  }

  private static ExpungeException gone(TaskId id) {
    return new ExpungeException.Permanent("task " + id + " vanished while it was taken in", null);
  }
}
