package expunge.local.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import expunge.local.lambda.Answer;
import expunge.local.lambda.Artifact;
import expunge.local.lambda.FunctionProcess;
import expunge.local.lambda.FunctionProcess.Initialization;
import io.avaje.json.mapper.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The deletion worker's artifact in a process of its own, which may be killed at any time; the next
 * event finds a new one, as in Lambda. An event that its process does not live to answer fails.
 */
final class MortalWorker implements RequestHandler<SQSEvent, SQSBatchResponse>, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final PojoSerializer<SQSEvent> EVENTS =
      LambdaEventSerializers.serializerFor(SQSEvent.class, MortalWorker.class.getClassLoader());

  private final Path root;
  private final Artifact artifact;
  private final Map<String, String> environment;
  private final Path log;
  private final AtomicReference<Optional<FunctionProcess>> process =
      new AtomicReference<>(Optional.empty());
  private final AtomicInteger started = new AtomicInteger();

  /**
   * Without a process, until the first event.
   *
   * @param log begun anew by each process, whose number is added to the name
   */
  MortalWorker(Path root, Artifact artifact, Map<String, String> environment, Path log) {
    this.root = root;
    this.artifact = artifact;
    this.environment = environment;
    this.log = log;
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    EVENTS.toJson(event, json);
    FunctionProcess alive = alive();
    return switch (answered(alive, json.toString(UTF_8))) {
      case Answer.Reply reply -> response(reply.json());
      case Answer.Failure failure -> throw new IllegalStateException(failure.json());
    };
  }

  private Answer answered(FunctionProcess alive, String event) {
    try {
      return alive.invoke(event);
    } catch (IllegalStateException dead) {
      kill();
      throw dead;
    }
  }

  private FunctionProcess alive() {
    Optional<FunctionProcess> now = process.get();
    if (now.isPresent()) {
      return now.get();
    }
    FunctionProcess fresh = start();
    process.set(Optional.of(fresh));
    return fresh;
  }

  private FunctionProcess start() {
    try {
      return FunctionProcess.start(
          root, artifact, Initialization.ON_DEMAND, environment, log(started.incrementAndGet()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Kills the process, and returns when it is dead; false if there was none. */
  boolean kill() {
    Optional<FunctionProcess> alive = process.getAndSet(Optional.empty());
    alive.ifPresent(FunctionProcess::close);
    return alive.isPresent();
  }

  /** How many processes were started so far. */
  int processes() {
    return started.get();
  }

  /** What one of its processes, from 1, has written until now. */
  String logged(int number) {
    try {
      return Files.exists(log(number)) ? Files.readString(log(number)) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Path log(int number) {
    return log.resolveSibling(log.getFileName() + "-" + number + ".log");
  }

  private static SQSBatchResponse response(String json) {
    return new SQSBatchResponse(
        ((List<?>) JSON.fromJsonObject(json).getOrDefault("batchItemFailures", List.of()))
            .stream()
                .map(failure -> ((Map<?, ?>) failure).get("itemIdentifier"))
                .map(id -> new BatchItemFailure(String.valueOf(id)))
                .toList());
  }

  @Override
  public void close() {
    kill();
  }
}
