package expunge.simulator.exhaustive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import expunge.simulator.platform.Plant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "7p", "12p,31b,40d", "3s,5x,9g"})
  void aScheduleIsReadFromItsName(String name) {
    assertThat(Schedule.named(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"p", "7", "7y", "7p,", "7p,7b", "9p,7b", "-1p", "99999999p"})
  void aNameThatIsNobodysIsRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Schedule.named(name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1p", "2t", "9999b"})
  void aStepThatNeverComesIsRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> trace(name));
  }

  @Test
  void theSameScheduleGivesTheSameRun() {
    Schedule preempted = firstPreemption();

    assertThat(trace(preempted.toString()))
        .isEqualTo(trace(preempted.toString()))
        .isNotEqualTo(trace(""));
  }

  @Test
  void thePreemptedGoesOnWhenNobodyElseCan() {
    List<String> trace = trace(firstPreemption().toString());

    int waits = indexOf(trace, "! has to wait");
    assertThat(trace.get(waits + 1)).doesNotContain(process(trace.get(waits)));
    assertThat(trace.subList(waits + 1, trace.size()))
        .anyMatch(line -> line.contains(process(trace.get(waits))));
  }

  @Test
  void whoCallsHasTheirTurnBeforeTheCallThatTheyCameBefore() {
    Schedule cancelled = first(Choice.CANCEL);

    List<String> trace = trace(cancelled.toString());

    int moves = indexOf(trace, "api CANCEL  tasks.move");
    assertThat(trace.subList(0, moves)).noneMatch(line -> line.contains("intake 1  "));
    assertThat(trace.subList(moves, trace.size()))
        .anyMatch(line -> line.contains("CANCEL is answered"))
        .anyMatch(line -> line.contains("intake 1  "));
  }

  private static Schedule firstPreemption() {
    return first(Choice.PREEMPT);
  }

  private static Schedule first(Choice choice) {
    return Replay.run(Schedule.SMOOTH, EnumSet.of(choice), () -> Plant.NOTHING, false)
        .open()
        .stream()
        .map(Schedule.SMOOTH::and)
        .findFirst()
        .orElseThrow();
  }

  private static String process(String line) {
    return line.substring(line.indexOf(" s  ") + 4, line.indexOf("  !"));
  }

  private static int indexOf(List<String> lines, String text) {
    return lines.indexOf(
        lines.stream().filter(line -> line.contains(text)).findFirst().orElseThrow());
  }

  private static List<String> trace(String name) {
    return Replay.written(Schedule.named(name), () -> Plant.NOTHING).trace();
  }
}
