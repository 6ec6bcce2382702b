package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.task.CallKey;
import expunge.task.KeyedCall;
import expunge.task.Task;
import expunge.task.TaskId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A call that makes a task is remembered with it, for a while. */
interface KeyedCallContract extends TaskStoreUnderTest {
  @Test
  default void aCallAndItsTaskAreMadeTogether() {
    Task task = Given.unknownTask();
    KeyedCall call = call(UUID.randomUUID().toString(), task);
    assertThat(store().create(task, call, Given.NOW)).isEqualTo(call);
    assertThat(store().find(task.id())).contains(task);
    assertThat(store().unsettled(Optional.empty(), 1_000))
        .extracting(unsettled -> unsettled.id())
        .contains(task.id());
  }

  @Test
  default void underAKeyThatCountsNothingIsMade() {
    String key = UUID.randomUUID().toString();
    Task first = Given.unknownTask();
    KeyedCall call = call(key, first);
    store().create(first, call, Given.NOW);
    Task second = Given.unknownTask();
    assertThat(store().create(second, call(key, second), Given.LATER)).isEqualTo(call);
    KeyedCall other =
        KeyedCall.made(CallKey.of("caller", key, "POST /other", ""), second.id(), Given.NOW);
    assertThat(store().create(second, other, Given.LATER)).isEqualTo(call);
    assertThat(store().find(second.id())).isEmpty();
  }

  @Test
  default void anotherCallersKeyIsAnother() {
    String key = UUID.randomUUID().toString();
    Task first = Given.unknownTask();
    store().create(first, call(key, first), Given.NOW);
    Task second = Given.unknownTask();
    KeyedCall others =
        KeyedCall.made(CallKey.of("other caller", key, "POST", "{}"), second.id(), Given.NOW);
    assertThat(store().create(second, others, Given.NOW)).isEqualTo(others);
    assertThat(store().find(second.id())).contains(second);
  }

  @Test
  default void aCallCountsUntilItsTimeIsOver() {
    String key = UUID.randomUUID().toString();
    Task first = Given.unknownTask();
    KeyedCall call = call(key, first);
    store().create(first, call, Given.NOW);
    Task second = Given.unknownTask();
    KeyedCall next = KeyedCall.made(call.call(), second.id(), call.until());
    assertThat(store().create(second, next, call.until().minusMillis(1))).isEqualTo(call);
    assertThat(store().keyedCall(call.call().key(), call.until().minusMillis(1))).contains(call);
    assertThat(store().keyedCall(call.call().key(), call.until())).isEmpty();
    assertThat(store().create(second, next, call.until())).isEqualTo(next);
    assertThat(store().find(second.id())).contains(second);
    assertThat(store().find(first.id())).contains(first);
  }

  @Test
  default void timesFinerThanAMillisecondAreCutOff() {
    Task task = Given.unknownTask();
    KeyedCall call =
        KeyedCall.made(
            CallKey.of("caller", UUID.randomUUID().toString(), "POST", "{}"),
            task.id(),
            Given.NOW.plusNanos(999_999));
    assertThat(call.until()).isEqualTo(Given.NOW.plus(Duration.ofHours(24)));
    assertThat(store().create(task, call, Given.NOW.plusNanos(1))).isEqualTo(call);
    assertThat(store().create(task, call, Given.NOW.plusNanos(1))).isEqualTo(call);
  }

  @Test
  default void aTaskThatStandsStaysAsItIs() {
    TaskId id = Given.runningTask(store(), 1);
    Task standing = Given.task(store(), id);
    Task again = Given.unknownTask();
    Task same = Task.staging(id, again.request(), again.file(), again.slicing(), again.createdAt());
    KeyedCall call = call(UUID.randomUUID().toString(), same);
    assertThat(store().create(same, call, Given.NOW)).isEqualTo(call);
    assertThat(store().create(same, call, Given.NOW)).isEqualTo(call);
    assertThat(Given.task(store(), id)).isEqualTo(standing);
  }

  @Test
  default void ofCallsAtOnceOneMakesItsTask() {
    String key = UUID.randomUUID().toString();
    List<Task> tasks = IntStream.range(0, 4).mapToObj(n -> Given.unknownTask()).toList();
    List<KeyedCall> answers =
        AtOnce.run(
            4,
            n -> {
              Task mine = tasks.get(n - 1);
              return store().create(mine, call(key, mine), Given.NOW);
            });
    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(tasks)
        .filteredOn(task -> store().find(task.id()).isPresent())
        .extracting(Task::id)
        .containsExactly(answers.getFirst().task());
  }

  private static KeyedCall call(String key, Task task) {
    return KeyedCall.made(CallKey.of("caller", key, "POST /tasks", "{}"), task.id(), Given.NOW);
  }
}
