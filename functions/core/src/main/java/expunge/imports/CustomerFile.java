package expunge.imports;

import expunge.batch.Batch;
import expunge.batch.Duplicate;
import expunge.dataset.Dataset;
import expunge.file.Form;
import expunge.file.Row;
import expunge.file.Slice;
import expunge.file.SliceReader;
import expunge.file.UnacceptableFile;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.run.ExpungeException;
import expunge.task.Task;
import expunge.work.RowsGone;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The rows of a batch, read from its byte range exactly as intake read them.
 *
 * @param rows in order of the file
 * @param duplicates the first line of each row that repeats an identifier, by its place
 */
record CustomerFile(List<Row> rows, Map<Integer, Integer> duplicates) {
  /**
   * Fetches and reads the rows.
   *
   * @throws RowsGone if they can't be had any more, or are not those that intake counted
   * @throws ExpungeException.Permanent if this build or declaration must not read them
   */
  static CustomerFile read(ObjectStore objects, Task task, Dataset dataset, Batch batch) {
    if (!task.slicing().isReadable(dataset)) {
      throw new ExpungeException.Permanent(
          "task " + task.id() + " was cut by another reader, or for another declaration", null);
    }
    Slice slice = batch.rows().slice();
    try {
      byte[] bytes = objects.read(task.file().version(), slice.start(), slice.length());
      SliceReader reader = new SliceReader(task.totals().layout(), Form.imports(dataset));
      Map<Integer, Integer> duplicates = new HashMap<>();
      for (Duplicate duplicate : batch.rows().duplicates()) {
        duplicates.put(duplicate.row(), duplicate.firstLine());
      }
      return new CustomerFile(reader.read(slice, bytes), duplicates);
    } catch (ObjectGone | UnacceptableFile | IllegalArgumentException changed) {
      throw RowsGone.rows(task.id(), batch.number());
    }
  }

  /** The rows that are to be written, by their place, in order. */
  SequencedMap<Integer, Row.Customer> wanted() {
    SequencedMap<Integer, Row.Customer> wanted = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Row.Customer row && !duplicates.containsKey(i)) {
        wanted.put(i, row);
      }
    }
    return wanted;
  }

  @Override
  public String toString() {
    return "CustomerFile[" + rows.size() + " rows]";
  }
}
