package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.batch.Duplicate;
import expunge.batch.Plan;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompactBytesTest {
  private static final List<Plan> PLANS =
      List.of(
          new Plan.ByKey(BitSet.valueOf(new byte[] {1, 2}), BitSet.valueOf(new byte[] {4})),
          new Plan.ByKey(new BitSet(), BitSet.valueOf(new long[] {1, 1L << 40})),
          new Plan.InObject("work/ä b/1", "0f".repeat(32), 0),
          new Plan.InObject("work/a/00000042", "f0".repeat(32), Integer.MAX_VALUE));

  @Test
  void aThousandDuplicatesOfAHugeFileTakeNoMoreThan6Kilobytes() {
    List<Duplicate> duplicates =
        IntStream.range(0, 1_000).mapToObj(row -> new Duplicate(row, 9_999_000 + row)).toList();
    byte[] bytes = DuplicatesBytes.write(duplicates);
    assertThat(bytes).hasSizeLessThan(6_000);
    assertThat(DuplicatesBytes.read(bytes)).isEqualTo(duplicates);
  }

  @Test
  void theLargestAndTheSmallestNumbersComeBack() {
    List<Duplicate> duplicates =
        List.of(
            new Duplicate(0, 2),
            new Duplicate(127, 127),
            new Duplicate(255, 128),
            new Duplicate(Integer.MAX_VALUE, Integer.MAX_VALUE));
    assertThat(DuplicatesBytes.read(DuplicatesBytes.write(duplicates))).isEqualTo(duplicates);
    assertThat(DuplicatesBytes.read(DuplicatesBytes.write(List.of()))).isEmpty();
  }

  @Test
  void duplicatesThatAreCutOffOrOfAnotherFormAreRefused() {
    byte[] whole = DuplicatesBytes.write(List.of(new Duplicate(1, 1_000_000)));
    for (int length : List.of(0, 2, whole.length - 1)) {
      assertRefused(Arrays.copyOf(whole, length));
    }
    assertRefused(new byte[] {2, 1, 2});
    assertRefused(new byte[] {1, -1, -1, -1, -1, -1, 1});
  }

  @Test
  void plansComeBackWhateverTheirSize() {
    for (int[] rows : new int[][] {{}, {0}, {7, 8}, IntStream.range(0, 1_000).toArray()}) {
      BitSet found = new BitSet();
      Arrays.stream(rows).forEach(found::set);
      Plan plan = new Plan.ByKey(found);
      assertThat(PlanBytes.read(PlanBytes.write(plan))).isEqualTo(plan);
    }
  }

  @Test
  void plansOfEveryKindComeBack() {
    for (Plan plan : PLANS) {
      assertThat(PlanBytes.read(PlanBytes.write(plan))).isEqualTo(plan);
    }
  }

  @Test
  void aPlanWithoutProtectedProfilesIsWrittenAsEverBefore() {
    BitSet found = BitSet.valueOf(new byte[] {1, 2});
    assertThat(PlanBytes.write(new Plan.ByKey(found))).containsExactly(1, 1, 2);
    assertThat(PlanBytes.read(new byte[] {1, 1, 2})).isEqualTo(new Plan.ByKey(found));
  }

  @Test
  void plansOfAThousandRowsTakeLessThan300Bytes() {
    BitSet every = new BitSet();
    every.set(0, 1_000);
    assertThat(PlanBytes.write(new Plan.ByKey(every, every))).hasSizeLessThan(300);
  }

  @Test
  void aPlanOfAnUnknownTypeIsRefused() {
    for (byte[] bytes : List.of(new byte[0], new byte[] {4, 1}, new byte[] {0})) {
      assertPlanRefused(bytes);
    }
  }

  @Test
  void aPlanThatIsCutOffIsRefused() {
    byte[] held = PlanBytes.write(PLANS.get(0));
    for (int length : List.of(1, 4, 5)) {
      assertPlanRefused(Arrays.copyOf(held, length));
    }
    byte[] inObject = PlanBytes.write(PLANS.get(3));
    for (int length : List.of(1, 32, 36)) {
      assertPlanRefused(Arrays.copyOf(inObject, length));
    }
    assertPlanRefused(new byte[] {2, -1, -1, -1, -1, 1});
    assertPlanRefused(new byte[] {2, 127, -1, -1, -1, 1});
  }

  private static void assertPlanRefused(byte[] bytes) {
    assertThatThrownBy(() -> PlanBytes.read(bytes)).isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertRefused(byte[] bytes) {
    assertThatThrownBy(() -> DuplicatesBytes.read(bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
