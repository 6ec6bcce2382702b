package expunge.simulator.bug;

import expunge.batch.Batch;
import expunge.batch.BatchRows;
import expunge.batch.Duplicate;
import expunge.file.DuplicateFilter;
import expunge.file.FileReader;
import expunge.file.IdentifierColumns;
import expunge.file.Row;
import expunge.file.Slice;
import expunge.file.UnacceptableFile;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.task.Accepted;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An intake that writes each batch, and rings for it, as soon as it has read it; and workers that
 * begin there, before anybody knows whether the file is accepted.
 */
final class RingsWhileStaging implements Plant {
  private final Map<TaskId, Accepted> soFar = new HashMap<>();
  private final Map<TaskId, Integer> answered = new HashMap<>();
  private Optional<Doorbells> queue = Optional.empty();

  @Override
  public Doorbells doorbells(Doorbells calls, World world) {
    queue = Optional.of(calls);
    return calls;
  }

  @Override
  public TaskStore tasks(TaskStore calls, World world) {
    return new PassingTasks(calls) {
      @Override
      public Optional<Integer> beginIntake(TaskId id, Instant at) {
        Optional<Integer> begun = super.beginIntake(id, at);
        begun.flatMap(_ -> world.tasks().find(id)).ifPresent(task -> ringAhead(calls, task, world));
        return begun;
      }

      @Override
      public Optional<Task> find(TaskId id) {
        boolean works = world.calls().strand().invocation().label().startsWith("worker");
        Optional<Task> task = super.find(id);
        return works ? task.map(RingsWhileStaging.this::asIfItRan) : task;
      }
    };
  }

  /** For as many bells as rang; those that come again later leave the batch until the task runs. */
  private Task asIfItRan(Task task) {
    return Optional.ofNullable(soFar.get(task.id()))
        .filter(_ -> task.state() == TaskState.STAGING)
        .filter(totals -> answered.merge(task.id(), 1, Integer::sum) <= totals.batches())
        .map(totals -> Records.running(task, totals))
        .orElse(task);
  }

  private void ringAhead(TaskStore calls, Task task, World world) {
    byte[] file = world.objects().read(task.file().version(), 0, (int) task.file().bytes());
    try {
      ringAhead(calls, task, reader(file, task, world));
    } catch (UnacceptableFile | IOException bad) {
      // the reading that follows refuses it
    }
  }

  private static FileReader reader(byte[] file, Task task, World world)
      throws IOException, UnacceptableFile {
    return FileReader.open(
        new ByteArrayInputStream(file),
        file.length,
        task.request().options(),
        IdentifierColumns.of(world.scenario().dataset()),
        task.slicing().limits());
  }

  private void ringAhead(TaskStore calls, Task task, FileReader reader)
      throws IOException, UnacceptableFile {
    DuplicateFilter seen = new DuplicateFilter();
    int number = 0;
    long rows = 0;
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      Batch batch = Batch.fresh(++number, rowsOf(next.get().slice(), next.get().rows(), seen));
      rows += batch.rows().slice().rows();
      soFar.put(task.id(), new Accepted(reader.layout(), rows, 0, number));
      calls.addBatches(task.id(), List.of(batch));
      queue.orElseThrow().ring(List.of(Doorbell.of(task.id(), number)), Duration.ZERO);
    }
  }

  private static BatchRows rowsOf(Slice slice, List<Row> rows, DuplicateFilter seen) {
    int invalid = 0;
    List<Duplicate> duplicates = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Row.Valid row) {
        OptionalInt first = seen.firstLineOf(row.value(), row.line());
        if (first.isPresent()) {
          duplicates.add(new Duplicate(i, first.getAsInt()));
        }
      } else {
        invalid++;
      }
    }
    return new BatchRows(slice, invalid, duplicates);
  }
}
