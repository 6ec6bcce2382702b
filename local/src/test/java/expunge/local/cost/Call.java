package expunge.local.cost;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * A request that was answered. The product has none for two tables, but the transaction that
 * deletes a profile and enters it in the suppression list.
 *
 * @param operation such as {@code Query}
 * @param table of a transaction, that of its first write
 * @param items how many keys, statements or writes it has
 * @param isStrong whether it reads strongly consistent
 * @param units the capacity units that the answer tells; 0 before there is one
 * @param bytes of the items that a query has answered
 */
record Call(String operation, String table, int items, boolean isStrong, double units, int bytes) {
  private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query");
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;
  private static final Pattern STATEMENT = Pattern.compile("(?:DELETE FROM|UPDATE) \"([^\"]+)\"");

  /** Whether it takes read units; it takes write units otherwise. */
  boolean isRead() {
    return READS.contains(operation);
  }

  /** The same for a table that is called otherwise. */
  Call at(String otherTable) {
    return new Call(operation, otherTable, items, isStrong, units, bytes);
  }

  /** The request, asking for the capacity that it takes. */
  static SdkRequest asking(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> get.toBuilder().returnConsumedCapacity(TOTAL).build();
      case BatchGetItemRequest get -> get.toBuilder().returnConsumedCapacity(TOTAL).build();
      case QueryRequest query -> query.toBuilder().returnConsumedCapacity(TOTAL).build();
      case PutItemRequest put -> put.toBuilder().returnConsumedCapacity(TOTAL).build();
      case UpdateItemRequest update -> update.toBuilder().returnConsumedCapacity(TOTAL).build();
      case BatchWriteItemRequest write -> write.toBuilder().returnConsumedCapacity(TOTAL).build();
      case BatchExecuteStatementRequest some ->
          some.toBuilder().returnConsumedCapacity(TOTAL).build();
      case TransactWriteItemsRequest all -> all.toBuilder().returnConsumedCapacity(TOTAL).build();
      default -> throw new IllegalStateException("nobody counts " + request.getClass());
    };
  }

  /** A request that is not answered yet. */
  static Call of(SdkRequest request) {
    return switch (request) {
      case GetItemRequest get -> read("GetItem", get.tableName(), 1, get.consistentRead());
      case QueryRequest query -> read("Query", query.tableName(), 1, query.consistentRead());
      case BatchGetItemRequest get -> {
        var only = only(get.requestItems().entrySet());
        var keys = only.getValue();
        yield read("BatchGetItem", only.getKey(), keys.keys().size(), keys.consistentRead());
      }
      case PutItemRequest put -> write("PutItem", put.tableName(), 1);
      case UpdateItemRequest update -> write("UpdateItem", update.tableName(), 1);
      case BatchWriteItemRequest some -> {
        var only = only(some.requestItems().entrySet());
        yield write("BatchWriteItem", only.getKey(), only.getValue().size());
      }
      case BatchExecuteStatementRequest some -> {
        var tables = some.statements().stream().map(one -> table(one.statement()));
        yield write("BatchExecuteStatement", only(tables), some.statements().size());
      }
      case TransactWriteItemsRequest all -> {
        String first = only(tables(all.transactItems().getFirst()));
        yield write("TransactWriteItems", first, all.transactItems().size());
      }
      default -> throw new IllegalStateException("nobody counts " + request.getClass());
    };
  }

  private static Call read(String operation, String table, int items, Boolean isStrong) {
    return new Call(operation, table, items, Boolean.TRUE.equals(isStrong), 0, 0);
  }

  private static Call write(String operation, String table, int items) {
    return new Call(operation, table, items, false, 0, 0);
  }

  /** The same with its answer. */
  Call answered(SdkResponse response) {
    double told = capacity(response).mapToDouble(ConsumedCapacity::capacityUnits).sum();
    int read = response instanceof QueryResponse query ? ItemSize.of(query.items()) : 0;
    return new Call(operation, table, items, isStrong, told, read);
  }

  private static Stream<ConsumedCapacity> capacity(SdkResponse response) {
    return switch (response) {
      case GetItemResponse get -> Stream.of(get.consumedCapacity());
      case BatchGetItemResponse get -> get.consumedCapacity().stream();
      case QueryResponse query -> Stream.of(query.consumedCapacity());
      case PutItemResponse put -> Stream.of(put.consumedCapacity());
      case UpdateItemResponse update -> Stream.of(update.consumedCapacity());
      case BatchWriteItemResponse write -> write.consumedCapacity().stream();
      case BatchExecuteStatementResponse some -> some.consumedCapacity().stream();
      case TransactWriteItemsResponse all -> all.consumedCapacity().stream();
      default -> throw new IllegalStateException("nobody counts " + response.getClass());
    };
  }

  private static Stream<String> tables(TransactWriteItem write) {
    return Stream.of(
            Stream.ofNullable(write.put()).map(put -> put.tableName()),
            Stream.ofNullable(write.update()).map(update -> update.tableName()),
            Stream.ofNullable(write.delete()).map(delete -> delete.tableName()),
            Stream.ofNullable(write.conditionCheck()).map(check -> check.tableName()))
        .flatMap(names -> names);
  }

  private static String table(String statement) {
    Matcher matcher = STATEMENT.matcher(statement);
    if (!matcher.lookingAt()) {
      throw new IllegalStateException("a statement of another kind");
    }
    return matcher.group(1);
  }

  private static <T> T only(Collection<T> some) {
    return only(some.stream());
  }

  private static <T> T only(Stream<T> some) {
    List<T> different = some.distinct().toList();
    if (different.size() != 1) {
      throw new IllegalStateException("a request for " + different.size() + " tables");
    }
    return different.getFirst();
  }
}
