package expunge.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.S3Event;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class S3TriggerTest {
  private static final String EVENT =
      """
      {"Records": [{
        "eventVersion": "2.1", "eventSource": "aws:s3", "awsRegion": "us-east-1",
        "eventTime": "2026-11-22T01:53:30.000Z", "eventName": "ObjectCreated:Put",
        "s3": {"bucket": {"name": "files"},
               "object": {"key": "drop/a+b.csv", "size": 12, "eTag": "e", "versionId": "v",
                          "sequencer": "01"}}}]}
      """;

  @Test
  void theHandlerGetsTheEventAsLambdaReadsIt() {
    AtomicReference<S3Event> seen = new AtomicReference<>();
    FunctionContext function =
        new FunctionContext("intake", Duration.ofMinutes(15), InstantSource.system(), _ -> {});
    new S3Trigger(
            (event, context) -> {
              assertThat(context.getFunctionName()).isEqualTo("intake");
              seen.set(event);
              return "done";
            },
            function)
        .accept(EVENT);

    assertThat(seen.get().getRecords())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.getEventName()).isEqualTo("ObjectCreated:Put");
              assertThat(entry.getEventTime().getMillis()).isEqualTo(1_795_312_410_000L);
              assertThat(entry.getS3().getBucket().getName()).isEqualTo("files");
              assertThat(entry.getS3().getObject().getUrlDecodedKey()).isEqualTo("drop/a b.csv");
              assertThat(entry.getS3().getObject().getSizeAsLong()).isEqualTo(12);
              assertThat(entry.getS3().getObject().getVersionId()).isEqualTo("v");
            });
  }
}
