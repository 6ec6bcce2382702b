package expunge.deletion;

import expunge.batch.Batch;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Identifier;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.report.ReportPart;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.Ringer;
import expunge.task.Task;
import expunge.task.TaskStore;
import expunge.work.BatchEnd;
import expunge.work.End;
import expunge.work.KindOfWork;
import expunge.work.Pacer;
import expunge.work.RowsGone;
import expunge.work.WorkerRules;
import java.time.Instant;
import java.util.Optional;

/** Deletes the profiles that files list. Keeps the pace of its writes from one call to the next. */
public final class Deletions implements KindOfWork {
  private final Datasets datasets;
  private final ObjectStore objects;
  private final Pacer pacer;
  private final BatchWork batches;
  private final OwnFile ownFile;

  /** With its ports and rules. */
  public Deletions(
      Datasets datasets,
      TaskStore tasks,
      ObjectStore objects,
      People people,
      Ringer ringer,
      Scheduler scheduler,
      Log log,
      WorkerRules rules) {
    this.datasets = datasets;
    this.objects = objects;
    this.pacer = new Pacer(scheduler, rules.workers());
    BatchEnd end = new BatchEnd(tasks, objects, scheduler, log);
    this.batches = new BatchWork(tasks, objects, people, pacer, end, scheduler, log, rules);
    this.ownFile =
        new OwnFile(
            datasets,
            tasks,
            objects,
            people.selection(),
            ringer,
            scheduler,
            log,
            rules.hopelessAfter());
  }

  @Override
  public Instant opens(Task task) {
    return pacer.opens(datasets.of(task.request().dataset()));
  }

  @Override
  public End attempt(Task task, int number, Deadline deadline) {
    return batches.attempt(task, datasets.of(task.request().dataset()), number, deadline);
  }

  @Override
  public End settle(Task task, int number, Deadline deadline) {
    return batches.settle(task, datasets.of(task.request().dataset()), number, deadline);
  }

  @Override
  public ReportPart cancelled(Task task, Batch batch) {
    Optional<Dataset> dataset = datasetOf(task);
    if (dataset.isEmpty()) {
      return new LostRows(task, batch, Optional.empty()).cancelled();
    }
    try {
      return new Verdicts(BatchFile.read(objects, task, dataset.get(), batch)).cancelled();
    } catch (RowsGone gone) {
      return new LostRows(task, batch, Optional.empty()).cancelled();
    }
  }

  @Override
  public void writeFile(Task task, Deadline deadline) {
    ownFile.write(task, deadline);
  }

  @Override
  public boolean plansInObjects(Task task) {
    return datasetOf(task)
        .flatMap(dataset -> dataset.identifier(task.totals().layout().identifier()))
        .flatMap(Identifier::index)
        .isPresent();
  }

  /** Empty where it is not declared any more, or otherwise. */
  private Optional<Dataset> datasetOf(Task task) {
    return datasets.find(task.request().dataset()).filter(task.slicing()::isDeclaredAs);
  }
}
