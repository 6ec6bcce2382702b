package expunge.aws;

import expunge.access.CallCounter;
import expunge.access.KeyStore;
import expunge.imports.CustomerStore;
import expunge.linked.LinkedStore;
import expunge.object.ObjectStore;
import expunge.profile.ProfilePages;
import expunge.profile.ProfileStore;
import expunge.run.Scheduler;
import expunge.segment.SegmentStore;
import expunge.selection.Selection;
import expunge.suppression.SuppressionKeys;
import expunge.suppression.SuppressionList;
import expunge.task.Doorbells;
import expunge.task.Ringer;
import expunge.task.TaskKind;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Makes the core's ports. Each is safe for use by several threads. */
public final class AwsPorts {
  private final AwsClients clients;
  private final Scheduler scheduler;

  /**
   * Ports over these clients, which stay the caller's to close.
   *
   * @param scheduler through which the ports wait, roll dice and do several things at once
   */
  public AwsPorts(AwsClients clients, Scheduler scheduler) {
    this.clients = clients;
    this.scheduler = scheduler;
  }

  /**
   * Tasks in a table as {@link TasksTable} defines it.
   *
   * @param retention how long the record of a task that has ended, and that of a batch that is
   *     final, stays in the table
   */
  public TaskStore taskStore(String table, Duration retention) {
    return new DynamoTaskStore(
        new Records(clients.dynamoDb(), table, scheduler), new Retention(retention));
  }

  /** API keys in a table as {@link AccessTable} defines it. */
  public KeyStore keyStore(String table) {
    return new DynamoKeyStore(new Records(clients.dynamoDb(), table, scheduler));
  }

  /** Counts of calls in the same table as the keys. */
  public CallCounter callCounter(String table) {
    return new DynamoCallCounter(new Records(clients.dynamoDb(), table, scheduler));
  }

  /** The bucket of this name. */
  public ObjectStore objectStore(String bucket) {
    return new S3ObjectStore(clients.s3(), clients.presigner(), bucket, scheduler);
  }

  /** The queue at this URL. */
  public Doorbells doorbells(String queueUrl) {
    return new SqsDoorbells(clients.sqs(), queueUrl);
  }

  /** Rings at the queues of these URLs; only for the kinds of task that have one. */
  public Ringer ringer(Map<TaskKind, String> queues) {
    Map<TaskKind, Doorbells> doorbells = new EnumMap<>(TaskKind.class);
    queues.forEach((kind, url) -> doorbells.put(kind, doorbells(url)));
    return new Ringer(kind -> Objects.requireNonNull(doorbells.get(kind)), scheduler);
  }

  /** The profile tables of all datasets. */
  public ProfileStore profileStore() {
    return new DynamoProfileStore(clients.dynamoDb(), scheduler);
  }

  /** The profile tables of all datasets, page by page. */
  public ProfilePages profilePages() {
    return new DynamoProfileStore(clients.dynamoDb(), scheduler);
  }

  /** The linked tables of all datasets. */
  public LinkedStore linkedStore() {
    return new DynamoLinkedStore(clients.dynamoDb());
  }

  /** Customers, in the tables of all datasets. */
  public CustomerStore customerStore() {
    return new DynamoCustomerStore(clients.dynamoDb(), scheduler);
  }

  /** Whom deletions without a file mean, in the tables of all datasets. */
  public Selection selection() {
    return new DynamoSelection(clients.dynamoDb());
  }

  /** The segments of all datasets, and their deletions in a table of tasks. */
  public SegmentStore segmentStore(String tasksTable) {
    return new DynamoSegmentStore(
        clients.dynamoDb(), new Records(clients.dynamoDb(), tasksTable, scheduler));
  }

  /** The suppression lists of all datasets. */
  public SuppressionList suppressionList() {
    return new DynamoSuppressionList(clients.dynamoDb(), scheduler);
  }

  /** The key of the suppression lists, read when it is first asked for. */
  public SuppressionKeys suppressionKeys(SuppressionSecret secret) {
    return new StoredSuppressionKey(secret, clients.secrets());
  }
}
