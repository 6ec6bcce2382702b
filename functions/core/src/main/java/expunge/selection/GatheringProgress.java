package expunge.selection;

import expunge.object.ListedVersion;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.report.ResultKeys;
import expunge.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the gathering for a task gets on, as its objects tell: whoever looks after the task moves its
 * record too.
 */
public final class GatheringProgress {
  private static final int PAGE = 1_000;
  private static final String TYPE = "text/plain";
  private static final byte[] MARK = {'!'};

  private final ObjectStore objects;
  private final Task task;

  /** Of this task; nothing is read yet. */
  public GatheringProgress(ObjectStore objects, Task task) {
    this.objects = objects;
    this.task = task;
  }

  /** Where the parts of a task are. */
  static String parts(Task task) {
    return ResultKeys.work(task.id()) + "gathered/";
  }

  /** When the newest part was added; when the task was made, where there is none (any more). */
  public Instant movedAt() {
    return versions(parts(task)).stream()
        .map(ListedVersion::lastModified)
        .filter(task.createdAt()::isBefore)
        .max(Instant::compareTo)
        .orElse(task.createdAt());
  }

  /**
   * Counts one more attempt that ended in a fault and added no part. Of two at once, one may not be
   * counted.
   *
   * @return how many there were in a row, this one too
   */
  public int countFault() {
    String prefix =
        String.format(
            Locale.ROOT,
            "%sfaults/%08d-",
            ResultKeys.work(task.id()),
            versions(parts(task)).size());
    int faults = versions(prefix).size() + 1;
    objects.replace(prefix + faults, TYPE, MARK, Optional.empty());
    return faults;
  }

  private List<ListedVersion> versions(String prefix) {
    List<ListedVersion> all = new ArrayList<>();
    List<ListedVersion> page = objects.list(prefix, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      Optional<ObjectVersion> after = Optional.of(page.getLast().version());
      page = objects.list(prefix, after, PAGE);
    }
    return all;
  }
}
