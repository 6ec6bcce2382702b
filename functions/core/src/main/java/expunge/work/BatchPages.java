package expunge.work;

import expunge.batch.Batch;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** All batches of a task, in order, a page in memory at a time. */
public final class BatchPages implements Iterable<Batch> {
  private static final int PAGE = 200;

  private final TaskStore tasks;
  private final TaskId id;

  private BatchPages(TaskStore tasks, TaskId id) {
    this.tasks = tasks;
    this.id = id;
  }

  /** Of this task. */
  public static BatchPages of(TaskStore tasks, TaskId id) {
    return new BatchPages(tasks, id);
  }

  /** In one list. */
  public List<Batch> all() {
    List<Batch> all = new ArrayList<>();
    forEach(all::add);
    return all;
  }

  @Override
  public Iterator<Batch> iterator() {
    return new Iterator<>() {
      private List<Batch> page = tasks.batches(id, 0, PAGE);
      private int next;

      @Override
      public boolean hasNext() {
        if (next == page.size() && !page.isEmpty()) {
          page = tasks.batches(id, page.getLast().number(), PAGE);
          next = 0;
        }
        return !page.isEmpty();
      }

      @Override
      public Batch next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return page.get(next++);
      }
    };
  }
}
