package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Outcome;
import expunge.imports.CustomerStore;
import expunge.imports.ImportPorts;
import expunge.intake.ArrivedFile;
import expunge.item.Value;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.report.ReportPart;
import expunge.report.RowOutcome;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.suppression.SuppressionList;
import expunge.task.Doorbells;
import expunge.task.ImportSettings;
import expunge.task.Task;
import expunge.task.TaskStore;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A thousand schedules of one import: workers die at any of their calls, bells and events come
 * twice, and before each call somebody may be deleted, or the members of the segment may be.
 */
class ImportSchedulesTest {
  private static final int SCHEDULES = 1_000;
  private static final String SEGMENT = "fair";
  private static final int PEOPLE = 12;

  private int deaths;
  private int deletions;
  private int disabled;
  private int barred;
  private final Map<Outcome, Integer> seen = new HashMap<>();

  @Test
  void everyRowHasItsOneOutcomeAndNobodyComesBackOrJoinsTooLate() {
    for (int seed = 0; seed < SCHEDULES; seed++) {
      new Schedule(seed).run();
    }

    System.out.printf(
        "%,d schedules, %,d deaths, %,d deleted meanwhile, %,d segments disabled, %,d rows barred:"
            + " %s%n",
        SCHEDULES, deaths, deletions, disabled, barred, seen);
    assertThat(deaths).isGreaterThan(SCHEDULES);
    assertThat(deletions).isPositive();
    assertThat(barred).isPositive();
    assertThat(seen)
        .containsKeys(
            Outcome.CREATED,
            Outcome.UPDATED,
            Outcome.SUPPRESSED,
            Outcome.DUPLICATE,
            Outcome.INVALID,
            Outcome.AMBIGUOUS,
            Outcome.FAILED);
  }

  private final class Schedule {
    private final int seed;
    private final Random random;
    private final MemorySystem system;
    private final Set<String> gone = new HashSet<>();
    private final List<String> rows = new ArrayList<>();
    private final List<Map<String, Value>> membersBefore = new ArrayList<>();
    private boolean isDisabled;
    private boolean busy;

    Schedule(int seed) {
      this.seed = seed;
      random = new Random(seed);
      system = new MemorySystem(Market.dataset(), 1 + random.nextInt(6));
      for (int person = 0; person < PEOPLE; person++) {
        if (random.nextInt(3) == 0) {
          Map<String, String> known = new HashMap<>(Map.of("email", email(person)));
          if (random.nextBoolean()) {
            known.put("phone", phone(person));
          }
          Imported.profile(system, "c" + person, known);
        }
      }
      rows.add("z@x.com,999,n" + seed); // or a column might be empty
      for (int i = 1 + random.nextInt(15); i > 0; i--) {
        rows.add(row());
      }
    }

    private String email(int person) {
      return "p" + person + "@x.com";
    }

    private String phone(int person) {
      return "9" + person;
    }

    private String row() {
      int person = random.nextInt(PEOPLE);
      int other = random.nextInt(12) == 0 ? random.nextInt(PEOPLE) : person;
      return switch (random.nextInt(8)) {
        case 0 -> ",,n" + seed;
        case 1 -> "," + phone(person) + ",n" + seed;
        case 2, 3 -> email(person) + "," + phone(other) + ",n" + seed;
        default -> email(person) + ",,n" + seed;
      };
    }

    void run() {
      ImportSettings settings =
          new ImportSettings(
              Optional.empty(), Optional.empty(), Optional.of(SEGMENT), Optional.empty());
      ArrivedFile file =
          system.upload("email,phone,name\n" + String.join("\n", rows) + "\n", settings);
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        system.intake().fileArrived(file);
      }
      work();
      check(system.uploaded(file));
    }

    /** Some workers that die, and one that does not. */
    private void work() {
      for (int i = random.nextInt(4); i > 0; i--) {
        Crashing crash = new Crashing(1 + random.nextInt(60), random.nextBoolean());
        ringTwice();
        crash.answerUntilDeath(system, system.importBells, worker(crash));
        deaths += crash.happened() ? 1 : 0;
      }
      ringTwice();
      system.answerImports(worker(new Crashing(Integer.MAX_VALUE, true)));
    }

    private void ringTwice() {
      if (random.nextBoolean()) {
        List.copyOf(system.importBells.queued())
            .forEach(queued -> system.importBells.ring(List.of(queued.bell()), Duration.ZERO));
      }
    }

    private Worker worker(Crashing crash) {
      return system.importWorker(
          port(crash, TaskStore.class, system.tasks),
          port(crash, ObjectStore.class, system.objects),
          port(crash, Doorbells.class, system.importBells),
          new ImportPorts(
              port(crash, ProfileStore.class, system.profiles),
              port(crash, CustomerStore.class, system.customers),
              port(crash, SuppressionList.class, system.suppressions),
              () -> MemorySystem.KEY),
          WorkerRules.STANDARD);
    }

    private <T> T port(Crashing crash, Class<T> type, T port) {
      return Meddling.with(
          type,
          crash.port(type, port),
          (_, real) -> {
            somethingHappens();
            return real.make();
          });
    }

    private void somethingHappens() {
      if (busy || random.nextInt(25) > 0) {
        return;
      }
      busy = true;
      if (!isDisabled && random.nextInt(6) == 0) {
        isDisabled = system.segments.find(system.dataset, SEGMENT).isPresent();
        if (isDisabled) {
          Imports.deleteSegment(system, SEGMENT);
          membersBefore.addAll(system.tables.all(Market.MEMBERSHIPS));
          disabled++;
        }
      } else {
        somebodyIsDeleted();
      }
      busy = false;
    }

    private void somebodyIsDeleted() {
      List<Map<String, Value>> there = system.tables.all(Market.PROFILES);
      if (there.isEmpty()) {
        return;
      }
      Map<String, Value> profile = there.get(random.nextInt(there.size()));
      String key = ((Value.Text) profile.getOrDefault("id", new Value.Text(""))).text();
      Task deletion = system.run("gone-" + deletions + ".csv", "id\n" + key + "\n");
      if (deletion.balance().count(Outcome.DELETED) == 1) {
        deletions++;
        profile.values().stream()
            .flatMap(value -> value.asText().stream())
            .filter(value -> !value.startsWith("n"))
            .forEach(gone::add);
      }
    }

    private void check(Task task) {
      List<RowOutcome> report =
          ReportPart.rowsOf(system.report(task).getBytes(StandardCharsets.UTF_8));
      assertThat(report).as("schedule %d", seed).hasSize(rows.size());
      assertThat(task.balance().rows()).isEqualTo(rows.size());
      report.forEach(row -> seen.merge(row.outcome(), 1, Integer::sum));
      barred += (int) report.stream().filter(row -> row.reason().contains("join")).count();
      for (Map<String, Value> profile : system.tables.all(Market.PROFILES)) {
        assertThat(profile.values().stream().flatMap(value -> value.asText().stream()))
            .as("nobody comes back, schedule %d", seed)
            .noneMatch(gone::contains);
      }
      if (isDisabled) {
        assertThat(membersBefore)
            .as("nobody joins any more, schedule %d", seed)
            .containsAll(system.tables.all(Market.MEMBERSHIPS));
      }
      for (int i = 0; i < report.size(); i++) {
        check(task, report.get(i));
      }
      assertThat(system.objects.keys("work/" + task.id())).as("schedule %d", seed).isEmpty();
    }

    /** A row that says so is in the feed with its line, once; any other is not. */
    private void check(Task task, RowOutcome row) {
      long times =
          system.tables.all(Market.ACTIVITIES).stream()
              .filter(item -> new Value.Text(task.id().value()).equals(item.get("taskId")))
              .filter(item -> holds(item.get("lines"), row.line()))
              .count();
      boolean written = row.outcome() == Outcome.CREATED || row.outcome() == Outcome.UPDATED;
      assertThat(times)
          .as("line %d is %s, schedule %d", row.line(), row.outcome(), seed)
          .isLessThanOrEqualTo(written ? 1 : 0);
      if (written && gone.isEmpty()) {
        assertThat(times).as("line %d, schedule %d", row.line(), seed).isEqualTo(1);
        String column = row.identifier().contains("@") ? "email" : "phone";
        assertThat(system.tables.all(Market.PROFILES))
            .as("line %d, schedule %d", row.line(), seed)
            .filteredOn(item -> new Value.Text(row.identifier()).equals(item.get(column)))
            .hasSize(1);
      }
    }

    private static boolean holds(@Nullable Value lines, int line) {
      return lines instanceof Value.Several(List<Value> members)
          && members.contains(new Value.Numeric(Integer.toString(line)));
    }
  }
}
