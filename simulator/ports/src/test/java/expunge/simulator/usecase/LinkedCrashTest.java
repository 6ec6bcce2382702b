package expunge.simulator.usecase;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.deletion.DeletionWorker;
import expunge.deletion.People;
import expunge.deletion.WorkerRules;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.linked.LinkedStore;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.task.Doorbells;
import expunge.task.Task;
import expunge.task.TaskStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker dies at each of its calls in turn, also those to linked tables and indexes. */
class LinkedCrashTest {
  private static final int MANY = 10_000;
  private static final int DELETED = 3;

  private final Calls everyCall = new Calls();

  /** How many calls a run has, and so how many deaths there were. */
  private static final class Calls {
    private int deaths;
  }

  @ParameterizedTest
  @CsvSource({
    "customer, complete, false",
    "customer, complete, true",
    "email, complete, false",
    "email, complete, true",
    "email, contact, false",
    "email, contact, true"
  })
  void aWorkerMayDieAtAnyCallAndAnotherGoesOn(String identifier, String type, boolean effect) {
    for (int at = 1; at < MANY; at++) {
      MemorySystem system = system();
      ArrivedFile file = system.put("a.csv", rows(identifier), Map.of("deletion-type", type));
      system.intake().fileArrived(file);
      Crashing crash = new Crashing(at, effect);
      answerUntilDeath(system, crash);
      if (!crash.happened()) {
        break;
      }
      everyCall.deaths++;
      system.answerAll();
      assertExact(system, system.task(file), type);
    }
    assertThat(everyCall.deaths).isGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource({"customer, complete", "email, complete", "email, contact"})
  void aWorkerMayRunOutOfTimeAtAnyCallAndAnotherGoesOn(String identifier, String type) {
    for (int at = 1; at < MANY; at++) {
      MemorySystem system = system();
      ArrivedFile file = system.put("a.csv", rows(identifier), Map.of("deletion-type", type));
      system.intake().fileArrived(file);
      Slow slow = new Slow(system, at);
      system.answerAll(slow.worker());
      if (slow.calls < at) {
        break;
      }
      everyCall.deaths++;
      assertExact(system, system.task(file), type);
    }
    assertThat(everyCall.deaths).isGreaterThan(10);
  }

  /** Tables one of whose calls takes longer than an invocation may last. */
  private static final class Slow {
    private final MemorySystem system;
    private final int at;
    private int calls;

    Slow(MemorySystem system, int at) {
      this.system = system;
      this.at = at;
    }

    DeletionWorker worker() {
      return system.worker(
          system.tasks,
          system.objects,
          system.doorbells,
          new People(
              Meddling.with(ProfileStore.class, system.profiles, this::answer),
              Meddling.with(LinkedStore.class, system.linked, this::answer)),
          WorkerRules.STANDARD);
    }

    private Object answer(String method, Meddling.RealCall real) throws Throwable {
      calls++;
      Object answer = real.make();
      system.scheduler.advance(Duration.ofSeconds(calls == at ? 110 : 0));
      return answer;
    }
  }

  private static MemorySystem system() {
    MemorySystem system = Shop.system(3, List.of("a", "b", "c", "d"));
    IntStream.rangeClosed(2, 30).forEach(n -> Shop.mail(system, "a", n));
    return system;
  }

  private static String rows(String identifier) {
    String end = identifier.equals("email") ? "@example.com\n" : "\n";
    return identifier + "\na" + end + "nobody" + end + "b" + end + "c" + end + "a" + end;
  }

  private static void answerUntilDeath(MemorySystem system, Crashing crash) {
    DeletionWorker worker =
        system.worker(
            crash.port(TaskStore.class, system.tasks),
            crash.port(ObjectStore.class, system.objects),
            crash.port(Doorbells.class, system.doorbells),
            new People(
                crash.port(ProfileStore.class, system.profiles),
                crash.port(LinkedStore.class, system.linked)),
            WorkerRules.STANDARD);
    crash.answerUntilDeath(system, worker);
  }

  private static void assertExact(MemorySystem system, Task task, String type) {
    assertThat(task.balance())
        .isEqualTo(
            new Balance(Map.of(Outcome.DELETED, 3L, Outcome.NOT_FOUND, 1L, Outcome.DUPLICATE, 1L)));
    assertThat(task.profilesDeleted()).isEqualTo(DELETED);
    if (type.equals("complete")) {
      assertNothingLeft(system);
    } else {
      assertThat(system.tables.all("mails")).hasSize(33);
      assertThat(system.tables.all("mails").stream().filter(m -> m.containsKey("address")))
          .singleElement()
          .satisfies(mail -> assertThat(mail).containsEntry("owner", text("d")));
    }
    assertThat(system.hasProfile("d")).isTrue();
  }

  private static void assertNothingLeft(MemorySystem system) {
    assertThat(List.of("a", "b", "c")).noneMatch(system::hasProfile);
    assertThat(owners(system, "mails")).containsExactly(text("d"));
    assertThat(system.tables.all("shop")).hasSize(2);
    assertThat(system.tables.all("answers"))
        .hasSize(4)
        .filteredOn(answer -> answer.containsKey("owner"))
        .hasSize(1);
    assertThat(system.tables.all("goals"))
        .hasSize(4)
        .filteredOn(goal -> text("d").equals(goal.get("owner")))
        .hasSize(1);
    assertThat(system.tables.all("entries"))
        .hasSize(5)
        .filteredOn(entry -> entry.containsKey("owner"))
        .hasSize(2);
  }

  private static List<Value> owners(MemorySystem system, String table) {
    return system.tables.all(table).stream().map(item -> item.get("owner")).toList();
  }
}
