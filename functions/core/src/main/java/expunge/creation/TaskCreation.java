package expunge.creation;

import expunge.dataset.Datasets;
import expunge.file.Limits;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.object.Upload;
import expunge.run.Scheduler;
import expunge.task.CallKey;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.Optional;

/** Makes a task that waits for its file, and the link to send the file by. */
public final class TaskCreation {
  /**
   * How long a link is good for at most. It ends with the credentials that sign it, and those that
   * a function has are good for longer than this when they are handed out.
   */
  public static final Duration LINK = Duration.ofMinutes(15);

  private final Datasets datasets;
  private final KeyedCreation creation;
  private final ObjectStore objects;
  private final Limits limits;
  private final Scheduler scheduler;

  /**
   * With its ports; holds no state of its own.
   *
   * @param limits of the files of tasks that are made from now on
   */
  public TaskCreation(
      Datasets datasets,
      TaskStore tasks,
      ObjectStore objects,
      Limits limits,
      Scheduler scheduler,
      Log log) {
    this.datasets = datasets;
    this.creation = new KeyedCreation(tasks, scheduler, log);
    this.objects = objects;
    this.limits = limits;
    this.scheduler = scheduler;
  }

  /**
   * Makes one, or finds the one that the same call has made; its link is a fresh one. Without a
   * key, a repetition makes another task. One whose file never comes ends by itself.
   *
   * @param request whose words the caller has checked
   * @param call of which request and file are a part; empty where it has no key
   * @throws expunge.run.ExpungeException where it is unknown whether there is a task now
   */
  public CreationAnswer create(Request request, AwaitedFile file, Optional<CallKey> call) {
    return creation
        .make(newTask(request, file), call)
        .<CreationAnswer>map(task -> new CreationAnswer.Created(task, upload(task, file)))
        .orElseGet(CreationAnswer.KeyReused::new);
  }

  private Task newTask(Request request, AwaitedFile file) {
    TaskId id = new TaskId(scheduler.newId());
    Slicing slicing = Slicing.by(limits, datasets.find(request.dataset()), request.kind());
    return Task.pendingUpload(id, request, file.keyFor(id), slicing, scheduler.now());
  }

  private Optional<Upload> upload(Task task, AwaitedFile file) {
    return task.state() == TaskState.PENDING_UPLOAD
        ? Optional.of(
            objects.uploadTo(task.file().version().key(), file.bytes(), file.sha256(), LINK))
        : Optional.empty();
  }
}
