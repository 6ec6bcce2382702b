package expunge.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.batch.Batch;
import expunge.file.Slice;
import org.junit.jupiter.api.Test;

class SamplesTest {
  @Test
  void batchesCoverTheRowsOfTheFileExactly() {
    byte[] file = Samples.file(6).getBytes(UTF_8);
    StringBuilder covered = new StringBuilder("MaestraId\n");
    for (Batch batch : Samples.batches(3, 2)) {
      Slice slice = batch.rows().slice();
      covered.append(new String(file, (int) slice.start(), slice.length(), UTF_8));
    }
    assertThat(covered).hasToString(Samples.file(6));
  }

  @Test
  void slicesKnowTheirLineOfTheFile() {
    assertThat(Samples.rows(1, 4).slice().line()).isEqualTo(2);
    assertThat(Samples.rows(5, 9).slice().line()).isEqualTo(6);
    assertThat(Samples.rows(5, 9).rowsToDelete()).isEqualTo(5);
  }

  @Test
  void theSameKeyIsTheSameTask() {
    assertThat(Samples.staging("drop/a.csv")).isEqualTo(Samples.staging("drop/a.csv"));
    assertThat(Samples.staging("drop/a.csv").id()).isNotEqualTo(Samples.staging("drop/b.csv").id());
  }
}
