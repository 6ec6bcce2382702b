package expunge.local.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.ReceiveMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

/**
 * What AWS asks of a caller's policy, as its service authorization reference tells it.
 *
 * @param action such as {@code s3:GetObject}
 * @param resource an ARN
 */
record Permission(String action, String resource) {
  private static final String ACCOUNT = "us-east-1:000000000000:";

  /** Everything that a call needs. */
  static List<Permission> neededFor(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> onTable("GetItem", get.tableName());
      case PutItemRequest put -> onTable("PutItem", put.tableName());
      case DeleteItemRequest delete -> onTable("DeleteItem", delete.tableName());
      case UpdateItemRequest update -> onTable("UpdateItem", update.tableName());
      case QueryRequest query -> onTable("Query", queried(query));
      case ScanRequest scan -> onTable("Scan", scan.tableName());
      case DescribeTableRequest describe -> onTable("DescribeTable", describe.tableName());
      case BatchGetItemRequest get -> onTables("BatchGetItem", get.requestItems().keySet());
      case BatchWriteItemRequest write -> onTables("BatchWriteItem", write.requestItems().keySet());
      case BatchExecuteStatementRequest batch ->
          batch.statements().stream()
              .flatMap(statement -> inStatement(statement.statement()).stream())
              .distinct()
              .toList();
      case TransactWriteItemsRequest transaction ->
          transaction.transactItems().stream()
              .flatMap(Permission::inTransaction)
              .distinct()
              .toList();
      case HeadObjectRequest head -> reading(head.bucket(), head.key(), head.versionId() != null);
      case GetObjectRequest get -> reading(get.bucket(), get.key(), get.versionId() != null);
      case PutObjectRequest put -> onObject("PutObject", put.bucket(), put.key());
      case CreateMultipartUploadRequest upload ->
          onObject("PutObject", upload.bucket(), upload.key());
      case UploadPartRequest part -> onObject("PutObject", part.bucket(), part.key());
      case CompleteMultipartUploadRequest whole ->
          onObject("PutObject", whole.bucket(), whole.key());
      case AbortMultipartUploadRequest abort ->
          onObject("AbortMultipartUpload", abort.bucket(), abort.key());
      case ListObjectsV2Request list -> List.of(listing(list.bucket()));
      case ListObjectVersionsRequest list ->
          List.of(new Permission("s3:ListBucketVersions", "arn:aws:s3:::" + list.bucket()));
      case DeleteObjectsRequest delete ->
          delete.delete().objects().stream()
              .flatMap(object -> deleting(delete.bucket(), object).stream())
              .toList();
      case SendMessageBatchRequest send -> onQueue("SendMessage", send.queueUrl());
      case ReceiveMessageRequest receive -> onQueue("ReceiveMessage", receive.queueUrl());
      case DeleteMessageBatchRequest delete -> onQueue("DeleteMessage", delete.queueUrl());
      default ->
          throw new IllegalStateException(
              "nobody said what this call needs: " + request.getClass());
    };
  }

  /** Without it, S3 says that an absent object is forbidden. */
  static Permission listing(String bucket) {
    return new Permission("s3:ListBucket", "arn:aws:s3:::" + bucket);
  }

  private static String queried(QueryRequest query) {
    return query.indexName() == null
        ? query.tableName()
        : query.tableName() + "/index/" + query.indexName();
  }

  /** A statement begins with what it does, and names its table in quotes. */
  private static List<Permission> inStatement(String statement) {
    String action = statement.startsWith("DELETE") ? "PartiQLDelete" : "PartiQLUpdate";
    return onTable(action, statement.split("\"", 3)[1]);
  }

  private static Stream<Permission> inTransaction(TransactWriteItem item) {
    return Stream.of(
            Map.entry("PutItem", Stream.ofNullable(item.put()).map(put -> put.tableName())),
            Map.entry(
                "UpdateItem", Stream.ofNullable(item.update()).map(update -> update.tableName())),
            Map.entry(
                "DeleteItem", Stream.ofNullable(item.delete()).map(delete -> delete.tableName())),
            Map.entry(
                "ConditionCheckItem",
                Stream.ofNullable(item.conditionCheck()).map(check -> check.tableName())))
        .flatMap(each -> each.getValue().flatMap(table -> onTable(each.getKey(), table).stream()));
  }

  private static List<Permission> onTable(String action, String table) {
    return onTables(action, Set.of(table));
  }

  private static List<Permission> onTables(String action, Set<String> tables) {
    return tables.stream()
        .map(
            table ->
                new Permission(
                    "dynamodb:" + action, "arn:aws:dynamodb:" + ACCOUNT + "table/" + table))
        .toList();
  }

  private static List<Permission> reading(String bucket, String key, boolean oneVersion) {
    return onObject(oneVersion ? "GetObjectVersion" : "GetObject", bucket, key);
  }

  private static List<Permission> deleting(String bucket, ObjectIdentifier object) {
    boolean oneVersion = object.versionId() != null;
    return onObject(oneVersion ? "DeleteObjectVersion" : "DeleteObject", bucket, object.key());
  }

  private static List<Permission> onObject(String action, String bucket, String key) {
    return List.of(new Permission("s3:" + action, "arn:aws:s3:::" + bucket + "/" + key));
  }

  private static List<Permission> onQueue(String action, String queueUrl) {
    String name = queueUrl.substring(queueUrl.lastIndexOf('/') + 1);
    return List.of(new Permission("sqs:" + action, "arn:aws:sqs:" + ACCOUNT + name));
  }
}
