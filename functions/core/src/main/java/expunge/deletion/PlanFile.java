package expunge.deletion;

import expunge.batch.Plan;
import expunge.deletion.RowPlan.Verdict;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.run.ExpungeException;
import expunge.task.TaskId;
import expunge.work.PlanObjects;
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
 * The plans that are too large for the records of their batches: an object each, with a line of
 * row, verdict, protected profiles and keys for every row that was looked up. The first one written
 * stands.
 */
final class PlanFile {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final String VERSION = "expunge-plan-1";
  private static final int ROW = 0;
  private static final int VERDICT = 1;
  private static final int HELD = 2;
  private static final int FIRST_KEY = 3;

  private final PlanObjects objects;

  PlanFile(ObjectStore objects) {
    this.objects = new PlanObjects(objects);
  }

  /** Writes a plan, and answers how a record refers to the one that stands, the first. */
  Plan.InObject write(TaskId task, int batch, PlannedRows rows) {
    byte[] first = objects.write(task, batch, content(rows));
    return PlanObjects.reference(task, batch, first, rows(first).profiles());
  }

  /** The plan that a record refers to; empty where it is gone, or is not the one that was meant. */
  Optional<PlannedRows> read(Plan.InObject plan) {
    return objects.read(plan).map(PlanFile::rows);
  }

  private static byte[] content(PlannedRows planned) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      csv.printRecord(VERSION);
      for (var row : planned.rows().entrySet()) {
        RowPlan plan = row.getValue();
        List<Object> line = new ArrayList<>(List.of(row.getKey(), word(plan), plan.held()));
        plan.keys().forEach(key -> line.add(key.value()));
        csv.printRecord(line);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory takes every character", impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static PlannedRows rows(byte[] content) {
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
    return new PlannedRows(rows);
  }

  private static RowPlan row(CSVRecord line) {
    List<ProfileKey> keys = line.stream().skip(FIRST_KEY).map(ProfileKey::new).toList();
    Verdict verdict = Verdict.valueOf(line.get(VERDICT).toUpperCase(Locale.ROOT));
    return new RowPlan(verdict, keys, Integer.parseInt(line.get(HELD)));
  }

  private static String word(RowPlan plan) {
    return plan.verdict().name().toLowerCase(Locale.ROOT);
  }
}
