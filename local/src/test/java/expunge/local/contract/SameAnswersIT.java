package expunge.local.contract;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.aws.TasksTable;
import expunge.dataset.KeyType;
import expunge.object.ObjectStore;
import expunge.run.SystemScheduler;
import expunge.simulator.memory.MemoryDoorbells;
import expunge.simulator.memory.MemoryObjectStore;
import expunge.simulator.memory.MemoryPeoplesTables;
import expunge.simulator.memory.MemoryTaskStore;
import expunge.simulator.people.LinkedShape;
import expunge.simulator.sequence.Comparison;
import expunge.simulator.sequence.Comparison.Pair;
import expunge.simulator.sequence.DoorbellSteps;
import expunge.simulator.sequence.LinkedStoreSteps;
import expunge.simulator.sequence.ObjectStoreSteps;
import expunge.simulator.sequence.ProfileStoreSteps;
import expunge.simulator.sequence.TaskStoreSteps;
import expunge.task.Doorbell;
import expunge.task.DoorbellMessage;
import expunge.task.Doorbells;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The ports in memory answer random sequences of calls as the adapters on the emulators do. More
 * sequences than usual are run with {@code -Dexpunge.sequences=…}.
 */
class SameAnswersIT {
  private static final Duration RETENTION = Duration.ofDays(36_500);
  private static final int SEQUENCES = Integer.getInteger("expunge.sequences", 4);
  private static final int STEPS = 210;

  @Test
  void tasksAndBatches() {
    check(new Comparison<>(new TaskStoreSteps(), SameAnswersIT::taskStores));
  }

  @ParameterizedTest
  @EnumSource
  void profiles(KeyType type) {
    check(new Comparison<>(new ProfileStoreSteps(type), () -> profileTables(type)));
  }

  @ParameterizedTest
  @EnumSource
  void linkedRecords(LinkedShape shape) {
    check(new Comparison<>(new LinkedStoreSteps(shape), () -> linkedTables(shape)));
  }

  @Test
  void doorbells() {
    check(new Comparison<>(new DoorbellSteps(), SameAnswersIT::queues));
  }

  @Test
  void objects() {
    check(
        new Comparison<>(
            new ObjectStoreSteps("same/" + UUID.randomUUID() + "/"), SameAnswersIT::buckets));
  }

  private static <P> void check(Comparison<P> comparison) {
    for (int seed = 1; seed <= SEQUENCES; seed++) {
      comparison.check(seed, STEPS);
    }
    assertThat(comparison.untried()).isEmpty();
  }

  private static Pair<TaskStore> taskStores() {
    String table = "same-answers-" + UUID.randomUUID();
    EmulatedAws.CLIENTS.dynamoDb().createTable(TasksTable.definition(table));
    return new Pair<>(new MemoryTaskStore(), EmulatedAws.PORTS.taskStore(table, RETENTION));
  }

  private static Pair<ProfileStoreSteps.Table> profileTables(KeyType type) {
    String name = "same-answers-" + UUID.randomUUID();
    return new Pair<>(
        ProfileStoreSteps.Table.make(new MemoryPeoplesTables(), name, type),
        ProfileStoreSteps.Table.make(new DynamoPeoplesTables(EmulatedAws.CLIENTS), name, type));
  }

  private static Pair<LinkedStoreSteps.Table> linkedTables(LinkedShape shape) {
    String name = "same-answers-" + UUID.randomUUID();
    return new Pair<>(
        LinkedStoreSteps.Table.make(new MemoryPeoplesTables(), name, shape),
        LinkedStoreSteps.Table.make(new DynamoPeoplesTables(EmulatedAws.CLIENTS), name, shape));
  }

  private static Pair<DoorbellSteps.Queue> queues() {
    SystemScheduler scheduler = new SystemScheduler();
    String queue = "same-answers-" + UUID.randomUUID();
    String url = EmulatedAws.CLIENTS.sqs().createQueue(r -> r.queueName(queue)).queueUrl();
    return new Pair<>(
        new BellsInMemory(new MemoryDoorbells(scheduler), scheduler),
        new BellsInQueue(EmulatedAws.PORTS.doorbells(url), url));
  }

  private record BellsInMemory(MemoryDoorbells doorbells, SystemScheduler scheduler)
      implements DoorbellSteps.Queue {
    @Override
    public List<Doorbell> take() {
      return doorbells.takeDue(scheduler.now());
    }

    @Override
    public int delayed() {
      return doorbells.queued().size();
    }
  }

  private record BellsInQueue(Doorbells doorbells, String url) implements DoorbellSteps.Queue {
    @Override
    public List<Doorbell> take() {
      List<Doorbell> taken = new ArrayList<>();
      for (List<Message> some = receive(); !some.isEmpty(); some = receive()) {
        some.forEach(message -> taken.add(DoorbellMessage.parse(message.body())));
      }
      return taken;
    }

    private List<Message> receive() {
      List<Message> messages =
          EmulatedAws.CLIENTS
              .sqs()
              .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10))
              .messages();
      if (!messages.isEmpty()) {
        EmulatedAws.CLIENTS
            .sqs()
            .deleteMessageBatch(
                r -> r.queueUrl(url).entries(messages.stream().map(this::taken).toList()));
      }
      return messages;
    }

    private DeleteMessageBatchRequestEntry taken(Message message) {
      return DeleteMessageBatchRequestEntry.builder()
          .id(message.messageId())
          .receiptHandle(message.receiptHandle())
          .build();
    }

    @Override
    public int delayed() {
      QueueAttributeName delayed = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED;
      return Integer.parseInt(
          EmulatedAws.CLIENTS
              .sqs()
              .getQueueAttributes(r -> r.queueUrl(url).attributeNames(delayed))
              .attributes()
              .getOrDefault(delayed, "0"));
    }
  }

  /** A bucket of its own, so that a shortened sequence begins with nothing too. */
  private static Pair<ObjectStore> buckets() {
    String bucket = "same-answers-" + UUID.randomUUID();
    EmulatedAws.makeBucket(EmulatedAws.CLIENTS.s3(), bucket);
    return new Pair<>(
        new MemoryObjectStore(bucket, new SystemScheduler()),
        EmulatedAws.PORTS.objectStore(bucket));
  }
}
