package expunge.local.cost;

import expunge.local.cost.Shape.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page {@code docs/costs.md}. */
final class CostPage {
  private static final String HEAD =
      """
      # What a deletion costs

      What DynamoDB is asked, and what it counts for that. Intake and worker work files off with their real adapters on DynamoDB
      Local, where nothing fails on the way, and every request is counted; the units are those of DynamoDB's published rules,
      since the emulator tells none for many. `CostMeterIT` counts anew in each build and compares this page.

      A unit reads 4 KB or writes 1 KB. The items here are smaller; larger ones take more units, and no more requests.

      ## For each profile that is deleted

      | rows by | linked tables | records in each | requests | read units | write units |
      |---|---:|---:|---:|---:|---:|
      """;

  private static final String PARTS =
      """

      One linked table is one whose records are deleted. Five are one for each rule of the sample: deleted, anonymized, moved,
      detached, deleted by a criterion. All are found by an index, but for the one whose records move, which is found by key.

      - A row by key is one key that is read strongly, 100 to a request. A row by an index is one query, which may be stale and
        so takes half a unit, and a key for each match.
      - A linked table is one query for each profile: half a unit by an index. By key it is strong, and there is a second one
        once the profile is gone, for what was written meanwhile.
      - A record is one write and one for the index, and those of one profile share a request up to 25. One that moves is a strong
        read and a transaction of two writes, which count double.
      - A profile is one write, 25 to a request, and one for each index that it is in: none by key here, and the one of its
        identifier by an index.
      - With a suppression list it is read once more, and its deletion is a transaction of its own, with a write for each
        identifier that it has: key and email here. Transactions count double.

      ## For each row that finds no profile

      No linked table is asked for it, however many there are.

      | rows by | requests | read units | write units |
      |---|---:|---:|---:|
      """;

  private static final String ATTEMPTS =
      """

      ## For each profile that an attempt leaves to the next

      The plan stands, so no row is looked up again. Where an index found the profile, or it may be protected, it is read once
      more before anything is touched; and each linked table is asked for what is left. The same single read is due within an
      attempt for profiles whose turn comes more than 5 s after their look-up began: those of a slow batch, or below a ceiling of
      writes.

      | rows by | linked tables | requests | read units | write units |
      |---|---:|---:|---:|---:|
      """;

  private static final String TASKS =
      """

      ## For the task itself

      The requests for the tasks table of a task with 10,000 rows that are all deleted, in ten batches, from the event of its file
      to its end. All records have less than 1 KB.

      | operation | requests | read units | write units |
      |---|---:|---:|---:|
      """;

  private static final String MONEY =
      """

      ## In money

      For tables on demand, with the prices of your region for a million read request units and a million write request units:

      > profiles × (read units × price of reads + write units × price of writes) / 1,000,000

      with the units of the first table, and the same for rows that find none. Add the write units of further indexes, and the
      task's. Units are billed, requests are not; they take time of the worker. S3, SQS and Lambda are not counted here.
      """;

  private CostPage() {}

  static String write(Measurements measured) {
    StringBuilder page = new StringBuilder(HEAD);
    measured
        .found()
        .forEach(
            (shape, calls) -> {
              if (shape.found() != Found.BY_KEY_UNLESS_HELD) { // as by key
                page.append(
                    "| %s | %d | %s | %s |\n"
                        .formatted(
                            words(shape),
                            shape.tables(),
                            shape.tables() == 0 ? "" : shape.records(),
                            Bill.of(shape, calls).dividedBy(Measurements.ROWS).cells()));
              }
            });
    page.append(PARTS);
    measured
        .notFound()
        .forEach(
            (shape, calls) -> {
              if (shape.tables() == 5 && shape.found() != Found.BY_KEY_UNLESS_HELD) {
                page.append(
                    "| %s | %s |\n"
                        .formatted(
                            words(shape),
                            Bill.of(shape, calls).dividedBy(Measurements.ROWS).cells()));
              }
            });
    page.append(ATTEMPTS);
    measured
        .cutShort()
        .forEach(
            (shape, calls) -> {
              Bill once = Bill.of(shape, measured.found().getOrDefault(shape, List.of()));
              page.append(
                  "| %s | %d | %s |\n"
                      .formatted(
                          words(shape),
                          shape.tables(),
                          Bill.of(shape, calls).minus(once).dividedBy(Measurements.ROWS).cells()));
            });
    page.append(TASKS);
    operations(measured.tasks())
        .forEach((operation, calls) -> page.append("| %s | %s |\n".formatted(operation, calls)));
    return page.append(MONEY).toString();
  }

  private static Map<String, String> operations(List<Call> calls) {
    Map<String, String> lines = new LinkedHashMap<>();
    calls.stream()
        .map(Call::operation)
        .sorted()
        .distinct()
        .forEach(
            operation ->
                lines.put(
                    operation,
                    Bill.ofTasks(
                            calls.stream()
                                .filter(call -> call.operation().equals(operation))
                                .toList())
                        .wholeCells()));
    return lines;
  }

  private static String words(Shape shape) {
    return switch (shape.found()) {
      case BY_KEY -> "key";
      case BY_KEY_UNLESS_HELD -> "key, with a mark of protection";
      case BY_KEY_AND_REMEMBERED -> "key, with a suppression list";
      case BY_INDEX -> "index";
    };
  }
}
