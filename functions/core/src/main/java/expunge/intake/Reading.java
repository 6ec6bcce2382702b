package expunge.intake;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.DeletionType;
import expunge.file.FileReader;
import expunge.file.Form;
import expunge.file.IdentifierColumns;
import expunge.file.Problem;
import expunge.file.UnacceptableFile;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.StoredObject;
import expunge.profile.ProfileStore;
import expunge.report.FileNote;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.Accepted;
import expunge.task.ImportSettings;
import expunge.task.Request;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** Reads the file of a task that is STAGING, to its end; the task then leaves that state. */
final class Reading {
  private final Datasets datasets;
  private final TaskStore tasks;
  private final ObjectStore objects;
  private final ProfileStore profiles;
  private final FileNote note;
  private final Scheduler scheduler;
  private final Log log;
  private final IntakeRules rules;

  Reading(
      Datasets datasets,
      TaskStore tasks,
      ObjectStore objects,
      ProfileStore profiles,
      FileNote note,
      Scheduler scheduler,
      Log log,
      IntakeRules rules) {
    this.datasets = datasets;
    this.tasks = tasks;
    this.objects = objects;
    this.profiles = profiles;
    this.note = note;
    this.scheduler = scheduler;
    this.log = log;
    this.rules = rules;
  }

  /** Reads; nothing happens where the task is no longer STAGING. */
  void read(Task task, StoredObject object) {
    Optional<Integer> attempt = tasks.beginIntake(task.id(), scheduler.now());
    if (attempt.isEmpty()) {
      return;
    }
    log.write(new LogEntry.IntakeBegan(task.id(), attempt.get(), task.file().bytes()));
    Optional<Problem> problem = problemBesidesContent(task, object, attempt.get());
    if (problem.isPresent()) {
      reject(task.id(), problem.get());
    } else {
      note.write(task);
      readContent(task, datasets.find(task.request().dataset()).orElseThrow());
    }
  }

  void reject(TaskId id, Problem problem) {
    if (tasks.reject(id, problem, scheduler.now())) {
      log.write(new LogEntry.TaskRejected(id, problem.type()));
    }
  }

  private Optional<Problem> problemBesidesContent(Task task, StoredObject object, int attempt) {
    Optional<Dataset> dataset = datasets.find(task.request().dataset());
    if (dataset.isEmpty()) {
      return Optional.of(Problems.unknownDataset(datasets.names()));
    }
    Optional<Problem> unfit = problemOfKind(task.request(), dataset.get());
    if (unfit.isPresent()) {
      return unfit;
    }
    if (Duration.between(object.lastModified(), scheduler.now()).compareTo(rules.oldest()) > 0) {
      return Optional.of(Problems.tooOld(rules.oldest().toDays()));
    }
    return attempt > rules.attempts()
        ? Optional.of(Problems.unreadable(rules.attempts()))
        : problemOfMetadata(object);
  }

  private static Optional<Problem> problemOfKind(Request request, Dataset dataset) {
    return switch (request.kind()) {
      case DELETION ->
          dataset.deletionType(request.deletionType()).isPresent()
              ? Optional.empty()
              : Optional.of(
                  Problems.unknownDeletionType(
                      dataset.deletionTypes().stream().map(DeletionType::name).toList()));
      case IMPORT -> problemOfImport(request.settings().orElseThrow(), dataset);
    };
  }

  private static Optional<Problem> problemOfImport(ImportSettings settings, Dataset dataset) {
    if (dataset.imports().isEmpty()) {
      return Optional.of(Problems.noImports());
    }
    return settings.segment().isPresent() && !dataset.takesMembers()
        ? Optional.of(Problems.noSegments())
        : Optional.empty();
  }

  private static Form form(Task task, Dataset dataset) {
    return switch (task.request().kind()) {
      case DELETION ->
          Form.deletions(IdentifierColumns.of(dataset), task.request().origin().spaces());
      case IMPORT -> Form.imports(dataset);
    };
  }

  /** A task made by the API had its words checked then; its object has none. */
  private static Optional<Problem> problemOfMetadata(StoredObject object) {
    Metadata metadata = new Metadata(object.metadata());
    if (metadata.hasUnknownPurpose()) {
      return Optional.of(Problems.unknownPurpose(Request.PURPOSES));
    }
    return metadata.hasUnclearDryRun() ? Optional.of(Problems.unclearDryRun()) : Optional.empty();
  }

  private void readContent(Task task, Dataset dataset) {
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
              form(task, dataset),
              task.slicing().limits());
      Staging staging = new Staging(tasks, task.id(), reader);
      staging.run().ifPresent(totals -> accept(task, dataset, totals, staging.invalid()));
    } catch (UnacceptableFile refused) {
      reject(task.id(), refused.problem());
    } catch (ObjectGone gone) {
      reject(task.id(), Problems.gone());
    } catch (IOException lost) {
      throw new ExpungeException.Retryable("the connection was lost while reading a file", lost);
    }
  }

  private void accept(Task task, Dataset dataset, Accepted totals, long invalid) {
    Optional<Problem> hold =
        task.request().dryRun() || task.request().confirmed() || isImport(task)
            ? Optional.empty()
            : rules.guard().hold(totals, invalid, () -> profiles.size(dataset));
    boolean waits = hold.isPresent() || isToBeConfirmed(task);
    TaskState to = waits ? TaskState.AWAITING_CONFIRMATION : TaskState.RUNNING;
    if (tasks.accept(task.id(), totals, to, hold, scheduler.now())) {
      log.write(waits ? held(task.id(), totals, hold) : started(task.id(), totals));
    }
  }

  /** It destroys nothing that a repetition does not mend. */
  private static boolean isImport(Task task) {
    return task.request().kind() == TaskKind.IMPORT;
  }

  /**
   * An uploaded file waits, unless it was confirmed when it was asked for; the retry of a task goes
   * on with what that one's start has allowed.
   */
  private boolean isToBeConfirmed(Task task) {
    if (task.request().confirmed()
        || isImport(task)
        || FilePlace.of(task.file().version().key()) instanceof FilePlace.Dropped) {
      return false;
    }
    return task.request()
        .retryOf()
        .flatMap(retry -> tasks.find(retry.parent()))
        .flatMap(Task::startedAt)
        .isEmpty();
  }

  private static LogEntry started(TaskId id, Accepted totals) {
    return new LogEntry.TaskStarted(id, totals.rows(), totals.rowsToDelete(), totals.batches());
  }

  private static LogEntry held(TaskId id, Accepted totals, Optional<Problem> hold) {
    String type = hold.map(Problem::type).orElse("");
    return new LogEntry.TaskHeld(id, totals.rows(), totals.rowsToDelete(), type);
  }
}
