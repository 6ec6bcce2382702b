package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReaderTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 40_000})
  void howTheStreamDeliversChangesNothing(int atOnce) throws IOException, UnacceptableFile {
    byte[] bytes =
        ("MaestraId,n\r\n" + "1,\"\"\"\r\nж\"\r\n\r\n 2\t,\r\n".repeat(3_000))
            .getBytes(StandardCharsets.UTF_8);
    Sample sample = Sample.of(bytes).sliced(1_000, 4_000);
    assertThat(sample.slices(new CountedStream(bytes, atOnce))).isEqualTo(sample.slices());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 10, 11, 12, 70_000})
  void aStreamThatEndsEarlyIsAFailureAndNoFile(int delivered) {
    byte[] bytes = ("MaestraId\n" + "1\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
    InputStream half = new ByteArrayInputStream(Arrays.copyOf(bytes, delivered));
    assertThatThrownBy(() -> Sample.of(bytes).slices(half))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended at byte " + delivered);
  }

  @Test
  void readingAgainGivesTheSameSlices() {
    Sample sample = Sample.of("MaestraId\n" + "1\n\n22\n".repeat(5_000)).sliced(7, 64);
    assertThat(sample.slices()).isEqualTo(sample.slices());
  }

  @Test
  void aBadByteInRow900000IsFound() {
    byte[] bytes = ("MaestraId\n" + "1234567\n".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
    int position = 10 + 8 * 899_999 + 3;
    bytes[position] = (byte) 0xE9;
    Problem problem = Sample.of(bytes).problem();
    assertThat(problem.type()).isEqualTo("undecodable-byte");
    assertThat(problem.line()).contains(900_001);
    assertThat(problem.position()).contains((long) position);
  }

  @Test
  void noTextShowsAnIdentifier() {
    List<ReadSlice> slices = Sample.of("MaestraId\njane\njane,x\n").slices();
    assertThat(slices.getFirst().rows()).hasSize(2);
    assertThat(slices.toString()).contains("Valid[line=2]", "Invalid[line=3, reason=FIELDS]");
    assertThat(slices.toString()).doesNotContain("jane");
  }

  @Test
  void aRefusalSaysItsProblemWithoutTheFile() {
    assertThatThrownBy(
            () ->
                Sample.of("jane\nx\n")
                    .slices(new CountedStream("jane\nx\n".getBytes(StandardCharsets.UTF_8), 9)))
        .isInstanceOf(UnacceptableFile.class)
        .hasMessageStartingWith("wrong-header")
        .hasMessageNotContaining("jane");
  }
}
