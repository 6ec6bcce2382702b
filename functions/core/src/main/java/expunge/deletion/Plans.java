package expunge.deletion;

import expunge.batch.Batch;
import expunge.batch.Plan;
import expunge.object.ObjectStore;
import expunge.task.TaskStore;
import expunge.work.RowsGone;
import java.util.Optional;

/** Writes the plan of a batch, once, and reads the one that stands. */
final class Plans {
  private final TaskStore tasks;
  private final PlanFile files;

  Plans(TaskStore tasks, ObjectStore objects) {
    this.tasks = tasks;
    this.files = new PlanFile(objects);
  }

  /**
   * Writes a plan where none stands.
   *
   * @return the one that stands, be it this one or an earlier; empty where the lease is lost
   */
  Optional<PlannedRows> write(Attempt attempt, BatchFile file, PlannedRows rows) {
    Plan plan =
        file.identifier().index().isPresent()
            ? files.write(attempt.task().id(), attempt.number(), rows)
            : rows.byKey();
    Optional<Batch> planned =
        tasks.plan(attempt.task().id(), attempt.number(), attempt.owner(), plan);
    planned.ifPresent(attempt::planned);
    return planned.map(batch -> read(attempt, file));
  }

  /**
   * The plan that stands in the record of the attempt's batch, which has one.
   *
   * @throws RowsGone if it can't be had any more
   */
  PlannedRows read(Attempt attempt, BatchFile file) {
    return switch (attempt.batch().plan().orElseThrow()) {
      case Plan.ByKey byKey -> PlannedRows.of(byKey, file);
      case Plan.InObject inObject ->
          files
              .read(inObject)
              .orElseThrow(() -> RowsGone.plan(attempt.task().id(), attempt.number()));
    };
  }

  /**
   * The plan of a batch whose file can't be read; empty where it has none, or it can't be had.
   * Without the file, rows by the table's key have no key.
   */
  Optional<PlannedRows> withoutFile(Batch batch) {
    return batch
        .plan()
        .flatMap(
            plan ->
                switch (plan) {
                  case Plan.ByKey _ -> Optional.empty();
                  case Plan.InObject inObject -> files.read(inObject);
                });
  }
}
