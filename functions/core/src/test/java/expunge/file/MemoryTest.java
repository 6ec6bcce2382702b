package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final Limits LIMITS = new Limits(1L << 30, 10_000_000, 1 << 18, 1_000, 1 << 20);
  private static final Layout LAYOUT =
      new Layout(TextEncoding.UTF_8, 0, 2, ',', List.of("MaestraId"), 0);

  @Test
  void whatIsHeldDependsOnTheLimitsAndNotOnTheFile() throws IOException, UnacceptableFile {
    int chunk = 1 << 16;
    int most = LIMITS.sliceBytes() + LIMITS.recordBytes() + chunk;
    assertThat(heldFor("x".repeat(200_000) + "\n", 200)).isLessThan(most * 3 / 2);
    assertThat(heldFor("x\n\n\n", 5_000_000)).isLessThan(2 * chunk);
  }

  private static int heldFor(String piece, int times) throws IOException, UnacceptableFile {
    byte[] bytes = piece.repeat(times).getBytes(StandardCharsets.UTF_8);
    Window window = new Window(new CountedStream(bytes, 50_000), bytes.length);
    Slicer slicer = new Slicer(window, LAYOUT, LIMITS, 1);
    int held = 0;
    for (Optional<Slice> next = slicer.next(); next.isPresent(); next = slicer.next()) {
      held = Math.max(held, window.array().length);
      assertThat(slicer.take(next.get()).length).isLessThanOrEqualTo(LIMITS.sliceBytes());
    }
    return held;
  }
}
