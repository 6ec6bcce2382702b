package expunge.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.local.Eventually;
import expunge.object.ObjectVersion;
import expunge.task.Doorbell;
import expunge.task.DoorbellMessage;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Messages and events that are lost, repeated, late or no messages at all. */
@EnabledOnOs(OS.LINUX)
class LostAndRepeatedIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final List<String> POISON =
      List.of(
          "garbage",
          "{\"version\": 1, \"taskId\": ".repeat(5_000),
          "[".repeat(20_000),
          "x".repeat(200 * 1_024),
          "{\"version\": 2, \"taskId\": \"6gtdan9p08r18ahfkasdqd80qr\"}");

  @Test
  void poisonBetweenBellsEndsAmongTheDeadLettersAndDelaysNobody() throws IOException {
    People people = new People("p-", 300);
    try (Scene scene = Scene.open(100, 1)) {
      POISON.forEach(scene.queues()::send);
      TaskId id = scene.drop(people);
      POISON.forEach(scene.queues()::send);
      MortalWorker worker = scene.startWorker();

      scene.endsWithAllDeleted(id, people);
      Eventually.within(PATIENCE, () -> scene.queues().deadLetters() == 2 * POISON.size());
      scene.startDeadLetters();
      scene.queues().runEmpty();

      assertThat(worker.processes()).isEqualTo(1);
      String logged = worker.logged(1);
      assertThat(logged.split("PoisonMessage", -1)).hasSizeGreaterThan(5 * 2 * POISON.size());
      assertThat(logged).doesNotContain("garbage", "xxxx", "p-1");
      assertThat(scene.log().split("PoisonMessage", -1)).hasSize(2 * POISON.size() + 1);
    }
  }

  @Test
  void aRoundOfHousekeepingEndsATaskWhoseBellsWereAllLost() {
    People people = new People("p-", 300);
    try (Scene scene = Scene.open(100, 5)) {
      TaskId id = scene.drop(people);
      scene.queues().purge();
      scene.startWorker();
      assertThat(scene.task(id).state()).isEqualTo(TaskState.RUNNING);

      scene.round();

      scene.endsWithAllDeleted(id, people);
    }
  }

  @Test
  void aRoundOfHousekeepingTakesInAFileWhoseEventWasLost() {
    People people = new People("p-", 300);
    try (Scene scene = Scene.open(100, 5)) {
      scene.tables().putProfiles(people.withProfile());
      ObjectVersion file = scene.upload("drop/lost.csv", people);
      scene.startWorker();

      scene.round();
      scene.event(file);

      scene.endsWithAllDeleted(scene.idOf(file), people);
    }
  }

  @Test
  void eachVersionOfAFileThatIsOverwrittenAfterItsEventIsATaskOfItsOwn() {
    People first = new People("first-", 300);
    People second = new People("second-", 250);
    try (Scene scene = Scene.open(100, 5)) {
      scene.tables().putProfiles(first.withProfile());
      scene.tables().putProfiles(second.withProfile());
      ObjectVersion pinned = scene.upload("drop/same.csv", first);
      ObjectVersion newer = scene.upload("drop/same.csv", second);
      scene.startWorker();

      TaskId ofNewer = scene.event(newer);
      TaskId ofPinned = scene.event(pinned);

      assertThat(ofPinned).isNotEqualTo(ofNewer);
      scene.endsWithAllDeleted(ofPinned, first);
      scene.endsWithAllDeleted(ofNewer, second);
    }
  }

  /**
   * The first one sleeps over a deletion until its lease has run out and the second has done it.
   */
  @Test
  void aMessageThatBecomesVisibleUnderALivingWorkerIsDoneOnceByTwo() {
    People people = new People("p-", 100);
    try (Scene scene = Scene.open(1_000, 1)) {
      TaskId id = scene.drop(people);
      CountDownLatch asleep = new CountDownLatch(1);
      CountDownLatch awake = new CountDownLatch(1);
      AtomicBoolean first = new AtomicBoolean(true);
      scene
          .proxy()
          .meddler(
              (call, dynamoDb) -> {
                if (call.operation().equals("BatchWriteItem") && first.getAndSet(false)) {
                  asleep.countDown();
                  await(awake);
                }
                return dynamoDb.answer(call);
              });
      MortalWorker sleeper = scene.startWorker();
      Eventually.within(PATIENCE, () -> asleep.getCount() == 0);
      MortalWorker other = scene.startWorker();
      Eventually.within(PATIENCE, () -> other.logged(1).contains("BatchHeld"));
      scene.tables().endLeases();
      scene.queues().send(DoorbellMessage.write(Doorbell.of(id, 1)));
      Eventually.within(PATIENCE, () -> scene.task(id).openBatches() == 0);
      awake.countDown();

      scene.endsWithAllDeleted(id, people);
      scene.queues().runEmpty();
      assertThat(sleeper.logged(1)).contains("BatchPlanned").doesNotContain("BatchCommitted");
      assertThat(other.logged(1)).contains("BatchCommitted");
      scene.endsWithAllDeleted(id, people);
    }
  }

  /** Before its batch is settled, and after. */
  @Test
  void deadLettersThatAreSentBackTwiceChangeNothing() {
    People people = new People("p-", 60);
    try (Scene scene = Scene.open(1_000, 1, 3)) {
      TaskId id = scene.drop(people);
      MortalWorker worker = scene.startWorker();
      scene.proxy().meddler(new AlwaysDies(scene, worker));
      Eventually.within(PATIENCE, () -> scene.queues().deadLetters() == 1);

      List<String> letters = scene.queues().redrive();
      Eventually.within(PATIENCE, () -> scene.queues().deadLetters() == 1);
      scene.proxy().meddler(DynamoDbCall.Meddler.NONE);
      scene.startDeadLetters();
      Eventually.within(PATIENCE, () -> scene.hasEnded(id));
      scene.isExact(
          id, people, Outcome.FAILED, "failed,0,the profile could not be deleted; retry the task");
      letters.forEach(scene.queues()::send);
      scene.queues().runEmpty();

      scene.isExact(
          id, people, Outcome.FAILED, "failed,0,the profile could not be deleted; retry the task");
      assertThat(scene.task(id).state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
      assertThat(scene.tables().profiles())
          .containsKeys(people.withProfile().toArray(String[]::new));
    }
  }

  /** A worker that never lives to delete what it has planned. */
  private record AlwaysDies(Scene scene, MortalWorker worker) implements DynamoDbCall.Meddler {
    @Override
    public HttpMessage.Answer answer(DynamoDbCall call, DynamoDbCall.Service dynamoDb)
        throws IOException {
      if (!call.operation().equals("BatchWriteItem")) {
        return dynamoDb.answer(call);
      }
      worker.kill();
      scene.tables().endLeases();
      throw new IOException("nobody is there any more");
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("nobody came");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
