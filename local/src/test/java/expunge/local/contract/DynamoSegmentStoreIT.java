package expunge.local.contract;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.item.Value;
import expunge.local.system.DeclaredTables;
import expunge.run.SystemScheduler;
import expunge.segment.SegmentStore;
import expunge.selection.Selection;
import expunge.simulator.contract.SegmentContract;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class DynamoSegmentStoreIT extends SegmentContract {
  private final DynamoPeoplesTables tables = new DynamoPeoplesTables(EmulatedAws.CLIENTS);
  private final AwsPorts ports = new AwsPorts(clients(), new SystemScheduler());
  private final SegmentStore segments = ports.segmentStore(EmulatedAws.TASKS);
  private final TaskStore tasks = ports.taskStore(EmulatedAws.TASKS, Duration.ofDays(1));
  private final Selection selection = ports.selection();

  AwsClients clients() {
    return EmulatedAws.CLIENTS;
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
    DeclaredTables.of(new Datasets(List.of(declared), declared.name()))
        .forEach(EmulatedAws.CLIENTS.dynamoDb()::createTable);
  }

  @Override
  protected void put(String table, Map<String, Value> item) {
    tables.put(table, item);
  }
}
