package expunge.selection;

import expunge.dataset.Dataset;
import expunge.file.KeyFile;
import expunge.item.Cursor;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Writes the file of a task that means whoever a selector finds. What is found is written down part
 * by part, each where there is none yet, with the place to go on at: whoever dies is taken over,
 * and of two who do it at once the slower one leaves.
 */
public final class Gathering {
  private final Selection selection;
  private final ObjectStore objects;
  private final Scheduler scheduler;
  private final Bounds bounds;

  /** With its ports; holds no state of its own. */
  public Gathering(Selection selection, ObjectStore objects, Scheduler scheduler) {
    this(selection, objects, scheduler, Bounds.STANDARD);
  }

  /** With other parts than usual. */
  public Gathering(Selection selection, ObjectStore objects, Scheduler scheduler, Bounds bounds) {
    this.selection = selection;
    this.objects = objects;
    this.scheduler = scheduler;
    this.bounds = bounds;
  }

  /**
   * When a part is large enough.
   *
   * @param bytes of keys, about
   * @param items that were looked at, so that little is lost where few are meant
   */
  public record Bounds(long bytes, int items) {
    /** Half a megabyte, or 100,000 items. */
    public static final Bounds STANDARD = new Bounds(1 << 19, 100_000);
  }

  /** How far a gathering has come. */
  public enum Reached {
    /** The file is there. */
    WRITTEN,
    /** There is more to do, and whoever called has to see to it that it is done. */
    UNDER_WAY,
    /** The same, but a table gave up in between, and is better left alone for a while. */
    INTERRUPTED,
    /** Somebody else goes on. */
    TAKEN_OVER,
    /** There is nobody, and no file. */
    NOBODY,
    /** They are more than a file may have rows, and there is no file. */
    TOO_MANY
  }

  /**
   * Goes on as far as it gets before the deadline. What is in the tables is read once: who comes to
   * be meant later, or no longer is, changes nothing. The file is not begun late in an invocation
   * that has looked for people: it is written in one go.
   *
   * @param meaning the same as long as the selector means the same; parts of another one are left
   *     alone
   * @param isWanted asked before each part, and before the file is written
   * @throws ExpungeException if nothing could be added to what was written so far
   */
  public Reached goOn(
      Task task,
      Dataset dataset,
      Selector selector,
      String meaning,
      Deadline deadline,
      BooleanSupplier isWanted) {
    String prefix = GatheringProgress.parts(task) + meaning + "-";
    String writer = scheduler.newId();
    Deadline early = deadline.halfWayFrom(scheduler.now());
    Rows rows = new Rows(task.slicing().limits().rows());
    BooleanSupplier mayGoOn =
        () -> !rows.areTooMany() && deadline.allows(scheduler.now()) && isWanted.getAsBoolean();
    int lanes = selection.lanes(dataset, selector);
    List<Supplier<GatheredLane>> ways =
        IntStream.range(0, lanes)
            .mapToObj(number -> new Lane(number, lanes))
            .<Supplier<GatheredLane>>map(
                lane ->
                    () ->
                        gathered(dataset, selector, lane, prefix, writer, rows, deadline, mayGoOn))
            .toList();
    List<GatheredLane> reached = scheduler.runAll(ways, lanes);
    if (rows.areTooMany()) {
      return Reached.TOO_MANY;
    }
    boolean idle = reached.stream().allMatch(lane -> lane.added() == 0);
    if (reached.stream().allMatch(GatheredLane::isEnded)
        && (idle || early.allows(scheduler.now()))
        && mayGoOn.getAsBoolean()) {
      return write(task, dataset, reached);
    }
    return underWay(reached, idle);
  }

  private static Reached underWay(List<GatheredLane> reached, boolean idle) {
    Optional<ExpungeException> failure =
        reached.stream().flatMap(lane -> lane.failure().stream()).findFirst();
    if (failure.isPresent() && idle) {
      throw failure.get();
    }
    if (failure.isPresent()) {
      return Reached.INTERRUPTED;
    }
    return idle && reached.stream().anyMatch(GatheredLane::isLost)
        ? Reached.TAKEN_OVER
        : Reached.UNDER_WAY;
  }

  private GatheredLane gathered(
      Dataset dataset,
      Selector selector,
      Lane lane,
      String prefix,
      String writer,
      Rows rows,
      Deadline deadline,
      BooleanSupplier mayGoOn) {
    GatheredLane gathered = GatheredLane.of(objects, prefix, lane);
    rows.found(lane, gathered.found());
    try {
      while (!gathered.isEnded() && !gathered.isLost() && mayGoOn.getAsBoolean()) {
        addPart(gathered, dataset, selector, lane, writer, deadline);
        rows.found(lane, gathered.found());
      }
    } catch (ExpungeException failure) {
      gathered.fail(failure);
      rows.found(lane, gathered.found());
    }
    return gathered;
  }

  /** How many were found in all lanes, which are gone through side by side. */
  private static final class Rows {
    private final int limit;
    private final Map<Lane, Long> found = new ConcurrentHashMap<>();

    Rows(int limit) {
      this.limit = limit;
    }

    void found(Lane lane, long number) {
      found.put(lane, number);
    }

    boolean areTooMany() {
      return found.values().stream().mapToLong(Long::longValue).sum() > limit;
    }
  }

  /** Where the table gives up in the middle, what was found until then is kept. */
  private void addPart(
      GatheredLane gathered,
      Dataset dataset,
      Selector selector,
      Lane lane,
      String writer,
      Deadline deadline) {
    List<ProfileKey> keys = new ArrayList<>();
    long bytes = 0;
    int looked = 0;
    Optional<Cursor> at = gathered.next();
    do {
      Selection.Page page;
      try {
        page = selection.page(dataset, selector, lane, at);
      } catch (ExpungeException failure) {
        if (looked > 0) {
          gathered.add(writer, at, keys);
        }
        throw failure;
      }
      keys.addAll(page.keys());
      bytes += page.keys().stream().mapToLong(key -> key.value().length() + 2L).sum();
      looked += page.looked();
      at = page.next();
    } while (at.isPresent()
        && bytes < bounds.bytes()
        && looked < bounds.items()
        && deadline.allows(scheduler.now()));
    gathered.add(writer, at, keys);
  }

  private Reached write(Task task, Dataset dataset, List<GatheredLane> lanes) {
    if (lanes.stream().allMatch(lane -> lane.found() == 0)) {
      return Reached.NOBODY;
    }
    objects.join(
        task.file().version().key(),
        KeyFile.CONTENT_TYPE,
        KeyFile.lines(List.of(dataset.key().name())),
        lanes.stream().flatMap(lane -> lane.names().stream()).toList(),
        GatheredPart::linesOf);
    return Reached.WRITTEN;
  }
}
