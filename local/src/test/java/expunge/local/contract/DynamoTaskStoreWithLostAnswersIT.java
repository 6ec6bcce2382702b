package expunge.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.run.SystemScheduler;
import expunge.simulator.Samples;
import expunge.simulator.contract.TaskStoreContract;
import expunge.task.TaskId;
import expunge.task.TaskStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The whole contract again, while the first answer of every call is lost after DynamoDB has done
 * what was asked, and the SDK repeats the call by itself.
 */
class DynamoTaskStoreWithLostAnswersIT extends TaskStoreContract {
  private static final Duration RETENTION = Duration.ofDays(36_500);

  // A client for each test, as the SDK gives up repeating where too much fails.
  private final AwsClients clients = EmulatedAws.clientsWith(new LosesFirstAnswers());

  private final TaskStore store =
      new AwsPorts(clients, new SystemScheduler()).taskStore(EmulatedAws.TASKS, RETENTION);

  @Override
  public TaskStore store() {
    return store;
  }

  /** Nothing but this may be done twice, and only where another change came between. */
  @Test
  @Override
  public void intakesThatBeginAtOnceAreAllCounted() {
    TaskId id = store.create(Samples.staging("drop/lost-answers.csv")).id();
    List<Supplier<Optional<Integer>>> intakes =
        Collections.nCopies(4, () -> store.beginIntake(id, Instant.EPOCH));
    assertThat(new SystemScheduler().runAll(intakes, 4)).doesNotContain(Optional.empty());
    assertThat(store.find(id).orElseThrow().intakeAttempts()).isBetween(4, 8);
  }
}
