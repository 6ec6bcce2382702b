package expunge.imports;

import expunge.batch.Batch;
import expunge.batch.Plan;
import expunge.imports.RowPlan.Verdict;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.run.ExpungeException;
import expunge.task.TaskStore;
import expunge.work.Leased;
import expunge.work.PlanObjects;
import expunge.work.RowsGone;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Writes the plan of a batch, once, and reads the one that stands: an object with a line of row,
 * verdict, key and what it was found by for every row that was looked up.
 */
final class Plans {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final String VERSION = "expunge-import-plan-1";
  private static final int ROW = 0;
  private static final int VERDICT = 1;
  private static final int KEY = 2;
  private static final int FOUND_BY = 3;

  private final TaskStore tasks;
  private final PlanObjects objects;

  Plans(TaskStore tasks, ObjectStore objects) {
    this.tasks = tasks;
    this.objects = new PlanObjects(objects);
  }

  /**
   * Writes a plan where none stands.
   *
   * @return the batch with the one that stands, be it this one or an earlier; empty where the lease
   *     is lost
   */
  Optional<Batch> write(Leased leased, SequencedMap<Integer, RowPlan> rows) {
    int number = leased.batch().number();
    byte[] first = objects.write(leased.task().id(), number, content(rows));
    int profiles = Math.toIntExact(rows(first).values().stream().filter(Plans::writes).count());
    Plan plan = PlanObjects.reference(leased.task().id(), number, first, profiles);
    return tasks.plan(leased.task().id(), number, leased.owner(), plan);
  }

  private static boolean writes(RowPlan row) {
    return row.key().isPresent();
  }

  /**
   * The plan of a batch that has one, by the place of the row.
   *
   * @throws RowsGone if it can't be had any more
   */
  SequencedMap<Integer, RowPlan> read(Leased leased, Batch planned) {
    return planned
        .plan()
        .flatMap(
            plan ->
                switch (plan) {
                  case Plan.InObject inObject -> objects.read(inObject);
                  case Plan.ByKey _ -> Optional.empty();
                })
        .map(Plans::rows)
        .orElseThrow(() -> RowsGone.plan(leased.task().id(), planned.number()));
  }

  private static byte[] content(SequencedMap<Integer, RowPlan> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      csv.printRecord(VERSION);
      for (var row : rows.entrySet()) {
        RowPlan plan = row.getValue();
        String word = plan.verdict().name().toLowerCase(Locale.ROOT);
        List<Object> line = new ArrayList<>(List.of(row.getKey(), word));
        line.add(plan.key().map(ProfileKey::value).orElse(""));
        line.addAll(plan.foundBy());
        csv.printRecord(line);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory takes every character", impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static SequencedMap<Integer, RowPlan> rows(byte[] content) {
    SequencedMap<Integer, RowPlan> rows = new TreeMap<>();
    try (CSVParser lines = CSVParser.parse(new String(content, StandardCharsets.UTF_8), FORMAT)) {
      for (CSVRecord line : lines) {
        if (line.getRecordNumber() > 1) {
          rows.put(Integer.parseInt(line.get(ROW)), row(line));
        } else if (!line.get(0).equals(VERSION)) {
          throw new ExpungeException.Permanent("a plan is of an unknown version", null);
        }
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory can always be read", impossible);
    }
    return rows;
  }

  private static RowPlan row(CSVRecord line) {
    Optional<ProfileKey> key =
        Optional.of(line.get(KEY)).filter(value -> !value.isEmpty()).map(ProfileKey::new);
    return new RowPlan(
        Verdict.valueOf(line.get(VERDICT).toUpperCase(Locale.ROOT)),
        key,
        line.stream().skip(FOUND_BY).toList());
  }
}
