package expunge.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.dataset.Dataset;
import expunge.dataset.Segments.Source;
import expunge.file.Limits;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.run.SystemScheduler;
import expunge.segment.Segment;
import expunge.segment.SegmentItem;
import expunge.segment.SegmentStore;
import expunge.segment.SegmentStore.Begun;
import expunge.selection.Lane;
import expunge.selection.Selection;
import expunge.selection.Selector;
import expunge.simulator.Club;
import expunge.task.CallKey;
import expunge.task.KeyedCall;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Slicing;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of {@link SegmentStore}, and of {@link Selection} for members. */
public abstract class SegmentContract {
  private static final Instant NOW = Given.NOW;
  private static final Slicing SLICING = Slicing.by(Limits.defaults(), Optional.empty());
  private static final int LARGE = 60_000;

  private final SystemScheduler scheduler = new SystemScheduler();
  private final Dataset dataset = Club.named("c" + scheduler.newId(), false);

  /** Where segments are. */
  protected abstract SegmentStore segments();

  /** Who finds their members. */
  protected abstract Selection selection();

  /** Where tasks are. */
  protected abstract TaskStore tasks();

  /** Makes the tables of a dataset, as its owners would. */
  protected abstract void make(Dataset declared);

  /** Puts an item, as somebody else does. */
  protected abstract void put(String table, Map<String, Value> item);

  @BeforeEach
  void makeTables() {
    make(dataset);
    segment("old");
    segment("young");
  }

  @Test
  void aSegmentIsFoundAsOthersHavePutIt() {
    Map<String, Value> item = new HashMap<>(SegmentItem.key("named"));
    item.put(SegmentItem.NAME, new Value.Text("With a name"));
    item.put(SegmentItem.SOURCE, new Value.Text("attribute"));
    item.put(SegmentItem.DISABLED, new Value.Flag(true));
    item.put("theirs", new Value.Numeric("7"));
    put(table(), item);

    assertThat(find("named"))
        .contains(
            new Segment(
                "named",
                Optional.of("With a name"),
                Optional.of(Source.ATTRIBUTE),
                true,
                List.of(),
                Optional.empty()));
    assertThat(find("old"))
        .contains(
            new Segment(
                "old",
                Optional.empty(),
                Optional.of(Source.MEMBERS),
                false,
                List.of(),
                Optional.empty()));
    assertThat(find("none")).isEmpty();
  }

  @Test
  void aDeletionDisablesItsSegmentAndMakesItsTask() {
    Task task = task("old");

    assertThat(begin(task)).isEqualTo(new Begun.Made());

    assertThat(tasks().find(task.id())).contains(task);
    assertThat(found("old").disabled()).isTrue();
    assertThat(found("old").deletions()).containsExactly(task.id());
    assertThat(found("young").disabled()).isFalse();
  }

  @Test
  void whatOthersHaveWrittenIntoAnItemKeepsNobodyFromDeletingAndEnabling() {
    Map<String, Value> item = new HashMap<>(SegmentItem.key("odd"));
    item.put(SegmentItem.DELETIONS, new Value.Text("  copied from somewhere "));
    item.put(SegmentItem.DISABLED, new Value.Text("yes"));
    put(table(), item);
    assertThat(found("odd").disabled()).isTrue();
    assertThat(found("odd").deletions()).isEmpty();

    Task task = task("odd");
    assertThat(begin(task)).isEqualTo(new Begun.Made());
    end(task);
    assertThat(segments().enable(dataset, found("odd"))).isTrue();
    assertThat(found("odd").disabled()).isFalse();
  }

  @Test
  void aSourceThatIsNotDeclaredIsNone() {
    for (Value odd : List.of(new Value.Text("Attribute"), new Value.Numeric("1"))) {
      Map<String, Value> item = new HashMap<>(SegmentItem.key("odd"));
      item.put(SegmentItem.SOURCE, odd);
      put(table(), item);
      assertThat(found("odd").source()).isEmpty();
    }
  }

  @Test
  void deletionsThatAreNoTextAreOverwritten() {
    Map<String, Value> item = new HashMap<>(SegmentItem.key("odd"));
    item.put(SegmentItem.DELETIONS, new Value.Numeric("0"));
    put(table(), item);
    assertThat(segments().enable(dataset, found("odd"))).isTrue();

    Task task = task("odd");
    assertThat(begin(task)).isEqualTo(new Begun.Made());
    assertThat(found("odd").deletions()).containsExactly(task.id());
    end(task);
  }

  @Test
  void onlyOneIsUnderWayInADataset() {
    Task first = task("old");
    begin(first);

    Task second = task("young");
    assertThat(begin(second)).isEqualTo(new Begun.Busy(first.id()));
    assertThat(tasks().find(second.id())).isEmpty();
    assertThat(found("young").disabled()).isFalse();

    end(first);
    assertThat(begin(second)).isEqualTo(new Begun.Made());
    end(second);
    Task third = task("old");
    assertThat(begin(third)).isEqualTo(new Begun.Made());
    assertThat(found("old").deletions()).containsExactly(third.id(), first.id());
  }

  @Test
  void ofManyAtOnceOneIsBegun() {
    List<Task> all =
        IntStream.range(0, 6).mapToObj(i -> task(i % 2 == 0 ? "old" : "young")).toList();

    List<Begun> begun = AtOnce.run(all.size(), n -> begin(all.get(n - 1)));

    assertThat(begun).filteredOn(Begun.Made.class::isInstance).hasSize(1);
    List<Task> made = all.stream().filter(task -> tasks().find(task.id()).isPresent()).toList();
    assertThat(made).hasSize(1);
    assertThat(begun)
        .filteredOn(Begun.Busy.class::isInstance)
        .hasSize(5)
        .allMatch(new Begun.Busy(made.getFirst().id())::equals);
    assertThat(List.of("old", "young")).filteredOn(id -> found(id).disabled()).hasSize(1);
  }

  @Test
  void theSameCallMakesNoSecond() {
    Task task = task("old");
    KeyedCall call = call(task);
    assertThat(segments().begin(dataset, task, Optional.of(call), NOW)).isEqualTo(new Begun.Made());

    Task again = task("old");
    assertThat(segments().begin(dataset, again, Optional.of(call), NOW))
        .isEqualTo(new Begun.Called(call));
    assertThat(tasks().keyedCall(call.call().key(), NOW)).contains(call);
    assertThat(tasks().find(again.id())).isEmpty();
  }

  @Test
  void whatIsNoSegmentIsUnknown() {
    Task task = task("none");

    assertThat(begin(task)).isEqualTo(new Begun.Unknown());
    assertThat(tasks().find(task.id())).isEmpty();
  }

  @Test
  void aTaskOfAnotherOriginIsRefused() {
    Task task = task(new Origin.Sent());

    assertThatThrownBy(() -> begin(task)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSegmentIsEnabledUnlessAnotherDeletionWasBegun() {
    Task first = task("old");
    begin(first);
    end(first);
    Segment seen = found("old");

    assertThat(segments().enable(dataset, seen)).isTrue();
    assertThat(segments().enable(dataset, seen)).isTrue();
    assertThat(found("old").disabled()).isFalse();

    begin(task("old"));
    assertThat(segments().enable(dataset, seen)).isFalse();
    assertThat(found("old").disabled()).isTrue();
  }

  @Test
  void aListIsGoneThroughPageByPage() {
    begin(task("old"));
    for (int i = 0; i < 5; i++) {
      segment("more-" + i);
    }

    assertThat(listed(Optional.empty(), 2)).hasSize(7).contains("old", "young", "more-4");
    assertThat(listed(Optional.of(true), 3)).containsExactly("old");
    assertThat(listed(Optional.of(false), 3)).hasSize(6).doesNotContain("old");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyMemberIsMetOncePageByPage(boolean byIndex) {
    Dataset other = Club.named("m" + scheduler.newId(), byIndex);
    make(other);
    List<ProfileKey> expected = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      join(other, "old", "person-" + i);
      join(other, "young", "person-" + i);
      expected.add(new ProfileKey("person-" + i));
    }

    List<List<ProfileKey>> pages = pages(other, "old");

    assertThat(pages.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages(other, "none").stream().flatMap(List::stream)).isEmpty();
  }

  private List<List<ProfileKey>> pages(Dataset other, String segment) {
    Selector members = new Selector.Members(segment);
    assertThat(selection().lanes(other, members)).isEqualTo(1);
    List<List<ProfileKey>> pages = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      Selection.Page page = selection().page(other, members, new Lane(0, 1), after);
      assertThat(page.looked()).isGreaterThanOrEqualTo(page.keys().size());
      pages.add(page.keys());
      after = page.next();
    } while (after.isPresent());
    return pages;
  }

  /** So large that a megabyte holds few of them. */
  private void join(Dataset other, String segment, String person) {
    Map<String, Value> item = new HashMap<>(Club.membership(segment, person));
    item.put("filler", new Value.Text("x".repeat(LARGE)));
    put(other.declaredSegments().members().table().table(), item);
  }

  private List<String> listed(Optional<Boolean> disabled, int limit) {
    List<String> ids = new ArrayList<>();
    Optional<Cursor> after = Optional.empty();
    do {
      SegmentStore.Page page = segments().list(dataset, disabled, after, limit);
      page.segments().forEach(segment -> ids.add(segment.id()));
      after = page.next();
    } while (after.isPresent());
    return ids;
  }

  private void segment(String id) {
    put(table(), SegmentItem.key(id));
  }

  private String table() {
    return dataset.declaredSegments().table();
  }

  private Optional<Segment> find(String id) {
    return segments().find(dataset, id);
  }

  private Segment found(String id) {
    return find(id).orElseThrow();
  }

  private Begun begin(Task task) {
    return segments().begin(dataset, task, Optional.empty(), NOW);
  }

  private void end(Task task) {
    tasks().move(task.id(), EnumSet.of(TaskState.PENDING_UPLOAD), TaskState.CANCELLED, NOW);
  }

  private KeyedCall call(Task task) {
    return KeyedCall.made(CallKey.of("secret", scheduler.newId(), "POST", "{}"), task.id(), NOW);
  }

  private Task task(String segment) {
    return task(new Origin.Segment(segment, Source.MEMBERS));
  }

  private Task task(Origin origin) {
    Request plain = Request.deletion(dataset.name(), "complete");
    Request request =
        new Request(
            plain.kind(),
            plain.dataset(),
            plain.deletionType(),
            plain.options(),
            plain.description(),
            plain.reason(),
            plain.purpose(),
            plain.requestedBy(),
            false,
            true,
            origin);
    TaskId id = new TaskId(scheduler.newId());
    return Task.pendingUpload(id, request, "uploads/" + id + "/s.csv", SLICING, NOW);
  }
}
