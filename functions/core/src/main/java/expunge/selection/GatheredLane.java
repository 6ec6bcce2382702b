package expunge.selection;

import expunge.item.Cursor;
import expunge.object.ListedVersion;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.report.ResultKeys;
import expunge.task.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The parts of one lane, which are numbered from 1 without a gap and never change. */
final class GatheredLane {
  private static final int PAGE = 1_000;
  private static final String TYPE = "application/octet-stream";

  private final ObjectStore objects;
  private final String prefix;
  private final List<String> names = new ArrayList<>();
  private Optional<GatheredPart> last = Optional.empty();

  private GatheredLane(ObjectStore objects, String prefix) {
    this.objects = objects;
    this.prefix = prefix;
  }

  /** As it stands. */
  static GatheredLane of(ObjectStore objects, TaskId task, Lane lane) {
    String prefix = ResultKeys.work(task) + "gathered/" + lane.of() + "-" + lane.number() + "/";
    GatheredLane standing = new GatheredLane(objects, prefix);
    standing.find();
    return standing;
  }

  private void find() {
    Optional<ObjectVersion> after = Optional.empty();
    List<ListedVersion> page = objects.list(prefix, after, PAGE);
    while (!page.isEmpty()) {
      page.stream().map(one -> one.version().key()).distinct().forEach(names::add);
      page = objects.list(prefix, Optional.of(page.getLast().version()), PAGE);
    }
    List<String> each = names.stream().distinct().toList();
    names.clear();
    names.addAll(each);
    last = names.isEmpty() ? Optional.empty() : Optional.of(read(names.getLast()));
  }

  /** Adds a part, unless somebody else was faster: then theirs is the next one. */
  void add(GatheredPart part) {
    String name = String.format(Locale.ROOT, "%s%08d", prefix, names.size() + 1);
    boolean mine = objects.replace(name, TYPE, part.write(), Optional.empty());
    last = Optional.of(mine ? part : read(name));
    names.add(name);
  }

  boolean isEnded() {
    return last.filter(part -> part.next().isEmpty()).isPresent();
  }

  /** Where to go on. */
  Optional<Cursor> next() {
    return last.flatMap(GatheredPart::next);
  }

  /** The names of its parts, in order. */
  List<String> names() {
    return List.copyOf(names);
  }

  private GatheredPart read(String name) {
    return GatheredPart.read(objects.read(name).orElseThrow(ObjectGone::new));
  }
}
