package expunge.imports;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.ImportColumn;
import expunge.dataset.Imports;
import expunge.file.Row;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.suppression.EntryId;
import expunge.task.ImportSettings;
import expunge.task.Task;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes of rows and their plans what is to be written. */
final class Customers {
  private final Task task;
  private final Dataset dataset;
  private final Entries entries;
  private final Instant at;

  Customers(Task task, Dataset dataset, Entries entries, Instant at) {
    this.task = task;
    this.dataset = dataset;
    this.entries = entries;
    this.at = at;
  }

  /** Of a row whose plan has a key. */
  Customer of(Row.Customer row, RowPlan plan) {
    boolean isNew = plan.verdict() == RowPlan.Verdict.CREATE;
    ProfileKey key = plan.key().orElseThrow();
    Set<EntryId> entries = new HashSet<>(this.entries.of(dataset, row));
    if (isNew) {
      entries.addAll(this.entries.of(dataset, key)); // or who was made and deleted would come back
    }
    ImportSettings settings = task.request().settings().orElseThrow().under(settings(row));
    return new Customer(
        key,
        isNew,
        isNew ? carriedByNew(row) : attributes(row, plan.foundBy()),
        sets(row),
        entries,
        settings.segment(),
        activity(row.line(), settings));
  }

  /**
   * A profile that was made meanwhile under the same key is the same customer's if it has the
   * identifier that the key is made of; a key that the file gives says it alone.
   */
  private Map<String, Value> carriedByNew(Row.Customer row) {
    return Known.of(dataset, row)
        .leading()
        .map(leading -> attributes(row, List.of(leading.identifier().name())))
        .orElse(Map.of());
  }

  private Map<String, Value> attributes(Row.Customer row, Iterable<String> identifiers) {
    Map<String, Value> attributes = new HashMap<>();
    for (String name : identifiers) {
      Identifier identifier = dataset.identifier(name).orElseThrow();
      String value = row.identifiers().getOrDefault(name, "");
      attributes.put(identifier.attribute(), identifier.stored(value));
    }
    return attributes;
  }

  private Map<String, Value> sets(Row.Customer row) {
    List<String> identifiers =
        row.identifiers().keySet().stream()
            .filter(name -> !name.equals(dataset.key().name()))
            .toList();
    Map<String, Value> sets = new HashMap<>(attributes(row, identifiers));
    for (ImportColumn column : dataset.declaredImports().columns()) {
      Optional.ofNullable(row.cells().get(column.name()))
          .ifPresent(cell -> sets.put(column.attribute(), column.stored(cell)));
    }
    return sets;
  }

  private static ImportSettings settings(Row.Customer row) {
    return new ImportSettings(
        Optional.ofNullable(row.cells().get(Imports.ENDPOINT)),
        Optional.ofNullable(row.cells().get(Imports.TOUCHPOINT)),
        Optional.ofNullable(row.cells().get(Imports.SEGMENT)),
        Optional.ofNullable(row.cells().get(Imports.SOURCE_ACTION)));
  }

  private Activity activity(int line, ImportSettings settings) {
    return new Activity(
        task.id(),
        line,
        settings.actionOrUsual(),
        settings.endpointOrUsual(),
        settings.touchpointOrUsual(),
        at);
  }
}
