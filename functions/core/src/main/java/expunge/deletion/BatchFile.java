package expunge.deletion;

import expunge.batch.Batch;
import expunge.batch.Duplicate;
import expunge.dataset.Dataset;
import expunge.file.Layout;
import expunge.file.Row;
import expunge.file.Slice;
import expunge.file.SliceReader;
import expunge.file.UnacceptableFile;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.run.ExpungeException;
import expunge.task.Task;
import expunge.task.TaskId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The rows of a batch, read from its byte range exactly as intake read them.
 *
 * @param rows in order of the file
 * @param duplicates the first line of each row that repeats an earlier one, by its place
 * @param keys what is to be looked up, by the place of its row, in order
 */
record BatchFile(
    List<Row> rows, Map<Integer, Integer> duplicates, SequencedMap<Integer, ProfileKey> keys) {
  /**
   * Fetches and reads the rows.
   *
   * @throws RowsGone if they can't be had any more, or are not those that intake counted
   * @throws ExpungeException.Permanent if this build or declaration must not read them
   */
  static BatchFile read(ObjectStore objects, Task task, Dataset dataset, Batch batch) {
    if (!task.slicing().isReadable(dataset)) {
      throw new ExpungeException.Permanent(
          "task " + task.id() + " was cut by another reader, or for another declaration", null);
    }
    Slice slice = batch.rows().slice();
    Layout layout = task.totals().layout();
    try {
      byte[] bytes = objects.read(task.file().version(), slice.start(), slice.length());
      List<Row> rows = new SliceReader(layout, dataset.key()).read(slice, bytes);
      Map<Integer, Integer> duplicates = byRow(batch.rows().duplicates());
      return new BatchFile(rows, duplicates, keys(rows, duplicates.keySet()));
    } catch (ObjectGone | UnacceptableFile | IllegalArgumentException changed) {
      throw new RowsGone(task.id(), batch.number());
    }
  }

  private static SequencedMap<Integer, ProfileKey> keys(List<Row> rows, Set<Integer> duplicates) {
    SequencedMap<Integer, ProfileKey> keys = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Row.Valid row && !duplicates.contains(i)) {
        keys.put(i, new ProfileKey(row.value()));
      }
    }
    return keys;
  }

  private static Map<Integer, Integer> byRow(List<Duplicate> duplicates) {
    Map<Integer, Integer> firstLines = new HashMap<>();
    duplicates.forEach(duplicate -> firstLines.put(duplicate.row(), duplicate.firstLine()));
    return firstLines;
  }

  /** The rows of a batch can't be had any more, and never will be. */
  static final class RowsGone extends ExpungeException.Permanent {
    private static final long serialVersionUID = 1L;

    RowsGone(TaskId task, int batch) {
      super("the rows of batch " + batch + " of task " + task + " are gone from its file", null);
    }
  }
}
