package expunge.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The tables that are no people's: in those of suppression lists and segments is nobody. */
final class OwnTables {
  private OwnTables() {}

  /** Notes every such table that has profiles or linked records in it, of whichever dataset. */
  static void refuseShared(Section datasets, List<Dataset> all) {
    Set<String> ofSegments = new HashSet<>();
    for (Dataset keeper : all) {
      keeper
          .suppression()
          .ifPresent(list -> refuse(datasets, keeper, "suppression", list.table(), all));
      keeper
          .segments()
          .ifPresent(
              segments -> {
                refuse(datasets, keeper, "segments", segments.table(), all);
                if (!ofSegments.add(segments.table())) {
                  datasets.problem(
                      keeper.name() + ".segments.table", "has the segments of another dataset");
                }
              });
    }
  }

  private static void refuse(
      Section datasets, Dataset keeper, String member, String table, List<Dataset> all) {
    all.stream()
        .filter(other -> holdsRecordsIn(table, other))
        .forEach(
            other ->
                datasets.problem(
                    keeper.name() + "." + member + ".table",
                    "has to be a table of its own, and holds people's records of " + other.name()));
  }

  private static boolean holdsRecordsIn(String table, Dataset dataset) {
    return Stream.concat(
            Stream.of(dataset.table()), dataset.linked().stream().map(LinkedTable::table))
        .anyMatch(table::equals);
  }
}
