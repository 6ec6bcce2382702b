package expunge.local.fault;

import expunge.local.fault.DynamoDbCall.Meddler;
import expunge.local.fault.DynamoDbCall.Service;
import expunge.local.fault.HttpMessage.Answer;
import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A profile table that can't keep up, which the emulator never is: most calls are refused as a
 * whole, and of most others a part is not processed. Which ones, a seed says.
 */
final class Throttling implements Meddler {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REQUESTED = "RequestItems";
  private static final int BAD_REQUEST = 400;
  private static final int OK = 200;
  private static final double REFUSED = 0.5;
  private static final double IN_PART = 0.8;
  private static final String ERROR =
      """
      {"__type": "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException",
       "message": "The level of configured provisioned throughput was exceeded."}
      """;

  private final String table;
  private final Random random;
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger inPart = new AtomicInteger();

  Throttling(String table, long seed) {
    this.table = table;
    this.random = new Random(seed);
  }

  int refused() {
    return refused.get();
  }

  int inPart() {
    return inPart.get();
  }

  @Override
  public Answer answer(DynamoDbCall call, Service dynamoDb) throws IOException {
    if (!call.json().contains('"' + table + '"')) {
      return dynamoDb.answer(call);
    }
    if (happens(REFUSED)) {
      refused.incrementAndGet();
      return new Answer(BAD_REQUEST, ERROR);
    }
    return switch (call.operation()) {
      case "BatchGetItem" -> inPart(call, "Keys", "UnprocessedKeys", dynamoDb);
      case "BatchWriteItem" -> inPart(call, "", "UnprocessedItems", dynamoDb);
      default -> dynamoDb.answer(call);
    };
  }

  private synchronized boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** Passes on the first half; the answer names the other one. */
  private Answer inPart(DynamoDbCall call, String keys, String unprocessed, Service dynamoDb)
      throws IOException {
    Object asked = member(member(JSON.fromJsonObject(call.json()), REQUESTED), table);
    List<?> all = keys.isEmpty() ? (List<?>) asked : (List<?>) member(asked, keys);
    if (all.size() < 2 || !happens(IN_PART)) {
      return dynamoDb.answer(call);
    }
    inPart.incrementAndGet();
    int half = all.size() / 2;
    Answer answer = dynamoDb.answer(with(call, half(asked, keys, all.subList(0, half))));
    Map<String, Object> json = new HashMap<>(JSON.fromJsonObject(answer.json()));
    json.put(unprocessed, Map.of(table, half(asked, keys, all.subList(half, all.size()))));
    return new Answer(OK, JSON.toJson(json));
  }

  private static Object half(Object asked, String keys, List<?> some) {
    if (keys.isEmpty()) {
      return some;
    }
    Map<Object, Object> part = new HashMap<>((Map<?, ?>) asked);
    part.put(keys, some);
    return part;
  }

  private DynamoDbCall with(DynamoDbCall call, Object items) {
    Map<String, Object> json = new HashMap<>(JSON.fromJsonObject(call.json()));
    json.put(REQUESTED, Map.of(table, items));
    return new DynamoDbCall(call.operation(), JSON.toJson(json));
  }

  private static Object member(Object json, String name) {
    return Objects.requireNonNull(((Map<?, ?>) json).get(name));
  }
}
