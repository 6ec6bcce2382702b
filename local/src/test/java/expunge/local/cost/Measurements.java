package expunge.local.cost;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.local.cost.Shape.Found;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is measured, each on tables of its own. Calls are those for people's tables,
 * unless they are said to be others.
 *
 * @param found of a task whose rows all find a profile
 * @param cutShort of the same, but the first of two attempts has deleted no profile
 * @param late of the same in one attempt, when the look-up is old before a profile is deleted
 * @param notFound of a task whose rows find none
 * @param tasks for the tasks table, of a task with {@link #MANY} rows
 * @param largestRecord of that table, in bytes
 */
record Measurements(
    Map<Shape, List<Call>> found,
    Map<Shape, List<Call>> cutShort,
    Map<Shape, List<Call>> late,
    Map<Shape, List<Call>> notFound,
    List<Call> tasks,
    int largestRecord) {
  /** The rows of each task, but of the one with many. */
  static final int ROWS = 100;

  /** The rows of the task with many. */
  static final int MANY = 10_000;

  private static final List<Shape> PLAIN =
      Stream.of(Found.values()).map(found -> new Shape(found, 0, 0)).toList();

  private static final List<Shape> LINKED =
      Stream.of(Found.BY_KEY, Found.BY_INDEX)
          .flatMap(found -> Stream.of(1, 5).map(tables -> new Shape(found, tables, 0)))
          .toList();

  private static final List<Shape> WITH_RECORDS =
      LINKED.stream().map(shape -> new Shape(shape.found(), shape.tables(), 3)).toList();

  static Measurements make() {
    try (MeteredSystem withMany = new MeteredSystem(new Shape(Found.BY_KEY, 0, 0))) {
      withMany.put(MANY);
      assertThat(withMany.run(MANY)).isEqualTo(all(Outcome.DELETED, MANY));
      return new Measurements(
          each(Stream.of(PLAIN, LINKED, WITH_RECORDS), shape -> deleted(shape, _ -> {})),
          each(Stream.of(PLAIN, LINKED), shape -> deleted(shape, MeteredSystem::cutShort)),
          each(Stream.of(PLAIN), shape -> deleted(shape, MeteredSystem::lookUpSlowly)),
          each(Stream.of(PLAIN, LINKED), Measurements::notFound),
          withMany.forTasks(),
          withMany.largestRecord());
    }
  }

  /** Several at once, since they have nothing in common but the emulator. */
  private static Map<Shape, List<Call>> each(
      Stream<List<Shape>> shapes, Function<Shape, List<Call>> measure) {
    return shapes
        .flatMap(List::stream)
        .parallel()
        .collect(
            Collectors.toMap(
                shape -> shape, measure, (one, _) -> one, () -> new TreeMap<>(Shape.ORDER)));
  }

  private static List<Call> deleted(Shape shape, Consumer<MeteredSystem> before) {
    try (MeteredSystem system = new MeteredSystem(shape)) {
      system.put(ROWS);
      before.accept(system);
      assertThat(system.run(ROWS)).isEqualTo(all(Outcome.DELETED, ROWS));
      return system.forPeople();
    }
  }

  private static List<Call> notFound(Shape shape) {
    try (MeteredSystem system = new MeteredSystem(shape)) {
      assertThat(system.run(ROWS)).isEqualTo(all(Outcome.NOT_FOUND, ROWS));
      return system.forPeople();
    }
  }

  private static Balance all(Outcome outcome, long rows) {
    return new Balance(Map.of(outcome, rows));
  }
}
