package expunge.simulator.usecase;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.dataset.Dataset;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.task.Task;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A row that 120 profiles match, while the worker dies at each of its calls in turn. Every run is
 * whole: all tasks to their ends, and then what is left.
 */
class ManyMatchesCrashTest {
  private static final String MORE = "more profiles have this identifier than a row takes";
  private static final int MATCHES = 120;
  private static final int LIMIT = 50;
  private static final String BY_EMAIL = "email\nshared@example.com\n";
  private static final String BY_PHONE = "phone\n+49301\n";

  /** The oldest, which is neither the first nor the last by its id. */
  private static final int OLDEST = 77;

  /** Some have a mail; the other kinds of linked tables have a crash test of their own. */
  private static final List<String> WRITTEN_TO =
      List.of("same-1", "same-33", id(OLDEST), "same-100", "same-117", "older");

  private static final Dataset SHOP = withMailsAlone(Shop.dataset());

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void firstDeletesTheFirstAndNoOtherThroughAnyDeath(boolean effect) {
    tell("first", Trouble.dyingAtEachCall(effect, this::firstTakesTheOldest));
  }

  @Test
  void firstDeletesTheFirstAndNoOtherWhicheverCallIsTooSlow() {
    tell("first", Trouble.slowAtEachCall(this::firstTakesTheOldest));
  }

  /** A retry that looked up anew would take another one. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void firstDeletesOneThoughAnOlderOneAppearsAfterTheDeath(boolean effect) {
    tell("first", Trouble.dyingAtEachCall(effect, this::firstTakesOneOfTwo));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void allTakesFiftyThenFiftyThenTwentyThroughAnyDeath(boolean effect) {
    tell("all", Trouble.dyingAtEachCall(effect, this::threeTasksTakeAll));
  }

  @Test
  void allTakesFiftyThenFiftyThenTwentyWhicheverCallIsTooSlow() {
    tell("all", Trouble.slowAtEachCall(this::threeTasksTakeAll));
  }

  private void firstTakesTheOldest(Trouble trouble) {
    MemorySystem system = system();
    Task task = run(system, BY_EMAIL, trouble);
    assertDeleted(system, task, "shared@example.com", 1, "");
    assertThat(ids()).filteredOn(id -> !system.hasProfile(id)).containsExactly(id(OLDEST));
    assertMailsOfThoseWhoAreThere(system);
  }

  private void firstTakesOneOfTwo(Trouble trouble) {
    MemorySystem system = system();
    ArrivedFile file = dropped(system, BY_EMAIL);
    trouble.answer(system);
    put(system, "older", 0);
    system.answerAll();
    assertDeleted(system, system.task(file), "shared@example.com", 1, "");
    assertThat(Set.of(id(OLDEST), "older")).filteredOn(system::hasProfile).hasSize(1);
    assertThat(system.tables.all("shop")).hasSize(MATCHES);
    assertMailsOfThoseWhoAreThere(system);
  }

  /** Where no order is declared, ids are in order as texts. */
  private void threeTasksTakeAll(Trouble trouble) {
    MemorySystem system = system();
    List<String> left = ids().stream().sorted().toList();
    for (int expected : List.of(LIMIT, LIMIT, MATCHES - 2 * LIMIT)) {
      left = left.subList(expected, left.size());
      assertDeleted(
          system, run(system, BY_PHONE, trouble), "+49301", expected, left.isEmpty() ? "" : MORE);
      assertThat(ids()).filteredOn(system::hasProfile).containsExactlyInAnyOrderElementsOf(left);
      assertMailsOfThoseWhoAreThere(system);
    }
    assertThat(run(system, BY_PHONE, trouble).balance())
        .isEqualTo(new Balance(Map.of(Outcome.NOT_FOUND, 1L)));
  }

  private static void assertDeleted(
      MemorySystem system, Task task, String row, int profiles, String reason) {
    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 1L)));
    assertThat(task.profilesDeleted()).isEqualTo(profiles);
    assertThat(system.report(task).lines().skip(1))
        .containsExactly("2,%s,deleted,%d,%s".formatted(row, profiles, reason));
  }

  private static void assertMailsOfThoseWhoAreThere(MemorySystem system) {
    assertThat(system.tables.all("mails").stream().map(mail -> mail.get("owner")))
        .containsExactlyInAnyOrderElementsOf(
            WRITTEN_TO.stream().filter(system::hasProfile).map(Shop::text).toList());
  }

  private static void tell(String matches, int calls) {
    assertThat(calls).isGreaterThan(15);
    System.out.println("120 profiles of one row, " + matches + ": trouble at each of " + calls);
  }

  private static Task run(MemorySystem system, String rows, Trouble trouble) {
    ArrivedFile file = dropped(system, rows);
    trouble.answer(system);
    system.answerAll();
    return system.task(file);
  }

  private static ArrivedFile dropped(MemorySystem system, String rows) {
    ArrivedFile file = system.put("the-same.csv", rows, Map.of());
    system.intake().fileArrived(file);
    return file;
  }

  private static Dataset withMailsAlone(Dataset shop) {
    return new Dataset(
        shop.name(),
        shop.profiles(),
        shop.key(),
        shop.identifiers(),
        shop.deletionTypes(),
        shop.linked().subList(0, 1),
        shop.suppression(),
        shop.segments());
  }

  private static MemorySystem system() {
    MemorySystem system = new MemorySystem(SHOP, 100);
    IntStream.rangeClosed(1, MATCHES)
        .forEach(number -> put(system, id(number), number == OLDEST ? 1 : 1_000 - number));
    return system;
  }

  private static void put(MemorySystem system, String id, int since) {
    system.profiles.put(
        SHOP,
        new ProfileKey(id),
        Map.of(
            "email", text("shared@example.com"),
            "phone", text("+49301"),
            "since", new Value.Numeric(Integer.toString(since))));
    if (WRITTEN_TO.contains(id)) {
      Shop.mail(system, id, 1);
    }
  }

  private static String id(int number) {
    return "same-" + number;
  }

  private static List<String> ids() {
    return IntStream.rangeClosed(1, MATCHES).mapToObj(ManyMatchesCrashTest::id).toList();
  }
}
