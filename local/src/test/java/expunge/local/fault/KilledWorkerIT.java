package expunge.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.task.TaskId;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** SIGKILL, at every moment that leaves something half done. */
@EnabledOnOs(OS.LINUX)
class KilledWorkerIT {
  @Test
  void aWorkerThatIsKilledAtEveryMomentOfATaskLosesAndRepeatsNothing() {
    People people = new People("p-", 400);
    EnumSet<Moment> moments = EnumSet.allOf(Moment.class);
    try (Scene scene = Scene.open(100, 1)) {
      TaskId id = scene.drop(people);
      MortalWorker worker = scene.startWorker();
      Deaths deaths = new Deaths(scene, worker, moments);
      scene.proxy().meddler(deaths);

      scene.endsWithAllDeleted(id, people);

      assertThat(deaths.left()).isEmpty();
      assertThat(worker.processes()).isGreaterThanOrEqualTo(moments.size());
    }
  }
}
