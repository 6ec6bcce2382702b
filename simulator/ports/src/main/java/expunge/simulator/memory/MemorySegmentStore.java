package expunge.simulator.memory;

import expunge.dataset.Dataset;
import expunge.dataset.KeyAttribute;
import expunge.dataset.KeyType;
import expunge.dataset.Segments;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.segment.Segment;
import expunge.segment.SegmentItem;
import expunge.segment.SegmentStore;
import expunge.task.KeyedCall;
import expunge.task.Origin;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Segments in memory; their table has to exist. */
public final class MemorySegmentStore implements SegmentStore {
  private final MemoryTables tables;
  private final MemoryTaskStore tasks;
  private final Map<String, TaskId> underWay = new HashMap<>();

  /** On these tables, and with tasks kept there. */
  public MemorySegmentStore(MemoryTables tables, MemoryTaskStore tasks) {
    this.tables = tables;
    this.tasks = tasks;
  }

  /** Makes the table of segments where there is none. */
  public static void make(MemoryTables tables, Segments declared) {
    tables.make(declared.table(), List.of(new KeyAttribute(SegmentItem.ID, KeyType.TEXT)));
  }

  /**
   * Lets a profile join, as every writer has to do it: on the condition that the segment is there
   * and not disabled.
   *
   * @return whether it did
   */
  public boolean join(Dataset dataset, String segment, Map<String, Value> membership) {
    synchronized (tables) {
      boolean open = find(dataset, segment).filter(found -> !found.disabled()).isPresent();
      if (open) {
        tables.put(dataset.declaredSegments().members().table().table(), membership);
      }
      return open;
    }
  }

  @Override
  public Optional<Segment> find(Dataset dataset, String id) {
    Segments declared = dataset.declaredSegments();
    return tables
        .find(declared.table(), SegmentItem.key(id))
        .flatMap(item -> SegmentItem.read(item, declared));
  }

  @Override
  public Page list(Dataset dataset, Optional<Boolean> disabled, Optional<Cursor> after, int limit) {
    Segments declared = dataset.declaredSegments();
    MemoryTables.Page page = tables.page(declared.table(), _ -> true, after, limit);
    return new Page(
        page.items().stream()
            .flatMap(item -> SegmentItem.read(item, declared).stream())
            .filter(segment -> disabled.filter(is -> segment.disabled() != is).isEmpty())
            .toList(),
        page.next());
  }

  @Override
  public Begun begin(Dataset dataset, Task task, Optional<KeyedCall> call, Instant at) {
    if (!(task.request().origin() instanceof Origin.Segment(String id, _))) {
      throw new IllegalArgumentException("the task deletes no segment");
    }
    synchronized (tables) {
      Optional<KeyedCall> standing = call.flatMap(key -> tasks.keyedCall(key.call().key(), at));
      Optional<Segment> segment = find(dataset, id);
      Optional<TaskId> running = running(dataset);
      if (standing.isPresent()) {
        return new Begun.Called(standing.get());
      }
      if (segment.isEmpty()) {
        return new Begun.Unknown();
      }
      if (running.isPresent()) {
        return new Begun.Busy(running.get());
      }
      call.ifPresentOrElse(key -> tasks.create(task, key, at), () -> tasks.create(task));
      underWay.put(dataset.name(), task.id());
      Map<String, Value> item = item(dataset, id);
      item.put(SegmentItem.DISABLED, new Value.Flag(true));
      item.put(
          SegmentItem.DELETIONS, new Value.Text(SegmentItem.deletions(segment.get(), task.id())));
      tables.put(dataset.declaredSegments().table(), item);
      return new Begun.Made();
    }
  }

  private Optional<TaskId> running(Dataset dataset) {
    return Optional.ofNullable(underWay.get(dataset.name()))
        .flatMap(tasks::find)
        .filter(task -> !task.state().isTerminal())
        .map(Task::id);
  }

  private Map<String, Value> item(Dataset dataset, String id) {
    return new HashMap<>(
        tables.find(dataset.declaredSegments().table(), SegmentItem.key(id)).orElseThrow());
  }

  @Override
  public boolean enable(Dataset dataset, Segment segment) {
    synchronized (tables) {
      boolean same =
          find(dataset, segment.id())
              .filter(now -> now.asStored().equals(segment.asStored()))
              .isPresent();
      if (same) {
        Map<String, Value> item = item(dataset, segment.id());
        item.put(SegmentItem.DISABLED, new Value.Flag(false));
        tables.put(dataset.declaredSegments().table(), item);
      }
      return same;
    }
  }
}
