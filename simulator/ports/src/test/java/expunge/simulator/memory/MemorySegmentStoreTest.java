package expunge.simulator.memory;

import expunge.dataset.Dataset;
import expunge.item.Value;
import expunge.segment.SegmentStore;
import expunge.selection.Selection;
import expunge.simulator.contract.SegmentContract;
import expunge.task.TaskStore;
import java.util.Map;

class MemorySegmentStoreTest extends SegmentContract {
  private final MemoryTables tables = new MemoryTables();
  private final MemoryTaskStore tasks = new MemoryTaskStore();
  private final MemorySegmentStore segments = new MemorySegmentStore(tables, tasks);
  private final MemorySelection selection = new MemorySelection(tables);

  MemorySegmentStoreTest() {
    selection.pagesOf(7);
  }

  @Override
  protected SegmentStore segments() {
    return segments;
  }

  @Override
  protected Selection selection() {
    return selection;
  }

  @Override
  protected TaskStore tasks() {
    return tasks;
  }

  @Override
  protected void make(Dataset declared) {
    MemorySegmentStore.make(tables, declared.declaredSegments());
    declared.linked().forEach(linked -> tables.make(linked.table(), linked.key()));
  }

  @Override
  protected void put(String table, Map<String, Value> item) {
    tables.put(table, item);
  }
}
