package expunge.local.fault;

import expunge.local.fault.HttpMessage.Answer;
import java.io.IOException;

/**
 * A call of a function to DynamoDB.
 *
 * @param operation such as {@code UpdateItem}
 * @param json what is asked for
 */
record DynamoDbCall(String operation, String json) {
  private static final String TARGET = "x-amz-target";

  static DynamoDbCall of(HttpMessage message) {
    String target = message.headers().getOrDefault(TARGET, "");
    return new DynamoDbCall(target.substring(target.indexOf('.') + 1), message.body());
  }

  boolean is(String other, String mentioned) {
    return operation.equals(other) && json.contains(mentioned);
  }

  /** Answers calls. */
  interface Service {
    Answer answer(DynamoDbCall call) throws IOException;
  }

  /** Stands before a service: asks it, or answers in its place, or does something else besides. */
  interface Meddler {
    /** Meddles with nothing. */
    Meddler NONE = (call, dynamoDb) -> dynamoDb.answer(call);

    Answer answer(DynamoDbCall call, Service dynamoDb) throws IOException;
  }
}
