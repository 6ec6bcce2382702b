package expunge.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.cost.Shape.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every request to DynamoDB, and no other, that the rule of the documentation speaks of. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostMeterIT {
  private static final int N = Measurements.ROWS;
  private static final int KEYS_PER_READ = 100;
  private static final int WRITES_PER_REQUEST = 25;
  private static final Path ROOT = Path.of(System.getProperty("expunge.root", "."));

  private final Measurements measured = Measurements.make();

  @Test
  void aProfileByKeyIsOneReadByAnIndexOneQueryAndOneRead() {
    measured
        .found()
        .forEach(
            (shape, calls) ->
                assertThat(Count.of(calls)).as(shape.toString()).isEqualTo(ofOneAttempt(shape)));
  }

  @Test
  void noLinkedTableIsAskedForARowThatWasNotFound() {
    measured
        .notFound()
        .forEach(
            (shape, calls) ->
                assertThat(Count.of(calls)).as(shape.toString()).isEqualTo(ofLookingUp(shape, 0)));
  }

  @Test
  void aSecondAttemptAddsOneReadAndAQueryOfEachLinkedTable() {
    measured
        .cutShort()
        .forEach(
            (shape, calls) ->
                assertThat(Count.difference(Count.of(calls), ofOneAttempt(shape)))
                    .as(shape.toString())
                    .isEqualTo(ofASecondAttempt(shape)));
  }

  @Test
  void aLookUpThatIsOldAddsOneRead() {
    measured
        .late()
        .forEach(
            (shape, calls) ->
                assertThat(Count.difference(Count.of(calls), ofOneAttempt(shape)))
                    .as(shape.toString())
                    .isEqualTo(
                        shape.found() == Found.BY_KEY_AND_REMEMBERED
                            ? Map.of() // is read once more in any case
                            : ofReadingAgain(shape)));
  }

  @Test
  void theEmulatorTellsTheUnitsOfThePublishedRulesWhereItTellsAny() {
    measured
        .found()
        .forEach(
            (shape, calls) ->
                assertThat(calls)
                    .as(shape.toString())
                    .filteredOn(CostMeterIT::isTold)
                    .isNotEmpty()
                    .allMatch(
                        call -> call.units() == Bill.byRule(call, shape.indexes(call.table()))));
  }

  /** It tells none for statements and what is not found, and single ones for transactions. */
  private static boolean isTold(Call call) {
    return !Set.of("BatchExecuteStatement", "TransactWriteItems").contains(call.operation())
        && (!call.operation().equals("Query") || call.bytes() > 0);
  }

  /** Or they would take more than one unit. */
  @Test
  void recordsOfATaskHaveLessThanAKilobyte() {
    assertThat(measured.largestRecord()).isBetween(500, 1_024);
  }

  @Test
  void thePageSaysWhatWasMeasured() throws IOException {
    String page = CostPage.write(measured);
    Path written = Files.writeString(ROOT.resolve("local/target/costs.md"), page);
    page.lines().filter(line -> line.startsWith("|")).forEach(System.out::println);

    assertThat(Files.readString(ROOT.resolve("docs/costs.md")))
        .as("what was measured now is " + written)
        .isEqualTo(page);
  }

  private static Map<String, Count> ofOneAttempt(Shape shape) {
    Map<String, Count> counts = ofLookingUp(shape, N);
    switch (shape.found()) {
      case BY_KEY -> counts.put("BatchWriteItem profiles", new Count(N / WRITES_PER_REQUEST, N));
      case BY_KEY_UNLESS_HELD, BY_INDEX ->
          counts.put("BatchExecuteStatement profiles", new Count(N / WRITES_PER_REQUEST, N));
      case BY_KEY_AND_REMEMBERED -> {
        counts.put("BatchGetItem profiles", new Count(2 * N / KEYS_PER_READ, 2 * N));
        counts.put("TransactWriteItems profiles", new Count(N, 3 * N));
      }
    }
    for (String table : shape.linked()) {
      int queries = Shape.isByKey(table) ? 2 * N : N;
      counts.put("Query " + table, new Count(queries, queries));
      int records = N * shape.records();
      if (records > 0 && Shape.isByKey(table)) {
        counts.put("GetItem " + table, new Count(records, records));
        counts.put("TransactWriteItems " + table, new Count(records, 2 * records));
      } else if (records > 0) {
        counts.put("BatchExecuteStatement " + table, new Count(N, records));
      }
    }
    return counts;
  }

  /** What an index does not find is not read. */
  private static Map<String, Count> ofLookingUp(Shape shape, int found) {
    Map<String, Count> counts = new TreeMap<>();
    if (shape.found() == Found.BY_INDEX) {
      counts.put("Query profiles", new Count(N, N));
    }
    int read = shape.found() == Found.BY_INDEX ? found : N;
    if (read > 0) {
      counts.put("BatchGetItem profiles", new Count(read / KEYS_PER_READ, read));
    }
    return counts;
  }

  private static Map<String, Count> ofASecondAttempt(Shape shape) {
    Map<String, Count> counts = ofReadingAgain(shape);
    shape.linked().forEach(table -> counts.put("Query " + table, new Count(N, N)));
    return counts;
  }

  /** Where only the key says which profile it is, and none is protected, it is not read again. */
  private static Map<String, Count> ofReadingAgain(Shape shape) {
    Map<String, Count> counts = new TreeMap<>();
    if (shape.found() != Found.BY_KEY) {
      counts.put("BatchGetItem profiles", new Count(N / KEYS_PER_READ, N));
    }
    return counts;
  }
}
