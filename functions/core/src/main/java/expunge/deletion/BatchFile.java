package expunge.deletion;

import expunge.batch.Batch;
import expunge.batch.Duplicate;
import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
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
import expunge.work.RowsGone;
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
 * @param identifier by which the file deletes
 * @param wanted the values to be looked up, by the place of their row, in order
 */
record BatchFile(
    List<Row> rows,
    Map<Integer, Integer> duplicates,
    Identifier identifier,
    SequencedMap<Integer, String> wanted) {
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
      Identifier identifier = dataset.identifier(layout.identifier()).orElseThrow();
      List<Row> rows =
          new SliceReader(layout, identifier, task.request().origin().spaces()).read(slice, bytes);
      Map<Integer, Integer> duplicates = byRow(batch.rows().duplicates());
      return new BatchFile(rows, duplicates, identifier, wanted(rows, duplicates.keySet()));
    } catch (ObjectGone | UnacceptableFile | IllegalArgumentException changed) {
      throw RowsGone.rows(task.id(), batch.number());
    }
  }

  /** The key of the profile that a row of a file by the table's key means. */
  static ProfileKey key(String wanted) {
    return new ProfileKey(wanted);
  }

  private static SequencedMap<Integer, String> wanted(List<Row> rows, Set<Integer> duplicates) {
    SequencedMap<Integer, String> wanted = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) instanceof Row.Valid row && !duplicates.contains(i)) {
        wanted.put(i, row.wanted());
      }
    }
    return wanted;
  }

  private static Map<Integer, Integer> byRow(List<Duplicate> duplicates) {
    Map<Integer, Integer> firstLines = new HashMap<>();
    duplicates.forEach(duplicate -> firstLines.put(duplicate.row(), duplicate.firstLine()));
    return firstLines;
  }

  @Override
  public String toString() {
    return "BatchFile[" + rows.size() + " rows]";
  }
}
