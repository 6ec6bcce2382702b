package expunge.local.tables;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Segments;
import expunge.dataset.Suppression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the tables are as the datasets declare them. */
public final class DatasetCheck {
  private final Tables tables;

  public DatasetCheck(Tables tables) {
    this.tables = tables;
  }

  /**
   * All that does not fit, over all datasets; none where everything does.
   *
   * @return each with its path in the declaration, what is there, and what to do
   * @throws expunge.local.LocalProblem if nobody can be asked
   */
  public List<String> problems(Datasets datasets) {
    return all(datasets).stream().flatMap(dataset -> problems(dataset).stream()).toList();
  }

  /** The names of the tables that are declared. */
  public static Set<String> tables(Datasets datasets) {
    Set<String> names = new TreeSet<>();
    for (Dataset dataset : all(datasets)) {
      names.add(dataset.table());
      dataset.linked().forEach(linked -> names.add(linked.table()));
      dataset.suppression().map(Suppression::table).ifPresent(names::add);
      dataset.segments().map(Segments::table).ifPresent(names::add);
    }
    return names;
  }

  private static List<Dataset> all(Datasets datasets) {
    return datasets.names().stream().map(datasets::of).toList();
  }

  private List<String> problems(Dataset dataset) {
    Findings findings = Findings.of("datasets." + dataset.name());
    shape(dataset.table(), findings.at("profiles"))
        .ifPresent(shape -> new ProfilesCheck(dataset, shape).check(findings));
    for (int i = 0; i < dataset.linked().size(); i++) {
      Findings of = findings.at("linked[" + i + "]");
      LinkedCheck check = new LinkedCheck(dataset, dataset.linked().get(i));
      shape(dataset.linked().get(i).table(), of)
          .ifPresent(
              shape -> {
                check.check(shape, of);
                check.checkTypes(shape, findings);
              });
    }
    dataset
        .suppression()
        .ifPresent(
            suppression ->
                shape(suppression.table(), findings.at("suppression"))
                    .ifPresent(
                        shape -> new SuppressionCheck(tables, suppression).check(shape, findings)));
    dataset.segments().ifPresent(segments -> check(segments, findings.at("segments")));
    return findings.all();
  }

  private void check(Segments segments, Findings findings) {
    SegmentsCheck check = new SegmentsCheck(segments);
    shape(segments.table(), findings).ifPresent(shape -> check.check(shape, findings));
    segments
        .membership()
        .map(Segments.Membership::table)
        .map(linked -> tables.describe(linked.table()))
        .ifPresent(
            answer -> {
              if (answer instanceof Tables.Answer.Found(TableShape shape)) {
                check.checkMembers(shape, findings.at("members"));
              }
            });
  }

  private Optional<TableShape> shape(String table, Findings findings) {
    return switch (tables.describe(table)) {
      case Tables.Answer.Missing _ -> {
        findings.add(
            "table",
            "there is no table " + table,
            "create it, or name the right one, or ask in its account and region");
        yield Optional.empty();
      }
      case Tables.Answer.Refused(String why) -> {
        findings.add(
            "table",
            table + " could not be looked at (" + why + ")",
            "use credentials that may call dynamodb:DescribeTable");
        yield Optional.empty();
      }
      case Tables.Answer.Found(TableShape shape) -> {
        if (!shape.inUse()) {
          findings.add("table", table + " is being created or deleted", "wait, and check again");
        }
        yield Optional.of(shape);
      }
    };
  }
}
