package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link Doorbells}. Bells of other tasks may be in the queue. */
public abstract class DoorbellsContract {
  private static final int RECEIPTS = 100;

  /** The bells, the same on each call within a test. */
  protected abstract Doorbells doorbells();

  /**
   * Receives and removes the bells that may be taken by now. Where there is none, it waits a moment
   * for one, at least a tenth of a second: a test asks up to a hundred times.
   */
  protected abstract List<Doorbell> receive();

  @Test
  void everyBellThatWasRungArrives() {
    TaskId task = Given.unknownTask().id();
    List<Doorbell> bells = bellsOf(task, Doorbells.BELLS_PER_CALL);
    assertThat(doorbells().ring(bells, Duration.ZERO)).isEmpty();
    assertThat(receiveOf(task, bells.size())).containsExactlyInAnyOrderElementsOf(bells);
  }

  @Test
  void theBellOfATaskHasNoBatch() {
    TaskId task = Given.unknownTask().id();
    doorbells().ring(List.of(Doorbell.of(task)), Duration.ZERO);
    assertThat(receiveOf(task, 1)).containsExactly(Doorbell.of(task));
  }

  @Test
  void bellsOfSeveralTasksFitInOneCall() {
    TaskId one = Given.unknownTask().id();
    TaskId other = Given.unknownTask().id();
    List<Doorbell> bells = List.of(Doorbell.of(one, 1), Doorbell.of(other, 1), Doorbell.of(one));
    assertThat(doorbells().ring(bells, Duration.ZERO)).isEmpty();
    List<Doorbell> received = new ArrayList<>();
    for (int receipt = 0; receipt < RECEIPTS && !received.containsAll(bells); receipt++) {
      received.addAll(receive());
    }
    assertThat(received).containsAll(bells);
  }

  @Test
  void ringingAgainRingsAgain() {
    TaskId task = Given.unknownTask().id();
    Doorbell bell = Doorbell.of(task, 7);
    doorbells().ring(List.of(bell), Duration.ZERO);
    assertThat(receiveOf(task, 1)).contains(bell);
    assertThat(doorbells().ring(List.of(bell), Duration.ZERO)).isEmpty();
    assertThat(receiveOf(task, 1)).contains(bell);
  }

  @Test
  void theSameBellTwiceInOneCallIsNoFailure() {
    TaskId task = Given.unknownTask().id();
    List<Doorbell> bells = Collections.nCopies(2, Doorbell.of(task, 7));
    assertThat(doorbells().ring(bells, Duration.ZERO)).isEmpty();
    assertThat(receiveOf(task, 1)).contains(Doorbell.of(task, 7));
  }

  @Test
  void ringingNothingIsNoFailure() {
    assertThat(doorbells().ring(List.of(), Duration.ZERO)).isEmpty();
  }

  @Test
  void aDelayedBellArrivesLater() {
    TaskId task = Given.unknownTask().id();
    doorbells().ring(List.of(Doorbell.of(task, 1)), Duration.ofMillis(900));
    assertThat(receiveOf(task, 1)).containsExactly(Doorbell.of(task, 1));
  }

  @Test
  void aBellWithTheLongestDelayLetsLaterOnesPass() {
    TaskId task = Given.unknownTask().id();
    doorbells().ring(List.of(Doorbell.of(task, 1)), Doorbells.LONGEST_DELAY);
    doorbells().ring(List.of(Doorbell.of(task, 2)), Duration.ZERO);
    assertThat(receiveOf(task, 1)).containsExactly(Doorbell.of(task, 2));
  }

  @Test
  void moreBellsThanOneCallTakesAreRefused() {
    List<Doorbell> bells = bellsOf(Given.unknownTask().id(), Doorbells.BELLS_PER_CALL + 1);
    assertThatThrownBy(() -> doorbells().ring(bells, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDelayOutOfItsBoundsIsRefused() {
    List<Doorbell> bells = bellsOf(Given.unknownTask().id(), 1);
    for (Duration delay : List.of(Duration.ofMillis(-1), Doorbells.LONGEST_DELAY.plusMillis(1))) {
      assertThatThrownBy(() -> doorbells().ring(bells, delay))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void bellsRungAtOnceAllArrive() {
    TaskId task = Given.unknownTask().id();
    AtOnce.run(8, n -> doorbells().ring(List.of(Doorbell.of(task, n)), Duration.ZERO));
    assertThat(receiveOf(task, 8)).containsExactlyInAnyOrderElementsOf(bellsOf(task, 8));
  }

  /** Receives until so many different bells of the task have come, each told once. */
  private List<Doorbell> receiveOf(TaskId task, int count) {
    List<Doorbell> received = new ArrayList<>();
    for (int receipt = 0; receipt < RECEIPTS && received.size() < count; receipt++) {
      receive().stream()
          .filter(bell -> bell.task().equals(task) && !received.contains(bell))
          .forEach(received::add);
    }
    return received;
  }

  private static List<Doorbell> bellsOf(TaskId task, int batches) {
    return IntStream.rangeClosed(1, batches).mapToObj(n -> Doorbell.of(task, n)).toList();
  }
}
