package expunge.simulator.trace;

import static expunge.simulator.fault.Fault.CRASH_BEFORE;
import static expunge.simulator.fault.PortCall.COMMIT;
import static expunge.simulator.trace.Event.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.simulator.check.Violation;
import expunge.simulator.exhaustive.SmallScope;
import expunge.simulator.platform.Plant;
import expunge.simulator.trace.ProtocolTrace.Outcome;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProtocolTraceTest {
  @ParameterizedTest
  @EnumSource
  void withoutItsRuleItBreaksItsPromise(ProtocolTrace trace) {
    Outcome outcome = trace.play(trace.bug().plant());

    assertThat(outcome.violations()).extracting(Violation::promise).contains(trace.promise());
    assertThat(outcome.left()).as("events that never came").isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void withItsRuleItBreaksNone(ProtocolTrace trace) {
    assertThat(trace.play(Plant.NOTHING).violations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void itsBugNamesIt(ProtocolTrace trace) {
    assertThat(trace.bug().rule()).matches(".*\\b" + trace + "\\b.*");
  }

  @Test
  void noTraceOfTheProtocolIsLeftOut() {
    assertThat(ProtocolTrace.values())
        .extracting(ProtocolTrace::name)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 17).mapToObj(number -> "C" + number).toList());
  }

  @Test
  void anEventThatNeverComesIsTold() {
    Event never = wrong("worker 99", COMMIT, CRASH_BEFORE);
    Story story = new Story(SmallScope.scenario(), List.of(never));

    assertThat(story.play(Plant.NOTHING).left())
        .containsExactly("worker 99 tasks.commit: crash before");
  }

  @Test
  void theSameTraceGivesTheSameRun() {
    Outcome again = ProtocolTrace.C6.play(Plant.NOTHING);

    assertThat(ProtocolTrace.C6.play(Plant.NOTHING)).isEqualTo(again);
  }
}
