package expunge.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorbellMessageTest {
  private static final TaskId TASK = new TaskId("0123456789abcdefghijklmnop");

  @Test
  void bellOfABatchIsWrittenAndReadBack() {
    String body = DoorbellMessage.write(Doorbell.of(TASK, 42));
    assertThat(body)
        .isEqualTo("{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\",\"batch\":42}");
    assertThat(DoorbellMessage.parse(body)).isEqualTo(Doorbell.of(TASK, 42));
  }

  @Test
  void bellOfATaskHasNoBatch() {
    String body = DoorbellMessage.write(Doorbell.of(TASK));
    assertThat(body).isEqualTo("{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\"}");
    assertThat(DoorbellMessage.parse(body)).isEqualTo(Doorbell.of(TASK));
  }

  @Test
  void unknownFieldsAreIgnored() {
    String body =
        "{ \"trace\": {\"a\": [1, null]}, \"batch\": 7, \"taskId\": \""
            + TASK
            + "\",\"version\":1}";
    assertThat(DoorbellMessage.parse(body)).isEqualTo(Doorbell.of(TASK, 7));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "hello",
        "42",
        "[]",
        "\"text\"",
        "{",
        "{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\"",
        "{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\",\"batch\":",
        "{}",
        "{\"taskId\":\"0123456789abcdefghijklmnop\"}",
        "{\"version\":null,\"taskId\":\"0123456789abcdefghijklmnop\"}",
        "{\"version\":\"1\",\"taskId\":\"0123456789abcdefghijklmnop\"}",
        "{\"version\":2,\"taskId\":\"0123456789abcdefghijklmnop\"}",
        "{\"version\":1}",
        "{\"version\":1,\"taskId\":null}",
        "{\"version\":1,\"taskId\":7}",
        "{\"version\":1,\"taskId\":\"jane@example.com\"}",
        "{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\",\"batch\":0}",
        "{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\",\"batch\":-1}",
        "{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\",\"batch\":1.5}",
        "{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\",\"batch\":\"1\"}",
        "{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\",\"batch\":null}",
        "{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\",\"batch\":2147483648}",
        "{\"version\":1,\"taskId\":\"0123456789abcdefghijklmnop\",\"batch\":99999999999999999999}",
      })
  void whatIsNoDoorbellIsRefused(String body) {
    assertThatThrownBy(() -> DoorbellMessage.parse(body))
        .isInstanceOf(DoorbellMessage.Malformed.class)
        .hasMessageNotContaining("jane")
        .hasNoCause();
  }
}
