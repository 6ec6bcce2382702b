package expunge.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.Message;

class BatchAnswerTest {
  private static final List<Message> MESSAGES =
      Stream.of("a", "b").map(id -> Message.builder().messageId(id).build()).toList();

  @Test
  void noAnswerAndAnEmptyOneMeanThatAllIsDone() {
    assertThat(BatchAnswer.failed(null, MESSAGES)).isEmpty();
    assertThat(BatchAnswer.failed(new SQSBatchResponse(null), MESSAGES)).isEmpty();
    assertThat(BatchAnswer.failed(new SQSBatchResponse(List.of()), MESSAGES)).isEmpty();
  }

  @Test
  void whatIsListedHasFailed() {
    assertThat(BatchAnswer.failed(answer("b"), MESSAGES)).containsExactly("b");
  }

  @Test
  void aNameThatWasNotSentFailsAll() {
    assertThat(BatchAnswer.failed(answer("b", "c"), MESSAGES)).containsExactlyInAnyOrder("a", "b");
    assertThat(BatchAnswer.failed(answer(""), MESSAGES)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void aMissingNameFailsAll() {
    SQSBatchResponse unnamed = new SQSBatchResponse(List.of(new BatchItemFailure()));
    SQSBatchResponse nothing = new SQSBatchResponse(Arrays.asList((BatchItemFailure) null));

    assertThat(BatchAnswer.failed(unnamed, MESSAGES)).containsExactlyInAnyOrder("a", "b");
    assertThat(BatchAnswer.failed(nothing, MESSAGES)).containsExactlyInAnyOrder("a", "b");
  }

  private static SQSBatchResponse answer(String... ids) {
    return new SQSBatchResponse(Stream.of(ids).map(BatchItemFailure::new).toList());
  }
}
