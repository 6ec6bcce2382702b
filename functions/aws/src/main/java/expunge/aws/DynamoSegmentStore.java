package expunge.aws;

import expunge.dataset.Dataset;
import expunge.dataset.Segments;
import expunge.item.Cursor;
import expunge.run.ExpungeException;
import expunge.segment.Segment;
import expunge.segment.SegmentItem;
import expunge.segment.SegmentStore;
import expunge.task.KeyedCall;
import expunge.task.Origin;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Segments in the tables of their datasets, each an item that others write too. Which of a dataset
 * is being deleted is a record in the table of tasks; it is never removed, as it names a task that
 * tells by itself when it has ended.
 */
final class DynamoSegmentStore implements SegmentStore {
  private static final int MOST_TRIES = 8;
  private static final String RECORD = "DELETION";
  private static final String PARTITION = "segments#";
  private static final String RUNNING = "running";
  private static final String SAME_DELETIONS = "#deletions = :before";
  private static final String NO_DELETIONS =
      "(attribute_not_exists(#deletions) OR NOT attribute_type(#deletions, :text))";

  private final DynamoDbClient client;
  private final Records tasks;
  private final KeyedCalls calls;

  DynamoSegmentStore(DynamoDbClient client, Records tasks) {
    this.client = client;
    this.tasks = tasks;
    this.calls = new KeyedCalls(tasks);
  }

  @Override
  public Optional<Segment> find(Dataset dataset, String id) {
    Segments declared = dataset.declaredSegments();
    return segments(declared)
        .find(Attributes.write(SegmentItem.key(id)))
        .flatMap(item -> SegmentItem.read(Attributes.read(item), declared));
  }

  private Records segments(Segments declared) {
    return new Records(client, declared.table(), tasks.scheduler());
  }

  @Override
  public Page list(Dataset dataset, Optional<Boolean> disabled, Optional<Cursor> after, int limit) {
    Segments declared = dataset.declaredSegments();
    ScanRequest.Builder scan = ScanRequest.builder().tableName(declared.table()).limit(limit);
    after.ifPresent(cursor -> scan.exclusiveStartKey(Attributes.write(cursor.position())));
    ScanRequest request = scan.build();
    ScanResponse response = AwsCall.of("DynamoDB Scan", () -> client.scan(request));
    return new Page(
        response.items().stream()
            .map(Attributes::read)
            .flatMap(item -> SegmentItem.read(item, declared).stream())
            .filter(segment -> disabled.filter(is -> segment.disabled() != is).isEmpty())
            .toList(),
        Attributes.cursor(response.lastEvaluatedKey()));
  }

  /** A refused transaction says that something has changed since it was read: it is read again. */
  @Override
  public Begun begin(Dataset dataset, Task task, Optional<KeyedCall> call, Instant at) {
    if (!(task.request().origin() instanceof Origin.Segment(String id, _))) {
      throw new IllegalArgumentException("the task deletes no segment");
    }
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      Optional<Begun> begun = begun(dataset, id, task, call, at);
      if (begun.isPresent()) {
        return begun.get();
      }
    }
    throw new ExpungeException.Retryable("a segment changes all the time", null);
  }

  private Optional<Begun> begun(
      Dataset dataset, String id, Task task, Optional<KeyedCall> call, Instant at) {
    if (isMade(task.id())) {
      return Optional.of(new Begun.Made());
    }
    Optional<KeyedCall> standing = call.flatMap(key -> calls.find(key.call().key(), at));
    if (standing.isPresent()) {
      return standing.map(Begun.Called::new);
    }
    Optional<Segment> segment = find(dataset, id);
    if (segment.isEmpty()) {
      return Optional.of(new Begun.Unknown());
    }
    Optional<TaskId> last = lastOf(dataset);
    if (last.filter(this::isUnderWay).isPresent()) {
      return last.map(Begun.Busy::new);
    }
    List<TransactWriteItem> writes =
        new ArrayList<>(
            List.of(
                Write.creating(tasks.table(), TaskItem.write(task)),
                disabling(dataset, segment.get(), task.id()),
                noting(dataset, last, task.id())));
    call.ifPresent(key -> writes.add(calls.put(key, at)));
    return tasks.transact(writes) ? Optional.of(new Begun.Made()) : Optional.empty();
  }

  private boolean isMade(TaskId id) {
    return tasks.find(TaskItem.key(id)).isPresent();
  }

  private boolean isUnderWay(TaskId id) {
    return tasks
        .find(TaskItem.key(id))
        .map(TaskItem::read)
        .filter(task -> !task.state().isTerminal())
        .isPresent();
  }

  /** The one that was begun last, be it under way or not. */
  private Optional<TaskId> lastOf(Dataset dataset) {
    return tasks
        .find(key(dataset))
        .map(record -> ItemReader.read(record, one -> new TaskId(one.text(RUNNING))));
  }

  private TransactWriteItem noting(Dataset dataset, Optional<TaskId> last, TaskId task) {
    ItemWriter record = ItemWriter.record();
    key(dataset).forEach(record::value);
    record.text(RUNNING, task.value());
    String condition = last.isPresent() ? "#running = :before" : "attribute_not_exists(#running)";
    return TransactWriteItem.builder()
        .put(
            p -> {
              p.tableName(tasks.table())
                  .item(record.attributes())
                  .conditionExpression(condition)
                  .expressionAttributeNames(Write.namesIn(condition));
              last.ifPresent(
                  before ->
                      p.expressionAttributeValues(
                          new ItemWriter().text(":before", before.value()).attributes()));
            })
        .build();
  }

  private static TransactWriteItem disabling(Dataset dataset, Segment segment, TaskId task) {
    String condition = "attribute_exists(#segmentId) AND " + unchanged(segment);
    String update = "SET #disabled = :disabled, #deletions = :deletions";
    ItemWriter values =
        before(segment)
            .value(":disabled", AttributeValue.fromBool(true))
            .text(":deletions", SegmentItem.deletions(segment, task));
    return TransactWriteItem.builder()
        .update(
            u ->
                u.tableName(dataset.declaredSegments().table())
                    .key(Attributes.write(SegmentItem.key(segment.id())))
                    .conditionExpression(condition)
                    .updateExpression(update)
                    .expressionAttributeNames(Write.namesIn(condition + update))
                    .expressionAttributeValues(values.attributes()))
        .build();
  }

  private static String unchanged(Segment segment) {
    return segment.asStored().isEmpty() ? NO_DELETIONS : SAME_DELETIONS;
  }

  private static ItemWriter before(Segment segment) {
    return segment.asStored().isEmpty()
        ? new ItemWriter().text(":text", "S")
        : new ItemWriter().text(":before", segment.asStored());
  }

  @Override
  public boolean enable(Dataset dataset, Segment segment) {
    String condition = "attribute_exists(#segmentId) AND " + unchanged(segment);
    String update = "SET #disabled = :disabled";
    return segments(dataset.declaredSegments())
        .update(
            UpdateItemRequest.builder()
                .key(Attributes.write(SegmentItem.key(segment.id())))
                .conditionExpression(condition)
                .updateExpression(update)
                .expressionAttributeNames(Write.namesIn(condition + update))
                .expressionAttributeValues(
                    before(segment)
                        .value(":disabled", AttributeValue.fromBool(false))
                        .attributes()));
  }

  private static Map<String, AttributeValue> key(Dataset dataset) {
    return new ItemWriter()
        .text(TasksTable.TASK_ID, PARTITION + dataset.name())
        .text(TasksTable.RECORD, RECORD)
        .attributes();
  }
}
