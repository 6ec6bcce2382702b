package expunge.report;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.task.TaskId;
import org.junit.jupiter.api.Test;

class ResultKeysTest {
  private static final TaskId TASK = new TaskId("0123456789abcdefghijklmnop");

  @Test
  void keysFollowTheAgreedForms() {
    assertThat(ResultKeys.report(TASK)).isEqualTo("results/0123456789abcdefghijklmnop/report.csv");
    assertThat(ResultKeys.part(TASK, 42, 3))
        .isEqualTo("results/0123456789abcdefghijklmnop/parts/00000042-3");
    assertThat(ResultKeys.byFile("drop/customers/old.csv"))
        .isEqualTo("results/by-file/drop/customers/old.csv.json");
    assertThat(ResultKeys.work(TASK)).isEqualTo("work/0123456789abcdefghijklmnop/");
  }
}
