package expunge.deletion;

import expunge.batch.Batch;
import expunge.criterion.Criterion;
import expunge.criterion.Criterion.Condition;
import expunge.criterion.Operator;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Identifier;
import expunge.dataset.Index;
import expunge.dataset.Matches;
import expunge.dataset.Segments;
import expunge.file.Problem;
import expunge.item.Value;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.report.RetryFile;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.selection.Gathering;
import expunge.selection.GatheringProgress;
import expunge.selection.Selection;
import expunge.selection.Selector;
import expunge.targeting.TargetDeletion;
import expunge.task.Doorbell;
import expunge.task.Origin;
import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import expunge.work.BatchPages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes the file of a task that nobody sends. Its arrival in the bucket is what starts the task,
 * as that of any other.
 */
final class OwnFile {
  private static final String TARGET = "target";

  /** How long a table that gave up is left alone. */
  private static final Duration REST = Duration.ofSeconds(30);

  /** How long nothing may be found in a table that is always busy. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final Datasets datasets;
  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Ringer ringer;
  private final Gathering gathering;
  private final Scheduler scheduler;
  private final Log log;
  private final int mostFaults;

  /**
   * With its ports.
   *
   * @param mostFaults after how many in a row a table counts as one that can't be read
   */
  OwnFile(
      Datasets datasets,
      TaskStore tasks,
      ObjectStore objects,
      Selection selection,
      Ringer ringer,
      Scheduler scheduler,
      Log log,
      int mostFaults) {
    this.datasets = datasets;
    this.tasks = tasks;
    this.objects = objects;
    this.ringer = ringer;
    this.gathering = new Gathering(selection, objects, scheduler);
    this.scheduler = scheduler;
    this.log = log;
    this.mostFaults = mostFaults;
  }

  /** Writes it, or as much as there is time for; a task that will never have one is rejected. */
  void write(Task task, Deadline deadline) {
    Optional<Problem> problem =
        switch (task.request().origin()) {
          case Origin.Sent _ -> {
            log.write(new LogEntry.NothingToDo(task.id(), task.state()));
            yield Optional.empty();
          }
          case Origin.Retry retry -> written(task, retry);
          case Origin.Segment segment -> ofSegment(task, segment, deadline);
          case Origin.Target _ -> targeted(task, deadline);
        };
    if (problem.isPresent() && tasks.reject(task.id(), problem.get(), scheduler.now())) {
      log.write(new LogEntry.TaskRejected(task.id(), problem.get().type()));
      ringer.ring(task);
    }
  }

  /** Where the segments are declared anew meanwhile, their members are looked for anew. */
  private Optional<Problem> ofSegment(Task task, Origin.Segment segment, Deadline deadline) {
    Optional<Segments> declared =
        datasetOf(task).flatMap(Dataset::segments).filter(it -> it.has(segment.source()));
    return declared.isPresent()
        ? gathered(
            task, dataset -> members(dataset, segment), declared.get().fingerprint(), deadline)
        : Optional.of(Problems.unknownDataset());
  }

  private static Selector members(Dataset dataset, Origin.Segment segment) {
    return switch (segment.source()) {
      case MEMBERS, MANUAL -> new Selector.Members(segment.id());
      case ATTRIBUTE ->
          new Selector.Meeting(
              listing(dataset.declaredSegments().attribute().orElseThrow(), segment.id()));
    };
  }

  /** In a text, the id would be found as a part of another one: only lists and sets count. */
  private static Criterion listing(String attribute, String segment) {
    return new Criterion.All(
        List.of(
            Condition.of(attribute, Operator.CONTAINS, new Value.Text(segment)),
            new Criterion.Not(Condition.of(attribute, Operator.AT_LEAST, new Value.Text("")))));
  }

  private Optional<Problem> gathered(
      Task task, Function<Dataset, Selector> meant, String meaning, Deadline deadline) {
    Optional<Dataset> dataset = datasetOf(task);
    if (dataset.isEmpty()) {
      return Optional.of(Problems.unknownDataset());
    }
    Selector selector = meant.apply(dataset.get());
    Gathering.Reached reached;
    try {
      reached =
          gathering.goOn(
              task, dataset.get(), selector, meaning, deadline, () -> isAwaited(task.id()));
    } catch (ExpungeException failure) {
      return isAwaited(task.id()) ? failed(task, failure) : ended(task);
    }
    if (!isAwaited(task.id())) {
      return ended(task);
    }
    return switch (reached) {
      case WRITTEN, TAKEN_OVER -> Optional.empty();
      case NOBODY -> Optional.of(Problems.nobody());
      case TOO_MANY ->
          Optional.of(Problems.tooMany(task.request().origin(), task.slicing().limits().rows()));
      case UNDER_WAY -> later(task, Duration.ZERO);
      case INTERRUPTED -> later(task, REST);
    };
  }

  /** Whoever cleared up meanwhile may not have seen the last of it. */
  private Optional<Problem> ended(Task task) {
    ringer.ring(task);
    return Optional.empty();
  }

  private Optional<Problem> later(Task task, Duration rest) {
    tasks.touch(task.id(), task.touchedAt(), scheduler.now());
    ringer.ring(task.request().kind(), List.of(Doorbell.of(task.id())), rest);
    return Optional.empty();
  }

  /**
   * A table that is only busy is no fault: a message that had to come back would do so much later,
   * and not for ever. Another reason may be mended before it has come back a few times.
   */
  private Optional<Problem> failed(Task task, ExpungeException failure) {
    GatheringProgress progress = new GatheringProgress(objects, task);
    boolean isHopeless =
        switch (failure) {
          case ExpungeException.Retryable _ ->
              scheduler.now().isAfter(progress.movedAt().plus(PATIENCE));
          case ExpungeException.Permanent fault -> {
            if (progress.countFault() < mostFaults) {
              throw fault;
            }
            yield true;
          }
        };
    log.write(new LogEntry.TaskFault(task.id(), Failure.of(failure)));
    return isHopeless ? Optional.of(Problems.unreadableTable()) : later(task, REST);
  }

  private boolean isAwaited(TaskId id) {
    return tasks.find(id).filter(task -> task.state() == TaskState.PENDING_UPLOAD).isPresent();
  }

  private Optional<Problem> targeted(Task task, Deadline deadline) {
    return TargetDeletion.criterionOf(objects, task.id())
        .map(criterion -> gathered(task, _ -> new Selector.Meeting(criterion), TARGET, deadline))
        .orElseGet(() -> Optional.of(Problems.criterionGone()));
  }

  private Optional<Problem> written(Task child, Origin.Retry retry) {
    if (datasetOf(child).isEmpty()) {
      return Optional.of(Problems.unknownDataset());
    }
    try {
      List<Batch> ended = BatchPages.of(tasks, retry.parent()).all();
      String identifier = identifierOf(retry.parent());
      boolean meansSeveral =
          indexOf(child, identifier)
              .filter(index -> index.matches() instanceof Matches.All)
              .isPresent();
      return RetryFile.write(objects, child.id(), identifier, meansSeveral, ended)
          ? Optional.empty()
          : Optional.of(Problems.rowsLost());
    } catch (ObjectGone gone) {
      return Optional.of(Problems.reportGone());
    }
  }

  private String identifierOf(TaskId parent) {
    return tasks
        .find(parent)
        .orElseThrow(() -> new ExpungeException.Permanent("task " + parent + " vanished", null))
        .totals()
        .layout()
        .identifier();
  }

  /** Empty where it is not declared any more, or otherwise. */
  private Optional<Dataset> datasetOf(Task task) {
    return datasets.find(task.request().dataset()).filter(task.slicing()::isDeclaredAs);
  }

  /** The index of an identifier, as the task's dataset declares it. */
  private Optional<Index> indexOf(Task task, String identifier) {
    return datasetOf(task)
        .flatMap(dataset -> dataset.identifier(identifier))
        .flatMap(Identifier::index);
  }
}
