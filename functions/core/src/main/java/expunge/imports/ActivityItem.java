package expunge.imports;

import expunge.dataset.KeyAttribute;
import expunge.dataset.LinkedTable;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.task.TaskId;
import java.util.Map;

/**
 * A record of an activity feed that an import writes. Its key is that of the linked table: the
 * profile, and a text that begins as the table's link demands.
 */
public final class ActivityItem {
  /** What happened to the customer. */
  public static final String ACTION = "action";

  /** Where the data came from. */
  public static final String ENDPOINT = "endpoint";

  /** Through which it came. */
  public static final String TOUCHPOINT = "touchpoint";

  /** When, in RFC 3339, in UTC. */
  public static final String AT = "at";

  /** The import. */
  public static final String TASK = "taskId";

  /** The lines of the rows that were written, a set of numbers. */
  public static final String LINES = "lines";

  private static final String IMPORT = "import#";

  private ActivityItem() {}

  /** The key of the record of one import in one customer's feed. */
  public static Map<String, Value> key(LinkedTable feed, ProfileKey customer, TaskId task) {
    String begins =
        feed.link().sortBegins().map(template -> template.with(customer.value())).orElse("");
    KeyAttribute sort = feed.sort().orElseThrow();
    return Map.of(
        feed.partition().name(),
        ProfileKeys.write(feed.link().attribute(), customer),
        sort.name(),
        new Value.Text(begins + IMPORT + task));
  }
}
