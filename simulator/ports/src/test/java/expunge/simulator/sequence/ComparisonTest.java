package expunge.simulator.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.dataset.KeyType;
import expunge.run.Scheduler;
import expunge.simulator.memory.ManualScheduler;
import expunge.simulator.memory.MemoryDoorbells;
import expunge.simulator.memory.MemoryPeoplesTables;
import expunge.simulator.memory.MemoryTaskStore;
import expunge.simulator.people.LinkedShape;
import expunge.simulator.sequence.Comparison.Pair;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparisonTest {
  private static final int STEPS = 200;

  @Test
  void twoThatAreAlikeAnswerAlike() {
    Comparison<DoorbellSteps.Queue> comparison = against(doorbells -> doorbells);
    comparison.check(1, STEPS);
    comparison.check(2, STEPS);
    comparison.check(3, STEPS);
    assertThat(comparison.untried()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfCallOfAProfileStoreIsAnsweredInMoreThanOneWay(KeyType type) {
    Supplier<ProfileStoreSteps.Table> table =
        () -> ProfileStoreSteps.Table.make(new MemoryPeoplesTables(), "profiles", type);
    assertEveryKindIsTried(
        new Comparison<>(new ProfileStoreSteps(type), () -> new Pair<>(table.get(), table.get())));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfCallOfALinkedStoreIsAnsweredInMoreThanOneWay(LinkedShape shape) {
    Supplier<LinkedStoreSteps.Table> table =
        () -> LinkedStoreSteps.Table.make(new MemoryPeoplesTables(), "records", shape);
    assertEveryKindIsTried(
        new Comparison<>(new LinkedStoreSteps(shape), () -> new Pair<>(table.get(), table.get())));
  }

  private static void assertEveryKindIsTried(Comparison<?> comparison) {
    for (int seed = 1; seed <= 3; seed++) {
      comparison.check(seed, STEPS);
    }
    assertThat(comparison.untried()).isEmpty();
  }

  @Test
  void everyKindOfCallOfATaskStoreIsAnsweredInMoreThanOneWay() {
    Comparison<TaskStore> comparison =
        new Comparison<>(
            new TaskStoreSteps(), () -> new Pair<>(new MemoryTaskStore(), new MemoryTaskStore()));
    for (int seed = 1; seed <= 10; seed++) {
      comparison.check(seed, STEPS);
    }
    assertThat(comparison.untried()).isEmpty();
  }

  @Test
  void aDifferenceIsToldWithItsSeedAndTheStepsThatItTakes() {
    assertThatThrownBy(() -> against(Forgetful::new).check(7, STEPS))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("seed 7:\n  ring [")
        .hasMessageContaining("then take answers")
        .satisfies(told -> assertThat(String.valueOf(told.getMessage()).lines()).hasSize(6));
  }

  private static Comparison<DoorbellSteps.Queue> against(UnaryOperator<Doorbells> other) {
    return new Comparison<>(
        new DoorbellSteps(),
        () -> {
          Scheduler clock = new ManualScheduler(1);
          MemoryDoorbells one = new MemoryDoorbells(clock);
          MemoryDoorbells two = new MemoryDoorbells(clock);
          return new Pair<>(new Bells(one, one, clock), new Bells(other.apply(two), two, clock));
        });
  }

  private record Bells(Doorbells doorbells, MemoryDoorbells behind, Scheduler clock)
      implements DoorbellSteps.Queue {
    @Override
    public List<Doorbell> take() {
      return behind.takeDue(clock.now());
    }

    @Override
    public int delayed() {
      return behind.queued().size();
    }
  }

  /** Leaves out the last bell of a full call. */
  private record Forgetful(Doorbells to) implements Doorbells {
    @Override
    public List<Doorbell> ring(List<Doorbell> bells, Duration delay) {
      return to.ring(
          bells.size() == BELLS_PER_CALL ? bells.subList(0, BELLS_PER_CALL - 1) : bells, delay);
    }
  }
}
