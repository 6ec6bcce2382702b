package expunge.local.function;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.ByteArrayInputStream;
import java.util.function.Consumer;

/**
 * Calls a function with the S3 event that a JSON text says, read as Lambda reads it. What the
 * function throws goes through to the caller, whose retries are those of an asynchronous invoke.
 */
public final class S3Trigger implements Consumer<String> {
  private static final PojoSerializer<S3Event> EVENTS =
      LambdaEventSerializers.serializerFor(S3Event.class, S3Trigger.class.getClassLoader());

  private final RequestHandler<S3Event, ?> handler;
  private final FunctionContext function;

  public S3Trigger(RequestHandler<S3Event, ?> handler, FunctionContext function) {
    this.handler = handler;
    this.function = function;
  }

  @Override
  public void accept(String event) {
    S3Event read = EVENTS.fromJson(new ByteArrayInputStream(event.getBytes(UTF_8)));
    handler.handleRequest(read, function.invocation());
  }
}
