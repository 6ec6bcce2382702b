package expunge.simulator.usecase;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.task.Task;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker dies at each of its calls in turn, also those to linked tables and indexes. */
class LinkedCrashTest {
  private static final int DELETED = 3;

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
    int deaths = Trouble.dyingAtEachCall(effect, death -> isExact(identifier, type, death));
    assertThat(deaths).isGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource({"customer, complete", "email, complete", "email, contact"})
  void aWorkerMayRunOutOfTimeAtAnyCallAndAnotherGoesOn(String identifier, String type) {
    int slow = Trouble.slowAtEachCall(trouble -> isExact(identifier, type, trouble));
    assertThat(slow).isGreaterThan(50);
  }

  private static void isExact(String identifier, String type, Trouble trouble) {
    MemorySystem system = system();
    ArrivedFile file = system.put("a.csv", rows(identifier), Map.of("deletion-type", type));
    system.intake().fileArrived(file);
    trouble.answer(system);
    system.answerAll();
    assertExact(system, system.task(file), type);
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
