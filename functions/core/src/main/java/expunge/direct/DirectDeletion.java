package expunge.direct;

import expunge.creation.KeyedCreation;
import expunge.dataset.DeletionType;
import expunge.file.KeyFile;
import expunge.file.Limits;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.report.ReportPart;
import expunge.report.ResultKeys;
import expunge.report.RowOutcome;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.CallKey;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the task of a few profiles, and waits a while for its end. */
public final class DirectDeletion {
  /** How long a caller waits at most. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration FIRST_LOOK = Duration.ofMillis(100);
  private static final Duration LONGEST_BETWEEN = Duration.ofSeconds(1);

  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Scheduler scheduler;
  private final Limits limits;
  private final KeyedCreation creation;

  /**
   * With its ports.
   *
   * @param limits as intake has them
   */
  public DirectDeletion(
      TaskStore tasks, ObjectStore objects, Scheduler scheduler, Limits limits, Log log) {
    this.tasks = tasks;
    this.objects = objects;
    this.scheduler = scheduler;
    this.limits = limits;
    this.creation = new KeyedCreation(tasks, scheduler, log);
  }

  /**
   * Deletes the profiles of these keys completely. Where this fails or dies after the file was
   * written, the task goes on all the same; before that, nobody is deleted. The same call under the
   * same key is one deletion.
   *
   * @param call empty where it has no key: then a repetition is another task
   * @param until when the caller has waited long enough
   */
  public DirectAnswer delete(DirectRequest asked, Optional<CallKey> call, Instant until) {
    return creation
        .make(newTask(asked), call)
        .map(task -> carriedOut(task, asked, until))
        .orElseGet(DirectAnswer.KeyReused::new);
  }

  /** What the same call has come to before; empty where it has not got as far as its file. */
  public Optional<DirectAnswer> earlier(Optional<CallKey> call, Instant until) {
    return call.flatMap(key -> tasks.keyedCall(key.key(), scheduler.now()))
        .flatMap(
            standing ->
                standing.call().equals(call.orElseThrow())
                    ? begun(find(standing.task()), until)
                    : Optional.of(new DirectAnswer.KeyReused()));
  }

  private Optional<DirectAnswer> begun(Task task, Instant until) {
    return task.state() == TaskState.PENDING_UPLOAD
        ? Optional.empty()
        : Optional.of(awaited(task.id(), until));
  }

  private Task newTask(DirectRequest asked) {
    TaskId id = new TaskId(scheduler.newId());
    String key = "uploads/" + id + "/request.csv";
    return Task.pendingUpload(id, request(asked), key, slicing(asked), scheduler.now());
  }

  /** Of the files that repetitions of a call write, the first one counts. */
  private DirectAnswer carriedOut(Task task, DirectRequest asked, Instant until) {
    if (task.state() == TaskState.PENDING_UPLOAD) {
      String key = task.file().version().key();
      objects.replace(key, KeyFile.CONTENT_TYPE, file(asked), Optional.empty());
    }
    return awaited(task.id(), until);
  }

  private Slicing slicing(DirectRequest asked) {
    return Slicing.by(limits, Optional.of(asked.dataset()));
  }

  private static Request request(DirectRequest asked) {
    return new Request(
        TaskKind.DELETION,
        asked.dataset().name(),
        DeletionType.COMPLETE,
        KeyFile.options(asked.dataset().key().name()),
        Optional.empty(),
        asked.reason(),
        Optional.empty(),
        Optional.of(asked.requestedBy()),
        false,
        true,
        new Origin.Sent());
  }

  private static byte[] file(DirectRequest asked) {
    List<String> lines = new ArrayList<>(List.of(asked.dataset().key().name()));
    lines.addAll(asked.keys());
    return KeyFile.lines(lines);
  }

  private DirectAnswer awaited(TaskId id, Instant until) {
    Duration wait = FIRST_LOOK;
    Task task = find(id);
    while (!task.state().isTerminal() && scheduler.now().plus(wait).isBefore(until)) {
      scheduler.waitUntil(scheduler.now().plus(wait));
      Duration twice = wait.multipliedBy(2);
      wait = twice.compareTo(LONGEST_BETWEEN) < 0 ? twice : LONGEST_BETWEEN;
      task = find(id);
    }
    return task.state().isTerminal()
        ? new DirectAnswer.Ended(task, report(task))
        : new DirectAnswer.UnderWay(task);
  }

  private Task find(TaskId id) {
    return tasks
        .find(id)
        .orElseThrow(
            () -> new ExpungeException.Permanent("task " + id + " vanished under way", null));
  }

  private List<RowOutcome> report(Task task) {
    return task.hasReport()
        ? objects.read(ResultKeys.report(task.id())).map(ReportPart::rowsOf).orElse(List.of())
        : List.of();
  }
}
