package expunge.intake;

import expunge.dataset.Datasets;
import expunge.dataset.DeletionType;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.log.LogEntry.EventIgnored.Why;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.StoredObject;
import expunge.profile.ProfileStore;
import expunge.report.EndOfTask;
import expunge.report.FileNote;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Ringer;
import expunge.task.Slicing;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import expunge.task.TaskStore;

/**
 * A file has arrived: finds or makes its task, reads it, and lets it run, wait or be rejected. The
 * same file again, at once or later, is the same task, and nothing happens twice.
 */
public final class Intake {
  private final Datasets datasets;
  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Ringer ringer;
  private final FileNote note;
  private final EndOfTask end;
  private final Reading reading;
  private final Scheduler scheduler;
  private final Log log;
  private final IntakeRules rules;

  /** With its ports and rules; holds no state of its own. */
  public Intake(
      Datasets datasets,
      TaskStore tasks,
      ObjectStore objects,
      ProfileStore profiles,
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
    this.end = new EndOfTask(tasks, note);
    this.reading = new Reading(datasets, tasks, objects, profiles, note, scheduler, log, rules);
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
    if (!file.bucket().equals(objects.bucket())) {
      ignore(Why.OTHER_BUCKET);
      return;
    }
    switch (FilePlace.of(file.key())) {
      case FilePlace.Dropped place -> dropped(place, file);
      case FilePlace.Uploaded place -> uploaded(place.task(), file);
      case FilePlace.Elsewhere _ -> ignore(Why.NO_FILE);
    }
  }

  /**
   * Takes up a task whose file was pinned, and which may have been left half-way.
   *
   * @throws ExpungeException if it has to be called again; everything it wrote so far is kept
   */
  public void takeUp(Task task) {
    ObjectVersion pinned = task.file().version();
    objects
        .describe(pinned.key(), pinned.versionId())
        .filter(object -> object.version().equals(pinned))
        .ifPresentOrElse(object -> goOn(task, object), () -> goOnWithoutFile(task));
  }

  private void dropped(FilePlace.Dropped place, ArrivedFile file) {
    objects
        .describe(file.key(), file.versionId())
        .ifPresentOrElse(
            object -> goOn(tasks.create(newTask(place, object)), object),
            () ->
                file.versionId()
                    .flatMap(version -> tasks.find(idOf(file.bucket(), file.key(), version)))
                    .ifPresentOrElse(this::goOnWithoutFile, () -> ignore(Why.OBJECT_GONE)));
  }

  private void uploaded(TaskId id, ArrivedFile file) {
    if (tasks.find(id).filter(task -> isOf(task, file.key())).isEmpty()) {
      ignore(Why.NO_FILE);
      return;
    }
    objects
        .describe(file.key(), file.versionId())
        .ifPresentOrElse(object -> pin(id, object), () -> ignore(Why.OBJECT_GONE));
  }

  private static boolean isOf(Task task, String key) {
    return task.file().version().key().equals(key);
  }

  /** The first upload counts; a second one under the same key changes nothing. */
  private void pin(TaskId id, StoredObject object) {
    tasks
        .pin(id, new SourceFile(object.version(), object.bytes()), scheduler.now())
        .filter(task -> task.file().version().equals(object.version()))
        .ifPresentOrElse(task -> goOn(task, object), () -> ignore(Why.LATER_UPLOAD));
  }

  /** The id of the task of a dropped file, which is the same whenever it is asked for. */
  public static TaskId idOf(String bucket, ObjectVersion version) {
    return idOf(bucket, version.key(), version.versionId().orElse(version.eTag()));
  }

  private static TaskId idOf(String bucket, String key, String version) {
    return TaskId.derivedFrom(bucket, key, version);
  }

  private Task newTask(FilePlace.Dropped place, StoredObject object) {
    String dataset = place.dataset().orElseGet(() -> datasets.defaultDataset().name());
    Metadata metadata = new Metadata(object.metadata());
    return Task.staging(
        idOf(objects.bucket(), object.version()),
        new Request(
            TaskKind.DELETION,
            dataset,
            metadata.text("deletion-type").orElse(DeletionType.COMPLETE),
            metadata.fileOptions(),
            metadata.text("description"),
            metadata.text("reason"),
            metadata.text("purpose"),
            metadata.text("requested-by"),
            metadata.isDryRun(),
            false,
            new Origin.Sent()),
        new SourceFile(object.version(), object.bytes()),
        Slicing.by(rules.limits(), datasets.find(dataset)),
        scheduler.now());
  }

  private void goOn(Task task, StoredObject object) {
    if (task.state() == TaskState.STAGING) {
      reading.read(task, object);
    }
    settle(task.id());
  }

  /** An earlier attempt may have died with the task half-way, and the object been removed since. */
  private void goOnWithoutFile(Task task) {
    if (task.state() == TaskState.STAGING) {
      reading.reject(task.id(), Problems.gone());
    }
    settle(task.id());
  }

  /**
   * Brings to its end what follows on the state, also where an earlier attempt died before it, and
   * where this one was so slow that its note was written over that of the end.
   */
  private void settle(TaskId id) {
    Task task = tasks.find(id).orElseThrow(() -> gone(id));
    switch (task.state()) {
      case COMPLETED, COMPLETED_WITH_ERRORS, CANCELLED, REJECTED, FAILED ->
          end.settleOrRing(task, ringer);
      case RUNNING, CANCELLING, FINISHING -> ringer.ring(task);
      case AWAITING_CONFIRMATION -> note.write(task);
      case PENDING_UPLOAD, STAGING, PAUSED -> log.write(new LogEntry.NothingToDo(id, task.state()));
    }
  }

  private void ignore(Why why) {
    log.write(new LogEntry.EventIgnored(why));
  }

  private static ExpungeException gone(TaskId id) {
    return new ExpungeException.Permanent("task " + id + " vanished while it was taken in", null);
  }
}
