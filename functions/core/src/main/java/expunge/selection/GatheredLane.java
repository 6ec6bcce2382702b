package expunge.selection;

import expunge.item.Cursor;
import expunge.object.ListedVersion;
import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.profile.ProfileKey;
import expunge.run.ExpungeException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;

/** The parts of one lane, which are numbered from 1 without a gap and never change. */
final class GatheredLane {
  private static final int PAGE = 1_000;
  private static final String TYPE = "application/octet-stream";

  private final ObjectStore objects;
  private final String prefix;
  private final List<String> names;
  private Optional<GatheredPart> last;
  private int added;
  private boolean isLost;
  private Optional<ExpungeException> failure = Optional.empty();

  private GatheredLane(ObjectStore objects, String prefix) {
    this.objects = objects;
    this.prefix = prefix;
    this.names = new ArrayList<>(standing());
    this.last = names.isEmpty() ? Optional.empty() : Optional.of(read(names.getLast()));
  }

  /**
   * As it stands.
   *
   * @param prefix of all lanes
   */
  static GatheredLane of(ObjectStore objects, String prefix, Lane lane) {
    return new GatheredLane(objects, prefix + lane.of() + "-" + lane.number() + "/");
  }

  private SequencedSet<String> standing() {
    SequencedSet<String> keys = new LinkedHashSet<>();
    List<ListedVersion> page = objects.list(prefix, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(listed -> keys.add(listed.version().key()));
      Optional<ObjectVersion> after = Optional.of(page.getLast().version());
      page = objects.list(prefix, after, PAGE);
    }
    return keys;
  }

  /** Adds a part, unless somebody else was faster: then the lane is theirs. */
  void add(String writer, Optional<Cursor> next, List<ProfileKey> keys) {
    String name = String.format(Locale.ROOT, "%s%08d", prefix, names.size() + 1);
    GatheredPart part = GatheredPart.of(writer, found(), next, keys);
    boolean mine = objects.replace(name, TYPE, part.write(), Optional.empty());
    GatheredPart stands = mine ? part : read(name);
    isLost = !stands.isBy(writer);
    added += isLost ? 0 : 1;
    last = Optional.of(stands);
    names.add(name);
  }

  /** Notes why it was left before its end. */
  void fail(ExpungeException why) {
    failure = Optional.of(why);
  }

  /** Why it was left before its end; empty where nothing has failed. */
  Optional<ExpungeException> failure() {
    return failure;
  }

  /** Whether somebody else is at it. */
  boolean isLost() {
    return isLost;
  }

  /** How many parts were added here. */
  int added() {
    return added;
  }

  boolean isEnded() {
    return last.filter(part -> part.next().isEmpty()).isPresent();
  }

  /** How many keys there are so far. */
  long found() {
    return last.map(GatheredPart::found).orElse(0L);
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
