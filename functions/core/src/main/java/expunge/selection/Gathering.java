package expunge.selection;

import expunge.dataset.Dataset;
import expunge.file.KeyFile;
import expunge.item.Cursor;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.profile.ProfileKey;
import expunge.run.Deadline;
import expunge.run.ExpungeException;
import expunge.run.Scheduler;
import expunge.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Writes the file of a task that means whoever a selector finds. What is found is written down part
 * by part, each where there is none yet, with the place to go on at: whoever dies is taken over,
 * and of two who do it at once each goes on from what the faster one wrote.
 */
public final class Gathering {
  /** A part is written when it has so many bytes of keys, about. */
  private static final int BYTES = 1 << 19;

  /** Or when so many items were looked at, that little is lost where few are meant. */
  private static final int ITEMS = 100_000;

  private final Selection selection;
  private final ObjectStore objects;
  private final Scheduler scheduler;

  /** With its ports; holds no state of its own. */
  public Gathering(Selection selection, ObjectStore objects, Scheduler scheduler) {
    this.selection = selection;
    this.objects = objects;
    this.scheduler = scheduler;
  }

  /** How far a gathering has come. */
  public enum Reached {
    /** The file is there. */
    WRITTEN,
    /** Time ran out; somebody has to go on. */
    UNDER_WAY,
    /** There is nobody, and no file. */
    NOBODY
  }

  /**
   * Goes on as far as it gets before the deadline. What is in the tables is read once: who comes to
   * be meant later, or no longer is, changes nothing.
   *
   * @throws ExpungeException if it has to be called again; everything it wrote so far is kept
   */
  public Reached goOn(Task task, Dataset dataset, Selector selector, Deadline deadline) {
    int lanes = selection.lanes(dataset, selector);
    List<Supplier<GatheredLane>> ways =
        IntStream.range(0, lanes)
            .mapToObj(number -> new Lane(number, lanes))
            .<Supplier<GatheredLane>>map(
                lane -> () -> gathered(task, dataset, selector, lane, deadline))
            .toList();
    List<GatheredLane> reached = scheduler.runAll(ways, lanes);
    if (!reached.stream().allMatch(GatheredLane::isEnded) || !deadline.allows(scheduler.now())) {
      return Reached.UNDER_WAY;
    }
    return write(task, dataset, reached.stream().flatMap(lane -> lane.names().stream()).toList());
  }

  private GatheredLane gathered(
      Task task, Dataset dataset, Selector selector, Lane lane, Deadline deadline) {
    GatheredLane gathered = GatheredLane.of(objects, task.id(), lane);
    while (!gathered.isEnded() && deadline.allows(scheduler.now())) {
      gathered.add(part(dataset, selector, lane, gathered.next(), deadline));
    }
    return gathered;
  }

  private GatheredPart part(
      Dataset dataset, Selector selector, Lane lane, Optional<Cursor> after, Deadline deadline) {
    List<ProfileKey> keys = new ArrayList<>();
    long bytes = 0;
    int looked = 0;
    Optional<Cursor> at = after;
    do {
      Selection.Page page = selection.page(dataset, selector, lane, at);
      keys.addAll(page.keys());
      bytes += page.keys().stream().mapToLong(key -> key.value().length() + 2L).sum();
      looked += page.looked();
      at = page.next();
    } while (at.isPresent() && bytes < BYTES && looked < ITEMS && deadline.allows(scheduler.now()));
    return GatheredPart.of(at, keys);
  }

  private Reached write(Task task, Dataset dataset, List<String> parts) {
    if (parts.stream().noneMatch(this::hasAny)) {
      return Reached.NOBODY;
    }
    objects.join(
        task.file().version().key(),
        KeyFile.CONTENT_TYPE,
        KeyFile.lines(List.of(dataset.key().name())),
        parts,
        GatheredPart::linesOf);
    return Reached.WRITTEN;
  }

  private boolean hasAny(String part) {
    return GatheredPart.linesOf(objects.read(part).orElseThrow(ObjectGone::new)).length > 0;
  }
}
