package expunge.intake;

import expunge.batch.Batch;
import expunge.batch.BatchRows;
import expunge.batch.Duplicate;
import expunge.file.DuplicateFilter;
import expunge.file.FileReader;
import expunge.file.ReadSlice;
import expunge.file.Row;
import expunge.file.UnacceptableFile;
import expunge.task.Accepted;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One reading of a file: slices become batch records, in order. The same file always gives the same
 * records, so a second reading finds what the first one left.
 */
final class Staging {
  private final TaskStore tasks;
  private final TaskId task;
  private final FileReader reader;
  private final DuplicateFilter seen = new DuplicateFilter();
  private final List<Batch> pending = new ArrayList<>();
  private int batches;
  private long rows;
  private long rowsToDelete;
  private long invalid;

  Staging(TaskStore tasks, TaskId task, FileReader reader) {
    this.tasks = tasks;
    this.task = task;
    this.reader = reader;
  }

  /**
   * Reads to the end.
   *
   * @return the totals; empty where the task has left STAGING meanwhile
   */
  Optional<Accepted> run() throws IOException, UnacceptableFile {
    for (var next = reader.next(); next.isPresent(); next = reader.next()) {
      add(examine(next.get()));
      if (pending.size() == TaskStore.BATCHES_PER_CALL && !writePending()) {
        return Optional.empty();
      }
    }
    return writePending()
        ? Optional.of(new Accepted(reader.layout(), rows, rowsToDelete, batches))
        : Optional.empty();
  }

  /** How many rows were found invalid so far. */
  long invalid() {
    return invalid;
  }

  private BatchRows examine(ReadSlice slice) {
    int invalid = 0;
    List<Duplicate> duplicates = new ArrayList<>();
    for (int i = 0; i < slice.rows().size(); i++) {
      switch (slice.rows().get(i)) {
        case Row.Invalid _ -> invalid++;
        case Row.Valid row -> note(i, seen.firstLineOf(row.wanted(), row.line()), duplicates);
        case Row.Customer row ->
            note(i, seen.firstLineOfAny(identifiers(row), row.line()), duplicates);
      }
    }
    return new BatchRows(slice.slice(), invalid, duplicates);
  }

  private static void note(int row, OptionalInt firstLine, List<Duplicate> duplicates) {
    firstLine.ifPresent(line -> duplicates.add(new Duplicate(row, line)));
  }

  /** The same value in two kinds is no repetition; no value has a line end. */
  private static List<String> identifiers(Row.Customer row) {
    return row.identifiers().entrySet().stream()
        .map(known -> known.getKey() + "\n" + known.getValue())
        .toList();
  }

  private void add(BatchRows found) {
    batches++;
    rows += found.slice().rows();
    rowsToDelete += found.rowsToDelete();
    invalid += found.invalid();
    pending.add(Batch.fresh(batches, found));
  }

  private boolean writePending() {
    boolean stand = pending.isEmpty() || tasks.addBatches(task, pending);
    pending.clear();
    return stand;
  }
}
