package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
  private static final String ROWS = "MaestraId\n1\n2\n3\n";

  @Test
  void aFileMayHaveExactlyItsRowsAndBytes() {
    assertThat(Sample.of(ROWS).within(new Limits(16, 3, 10, 2, 10)).written()).hasSize(3);
  }

  @Test
  void oneByteMoreIsRefused() {
    Problem problem = Sample.of(ROWS).within(new Limits(15, 3, 10, 2, 10)).problem();
    assertThat(problem.type()).isEqualTo("too-large");
    assertThat(problem.detail()).contains("15 bytes");
  }

  @Test
  void oneRowMoreIsRefused() {
    Problem problem = Sample.of(ROWS).within(new Limits(16, 2, 10, 2, 10)).problem();
    assertThat(problem.type()).isEqualTo("too-many-rows");
    assertThat(problem.detail()).contains("2 rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", ""})
  void aRecordMayHaveExactlyItsBytesWithoutTheLineEnd(String lineEnd) {
    Limits limits = new Limits(1_000, 9, 8, 2, 100);
    assertThat(Sample.of("MaestraId\n12345678" + lineEnd).within(limits).written()).hasSize(1);
    Problem problem = Sample.of("MaestraId\n1\n123456789" + lineEnd).within(limits).problem();
    assertThat(problem.type()).isEqualTo("record-too-large");
    assertThat(problem.line()).contains(3);
    assertThat(problem.detail()).contains("8 bytes");
  }

  @Test
  void aRecordThatAnOpenQuoteMakesTooLargeNamesTheQuote() {
    String file = "MaestraId,n\n1,\n2,\"\n" + "3,x\n".repeat(500_000);
    Problem problem = Sample.of(file).problem();
    assertThat(problem.type()).isEqualTo("record-too-large");
    assertThat(problem.line()).contains(3);
    assertThat(problem.detail()).contains("a quote opens here");
  }

  @Test
  void aRecordWithoutEndIsRefusedLongBeforeTheFileEnds() {
    byte[] bytes = ("MaestraId\n1\n" + "x".repeat(8 << 20)).getBytes(StandardCharsets.UTF_8);
    CountedStream stream = new CountedStream(bytes, 1_000);
    assertThat(Sample.of(bytes).problem(stream).type()).isEqualTo("record-too-large");
    assertThat(stream.delivered()).isLessThan(2 << 20);
  }

  @Test
  void limitsArePositive() {
    assertThatThrownBy(() -> new Limits(1, 0, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Limits(1, 1, Integer.MAX_VALUE, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
