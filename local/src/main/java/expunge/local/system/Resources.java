package expunge.local.system;

import expunge.aws.AccessTable;
import expunge.aws.AwsClients;
import expunge.aws.SuppressionTable;
import expunge.aws.TasksTable;
import expunge.dataset.Datasets;
import expunge.dataset.Suppression;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;
import software.amazon.awssdk.services.s3.model.BucketAlreadyExistsException;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Creates what the template creates in AWS, and the declared tables; what is there stays. */
public final class Resources {
  static final String BUCKET = "expunge-files";
  static final String TASKS_TABLE = "expunge-tasks";
  static final String ACCESS_TABLE = "expunge-access";

  private static final String VISIBILITY_SECONDS = "720";
  private static final String DEAD_LETTERS_VISIBILITY_SECONDS = "5400";
  private static final int RECEIVES = 5;

  private final AwsClients clients;

  Resources(AwsClients clients) {
    this.clients = clients;
  }

  /**
   * The URLs of a worker's queues.
   *
   * @param deadLetters the bells that were given up
   */
  public record Queue(String bells, String deadLetters) {}

  /** The queues of each kind of task. */
  public record Queues(Queue deletions, Queue imports) {}

  /** Creates all of it, and returns where the queues are. */
  Queues create(Datasets datasets) {
    table(TasksTable.definition(TASKS_TABLE), Optional.of(TasksTable.timeToLive(TASKS_TABLE)));
    table(AccessTable.definition(ACCESS_TABLE), Optional.of(AccessTable.timeToLive(ACCESS_TABLE)));
    DeclaredTables.of(datasets)
        .forEach(definition -> table(definition, timeToLive(datasets, definition.tableName())));
    bucket();
    return new Queues(queue("expunge-deletions"), queue("expunge-imports"));
  }

  /** Of a table of suppression lists; people's own tables are as they are. */
  private static Optional<UpdateTimeToLiveRequest> timeToLive(Datasets datasets, String table) {
    return datasets.names().stream()
        .flatMap(name -> datasets.of(name).suppression().stream())
        .map(Suppression::table)
        .filter(table::equals)
        .findFirst()
        .map(SuppressionTable::timeToLive);
  }

  private void table(CreateTableRequest definition, Optional<UpdateTimeToLiveRequest> timeToLive) {
    try {
      clients.dynamoDb().createTable(definition);
    } catch (ResourceInUseException there) {
      return;
    }
    clients.dynamoDb().waiter().waitUntilTableExists(r -> r.tableName(definition.tableName()));
    timeToLive.ifPresent(clients.dynamoDb()::updateTimeToLive);
  }

  private void bucket() {
    try {
      clients.s3().createBucket(r -> r.bucket(BUCKET));
    } catch (BucketAlreadyOwnedByYouException | BucketAlreadyExistsException there) {
      return;
    }
    clients
        .s3()
        .putBucketVersioning(
            r -> r.bucket(BUCKET).versioningConfiguration(v -> v.status("Enabled")));
  }

  private Queue queue(String name) {
    String dead =
        clients
            .sqs()
            .createQueue(
                r ->
                    r.queueName(name + "-dead")
                        .attributes(
                            Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT,
                                DEAD_LETTERS_VISIBILITY_SECONDS)))
            .queueUrl();
    String redrive =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
            .formatted(arn(dead), RECEIVES);
    return new Queue(
        clients
            .sqs()
            .createQueue(
                r ->
                    r.queueName(name)
                        .attributes(
                            Map.of(
                                QueueAttributeName.VISIBILITY_TIMEOUT, VISIBILITY_SECONDS,
                                QueueAttributeName.REDRIVE_POLICY, redrive)))
            .queueUrl(),
        dead);
  }

  private String arn(String queueUrl) {
    return clients
        .sqs()
        .getQueueAttributes(r -> r.queueUrl(queueUrl).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .getOrDefault(QueueAttributeName.QUEUE_ARN, "");
  }
}
