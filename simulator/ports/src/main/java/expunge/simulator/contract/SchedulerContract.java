package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.run.Scheduler;
import expunge.task.TaskId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The promises of {@link Scheduler}. */
public abstract class SchedulerContract {
  /** The scheduler, the same on each call within a test. */
  protected abstract Scheduler scheduler();

  @Test
  void resultsComeInTheOrderOfTheCalls() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
    for (int atMost : List.of(1, 7, 100, 1_000)) {
      assertThat(scheduler().runAll(calls(numbers), atMost)).isEqualTo(numbers);
    }
  }

  @Test
  void noCallsGiveNoResults() {
    assertThat(scheduler().runAll(List.<Supplier<String>>of(), 1)).isEmpty();
  }

  @Test
  void noMoreCallsRunAtOnceThanAllowed() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Supplier<Integer> call =
        () -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          scheduler().waitUntil(scheduler().now().plusMillis(1));
          return running.decrementAndGet();
        };
    scheduler().runAll(Stream.generate(() -> call).limit(50).toList(), 3);
    assertThat(most).hasValueBetween(1, 3);
  }

  @Test
  void everyCallHasEndedBeforeAFailureIsThrown() {
    AtomicInteger ended = new AtomicInteger();
    Supplier<Integer> late =
        () -> {
          scheduler().waitUntil(scheduler().now().plusMillis(20));
          return ended.incrementAndGet();
        };
    List<Supplier<Integer>> calls = List.of(failing("first"), late, late, late);
    assertThatThrownBy(() -> scheduler().runAll(calls, 2)).hasMessage("first");
    assertThat(ended).hasValue(3);
  }

  @Test
  void theEarliestCallsFailureIsThrownWithTheOthersSuppressed() {
    Supplier<Integer> lateFailure =
        () -> {
          scheduler().waitUntil(scheduler().now().plusMillis(20));
          throw new IllegalStateException("first");
        };
    List<Supplier<Integer>> calls =
        List.of(() -> 1, lateFailure, failing("second"), () -> 4, failing("third"));
    assertThatThrownBy(() -> scheduler().runAll(calls, 5))
        .hasMessage("first")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .extracting(Throwable::getMessage)
                    .containsExactly("second", "third"));
  }

  @Test
  void aFailureIsThrownAsItIsAlsoByASingleCall() {
    IllegalStateException failure = new IllegalStateException("the only one");
    List<Supplier<Integer>> calls = List.of(failing(failure));
    assertThatThrownBy(() -> scheduler().runAll(calls, 1)).isSameAs(failure);
  }

  @Test
  void theSameFailureOfSeveralCallsIsThrownOnce() {
    IllegalStateException failure = new IllegalStateException("shared");
    List<Supplier<Integer>> calls = List.of(failing(failure), failing(failure));
    assertThatThrownBy(() -> scheduler().runAll(calls, 2)).isSameAs(failure);
    assertThat(failure.getSuppressed()).isEmpty();
  }

  @Test
  void lessThanOneAtOnceIsRefusedBeforeAnyCall() {
    AtomicInteger ran = new AtomicInteger();
    List<Supplier<Integer>> calls = List.of(ran::incrementAndGet, ran::incrementAndGet);
    assertThatThrownBy(() -> scheduler().runAll(calls, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(ran).hasValue(0);
  }

  @Test
  void waitingEndsAtTheMomentOrLater() {
    Instant moment = scheduler().now().plusMillis(20);
    scheduler().waitUntil(moment);
    assertThat(scheduler().now()).isAfterOrEqualTo(moment);
  }

  @Test
  void waitingForWhatHasPassedMovesNoClockBack() {
    Instant before = scheduler().now();
    scheduler().waitUntil(before.minus(Duration.ofDays(1)));
    assertThat(scheduler().now()).isAfterOrEqualTo(before);
  }

  @Test
  void randomNumbersAreFromZeroToBelowOne() {
    assertThat(Stream.generate(() -> scheduler().random()).limit(1_000))
        .allMatch(number -> number >= 0 && number < 1)
        .doesNotHaveDuplicates();
  }

  @Test
  void idsHaveTheFormOfTaskIdsAndDoNotRepeat() {
    assertThat(Stream.generate(() -> scheduler().newId()).limit(1_000))
        .allMatch(TaskId::isTaskId)
        .doesNotHaveDuplicates();
  }

  @Test
  void secretsAreFilledToTheLastByteAndDoNotRepeat() {
    assertThat(Stream.generate(this::secret).limit(1_000)).doesNotHaveDuplicates();
    assertThat(Stream.generate(() -> secret().charAt(31)).limit(1_000).distinct())
        .hasSizeGreaterThan(1);
  }

  private String secret() {
    byte[] bytes = new byte[32];
    scheduler().fillRandomly(bytes);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static List<Supplier<Integer>> calls(List<Integer> numbers) {
    return numbers.stream().map(number -> (Supplier<Integer>) () -> number).toList();
  }

  private static Supplier<Integer> failing(String message) {
    return failing(new IllegalStateException(message));
  }

  private static Supplier<Integer> failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }
}
