package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicesTest {
  private static List<Slice> slices(Sample sample) {
    return sample.slices().stream().map(ReadSlice::slice).toList();
  }

  @Test
  void aSliceEndsAtItsLastRow() {
    assertThat(slices(Sample.of("MaestraId\n1\n2\n3\n4\n5\n").sliced(2, 1_000)))
        .containsExactly(new Slice(10, 4, 2, 2), new Slice(14, 4, 4, 2), new Slice(18, 2, 6, 1));
  }

  @Test
  void aFullLastSliceIsNotFollowedByAnEmptyOne() {
    assertThat(slices(Sample.of("MaestraId\n1\n2\n\n\n").sliced(2, 1_000)))
        .containsExactly(new Slice(10, 4, 2, 2));
  }

  @Test
  void aSliceNeverGrowsPastItsBytes() {
    assertThat(slices(Sample.of("MaestraId\n1\n22\n3\n").sliced(100, 5)))
        .containsExactly(new Slice(10, 5, 2, 2), new Slice(15, 2, 4, 1));
    assertThat(slices(Sample.of("MaestraId\n1\n22\n3\n").sliced(100, 4)))
        .containsExactly(new Slice(10, 2, 2, 1), new Slice(12, 3, 3, 1), new Slice(15, 2, 4, 1));
  }

  @Test
  void aRecordLargerThanASliceIsASlice() {
    assertThat(slices(Sample.of("MaestraId\n1\n123456789\n3\n").sliced(100, 4)))
        .containsExactly(new Slice(10, 2, 2, 1), new Slice(12, 10, 3, 1), new Slice(22, 2, 4, 1));
  }

  @Test
  void blankLinesBelongToASliceOrToNone() {
    assertThat(slices(Sample.of("MaestraId\n\n\n1\n\n2\n\n\n3\n\n").sliced(2, 1_000)))
        .containsExactly(new Slice(12, 5, 4, 2), new Slice(19, 3, 9, 1));
    assertThat(slices(Sample.of("MaestraId\n1\n\n\n\n\n2\n").sliced(9, 3)))
        .containsExactly(new Slice(10, 3, 2, 1), new Slice(16, 2, 7, 1));
  }

  @Test
  void manyBlankLinesNeedNoMemory() {
    Sample sample = Sample.of("MaestraId\n" + "\n".repeat(1_000_000) + "1\n");
    assertThat(sample.written()).containsExactly("1000002 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void blankLinesOfBothKindsAreCountedOneByOne(String encoding) {
    String blank = "\n\r\n\r\n\n".repeat(50_000);
    byte[] bytes = ("MaestraId\n" + blank + "1\r\n").getBytes(Charset.forName(encoding));
    assertThat(Sample.of(bytes).encoded(encoding).written()).containsExactly("200002 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r", "\n\r", "\n\n\rx\n"})
  void aCarriageReturnAloneAmongBlankLinesIsRefusedOnItsLine(String end) {
    String file = "MaestraId\n" + "\r\n".repeat(40_000) + end;
    Problem problem = Sample.of(file).problem();
    assertThat(problem.type()).isEqualTo("carriage-return");
    assertThat(problem.line()).contains(40_002 + end.indexOf('\r'));
  }

  @Test
  void aQuotedLineBreakIsNeverCut() {
    Sample sample = Sample.of("MaestraId,n\n1,\"a\nb\"\n2,\"\n\n\"\n3,\n").sliced(1, 1_000);
    assertThat(slices(sample))
        .containsExactly(new Slice(12, 8, 2, 1), new Slice(20, 7, 4, 1), new Slice(27, 3, 7, 1));
    assertThat(sample.written()).containsExactly("2 1", "4 2", "7 3");
  }

  @Test
  void aWorkerReadsASliceWithoutTheRest() throws UnacceptableFile {
    String file = "n;MaestraId\nx;1\ny; 2\n\nz;3\n";
    Layout layout = Sample.of(file).open().layout();
    List<Row> rows =
        new SliceReader(layout, Sample.identifier("MaestraId"))
            .read(new Slice(16, 10, 3, 2), file.substring(16).getBytes(StandardCharsets.UTF_8));
    assertThat(rows).containsExactly(new Row.Valid(3, "2"), new Row.Valid(5, "3"));
  }

  @Test
  void otherBytesThanTheSlicesAreNotRead() {
    SliceReader reader =
        new SliceReader(
            Sample.of("MaestraId\n1\n").open().layout(), Sample.identifier("MaestraId"));
    byte[] bytes = "1\n2\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> reader.read(new Slice(10, 5, 2, 2), bytes))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> reader.read(new Slice(10, 4, 2, 1), bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
