package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {
  private static final int PROMISED_BYTES = 48;

  @Test
  void aValueIsNewOnceAndThenKnownByItsFirstLine() {
    DuplicateFilter filter = new DuplicateFilter();
    assertThat(filter.firstLineOf("1", 2)).isEmpty();
    assertThat(filter.firstLineOf("01", 3)).isEmpty();
    assertThat(filter.firstLineOf("1", 4)).hasValue(2);
    assertThat(filter.firstLineOf("1", 5)).hasValue(2);
    assertThat(filter.firstLineOf("01", 6)).hasValue(3);
  }

  @Test
  void theFirstLineIsRightAmongManyRows() {
    Random random = new Random(7);
    DuplicateFilter filter = new DuplicateFilter();
    Map<String, Integer> expected = new HashMap<>();
    for (int line = 2; line < 300_000; line++) {
      String value = "customer-" + random.nextInt(200_000);
      Integer first = expected.putIfAbsent(value, line);
      assertThat(filter.firstLineOf(value, line))
          .isEqualTo(first == null ? OptionalInt.empty() : OptionalInt.of(first));
    }
  }

  @Test
  void theZeroHashIsAHashToo() {
    DuplicateFilter filter = new DuplicateFilter();
    assertThat(filter.firstLineOf(0, 0, 2)).isEmpty();
    assertThat(filter.firstLineOf(0, 1L << 40, 3)).isEmpty();
    assertThat(filter.firstLineOf(1L << 8, 0, 4)).isEmpty();
    assertThat(filter.firstLineOf(0, 0, 5)).hasValue(2);
    assertThat(filter.firstLineOf(1L << 8, 0, 6)).hasValue(4);
  }

  @Test
  void hashesThatMeetInOneSlotAreToldApart() {
    DuplicateFilter filter = new DuplicateFilter();
    for (int line = 2; line < 1_000; line++) {
      assertThat(filter.firstLineOf(0, -line, line)).isEmpty();
    }
    for (int line = 2; line < 1_000; line++) {
      assertThat(filter.firstLineOf(0, -line, 5_000)).hasValue(line);
    }
  }

  @Test
  void itNeedsAtMost48BytesARowAtAnySizeGrowthIncluded() {
    Random random = new Random(1);
    DuplicateFilter filter = new DuplicateFilter();
    long peak = 0;
    for (int rows = 1; rows <= 1_000_000; rows++) {
      filter.firstLineOf(random.nextLong(), random.nextLong(), rows);
      if (filter.peakBytes() > peak && rows >= 10_000) {
        peak = filter.peakBytes();
        assertThat(peak).isLessThanOrEqualTo((long) PROMISED_BYTES * rows);
      }
    }
    assertThat(peak).isGreaterThan(20_000_000);
  }

  @Test
  void aSmallFileNeedsLittle() {
    DuplicateFilter filter = new DuplicateFilter();
    filter.firstLineOf("1", 2);
    assertThat(filter.peakBytes()).isLessThan(32 << 10);
  }
}
