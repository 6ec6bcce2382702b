package expunge.fileintake;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;

/** Reads events as Lambda's runtime does. */
final class S3Events {
  private static final PojoSerializer<S3Event> EVENTS =
      LambdaEventSerializers.serializerFor(S3Event.class, S3Events.class.getClassLoader());

  private S3Events() {}

  static S3Event read(String json) {
    return EVENTS.fromJson(json);
  }
}
