package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.intake.ArrivedFile;
import expunge.simulator.MemorySystem;
import expunge.simulator.Samples;
import expunge.task.Task;
import expunge.task.TaskState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dry run says what the run would, and deletes nothing. */
class DryRunTest {
  private static final String FILE = "MaestraId\nc1\nnobody\nc2\nc3\nc1\n\"\"\nc4\n";
  private static final List<String> KEYS = List.of("c1", "c2", "c3", "c4");

  private final MemorySystem system = new MemorySystem(Samples.customers(), 3);

  @Test
  void itsBalanceAndReportAreThoseOfTheRun() {
    system.addProfiles(KEYS);
    Task dry = run(Map.of("dry-run", "true"));
    assertThat(system.profiles.deletions()).isZero();
    assertThat(KEYS).allMatch(system::hasProfile);
    Task run = run(Map.of("dry-run", "false"));
    assertThat(KEYS).noneMatch(system::hasProfile);
    assertThat(dry.state()).isEqualTo(run.state());
    assertThat(dry.balance()).isEqualTo(run.balance());
    assertThat(dry.profilesDeleted()).isEqualTo(run.profilesDeleted());
    assertThat(system.report(dry)).isEqualTo(system.report(run));
  }

  @Test
  void aWordThatIsNeitherYesNorNoDecidesNothing() {
    system.addProfiles(KEYS);
    Task task = run(Map.of("dry-run", "yes"));
    assertThat(task.state()).isEqualTo(TaskState.REJECTED);
    assertThat(task.problem().orElseThrow().type()).isEqualTo("unclear-dry-run");
    assertThat(KEYS).allMatch(system::hasProfile);
  }

  private Task run(Map<String, String> metadata) {
    ArrivedFile file = system.put("a.csv", FILE, metadata);
    system.intake().fileArrived(file);
    system.answerAll();
    return system.task(file);
  }
}
