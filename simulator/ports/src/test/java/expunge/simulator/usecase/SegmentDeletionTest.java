package expunge.simulator.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.dataset.Segments.Source;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.segment.DeletionAnswer;
import expunge.segment.Segment;
import expunge.segment.SegmentItem;
import expunge.simulator.Club;
import expunge.simulator.MemorySystem;
import expunge.task.CallKey;
import expunge.task.Origin;
import expunge.task.Task;
import expunge.task.TaskState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** All members of a segment are deleted as a task, and nobody joins meanwhile. */
class SegmentDeletionTest {
  private final MemorySystem system = Club.system(10, List.of("old", "new"));

  @Test
  void allMembersAreDeletedAndNobodyElse() {
    Club.put(system, "old", people("o", 1_234));
    Club.put(system, "new", people("n", 20));
    system.selection.pagesOf(100);

    Task task = ended(asked("old"));

    assertThat(task.state()).isEqualTo(TaskState.COMPLETED);
    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 1_234L)));
    assertThat(task.request().origin()).isEqualTo(new Origin.Segment("old", Source.MEMBERS));
    assertThat(people("o", 1_234)).noneMatch(system::hasProfile);
    assertThat(people("n", 20)).allMatch(system::hasProfile);
    assertThat(system.tables.all(Club.MEMBERSHIPS)).hasSize(20);
    assertThat(system.objects.keys("work/")).isEmpty();
  }

  @Test
  void theSegmentIsDisabledFromTheStartAndStaysSoUntilItIsEnabled() {
    Club.put(system, "old", people("o", 3));
    assertThat(segment("old").disabled()).isFalse();

    Task task = asked("old");
    assertThat(segment("old").disabled()).isTrue();
    assertThat(segment("new").disabled()).isFalse();
    assertThat(system.segments.join(system.dataset, "old", Club.membership("old", "late")))
        .isFalse();
    ended(task);

    assertThat(segment("old").disabled()).isTrue();
    assertThat(segment("old").deletions()).containsExactly(task.id());
    assertThat(system.segments.enable(system.dataset, segment("old"))).isTrue();
    assertThat(system.segments.join(system.dataset, "old", Club.membership("old", "late")))
        .isTrue();
  }

  @Test
  void aKeyIsTakenAsItStandsInTheTable() {
    Club.put(system, "old", List.of("a ", "\tb", " "));
    Club.put(system, "new", List.of("a", "b", " a "));

    Task task = ended(asked("old"));

    assertThat(task.balance())
        .isEqualTo(new Balance(Map.of(Outcome.DELETED, 2L, Outcome.INVALID, 1L)));
    assertThat(List.of("a ", " ")).noneMatch(system::hasProfile);
    assertThat(List.of("a", "b", " a ", "\tb")).allMatch(system::hasProfile);
  }

  @Test
  void membersMayStandInAnAttributeOfTheProfilesThatLists() {
    Map<String, Value> item = new HashMap<>(SegmentItem.key("listed"));
    item.put(SegmentItem.SOURCE, new Value.Text("attribute"));
    system.tables.put(Club.SEGMENTS, item);
    listing("in", new Value.Several(List.of(new Value.Text("old"), new Value.Text("listed"))));
    listing("out", new Value.Several(List.of(new Value.Text("listed-too"))));
    listing("text", new Value.Text("listed"));
    system.addProfiles(List.of("nothing"));
    Club.put(system, "listed", List.of("member"));

    Task task = ended(asked("listed"));

    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 1L)));
    assertThat(system.hasProfile("in")).isFalse();
    assertThat(List.of("out", "text", "nothing", "member")).allMatch(system::hasProfile);
  }

  private void listing(String person, Value segments) {
    system.profiles.put(system.dataset, new ProfileKey(person), Map.of("segments", segments));
  }

  @Test
  void onlyOneIsDeletedAtATime() {
    Club.put(system, "old", people("o", 3));
    Club.put(system, "new", people("n", 3));
    Task first = asked("old");

    assertThat(delete("new", Optional.empty())).isEqualTo(new DeletionAnswer.Busy(first.id()));
    assertThat(delete("old", Optional.empty())).isEqualTo(new DeletionAnswer.Busy(first.id()));
    assertThat(segment("new").disabled()).isFalse();
    ended(first);

    Task second = ended(asked("new"));
    assertThat(second.balance().count(Outcome.DELETED)).isEqualTo(3);
    assertThat(segment("new").deletions()).containsExactly(second.id());
  }

  @Test
  void theSameCallUnderItsKeyIsOneDeletion() {
    Club.put(system, "old", people("o", 3));
    Optional<CallKey> key = Optional.of(CallKey.of("secret", "once", "POST", "{}"));
    Task first = ((DeletionAnswer.Asked) delete("old", key)).task();
    ended(first);

    assertThat(((DeletionAnswer.Asked) delete("old", key)).task().id()).isEqualTo(first.id());
    Optional<CallKey> other = Optional.of(CallKey.of("secret", "once", "POST", "{ }"));
    assertThat(delete("old", other)).isEqualTo(new DeletionAnswer.KeyReused());
  }

  @Test
  void aSegmentThatIsNotThereIsUnknown() {
    assertThat(delete("none", Optional.empty())).isEqualTo(new DeletionAnswer.Unknown());
  }

  @Test
  void anEmptySegmentIsRejectedAsNobodyIsMeant() {
    Task task = ended(asked("old"));

    assertThat(task.state()).isEqualTo(TaskState.REJECTED);
    assertThat(task.problem().orElseThrow().type()).endsWith("nobody-meant");
    assertThat(system.objects.keys("work/")).isEmpty();
  }

  @Test
  void oneThatIsCancelledBeforeItsMembersAreFoundDeletesNobody() {
    Club.put(system, "old", people("o", 3));
    Task task = asked("old");
    system.control().cancel(task.id());

    assertThat(ended(task).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(people("o", 3)).allMatch(system::hasProfile);
    assertThat(segment("old").disabled()).isTrue();
  }

  private Segment segment(String id) {
    return system.segments.find(system.dataset, id).orElseThrow();
  }

  private Task asked(String segment) {
    return ((DeletionAnswer.Asked) delete(segment, Optional.empty())).task();
  }

  private DeletionAnswer delete(String segment, Optional<CallKey> key) {
    return system
        .segmentDeletion()
        .delete(system.dataset, segment, Optional.of("moved away"), "desk", key);
  }

  private Task ended(Task task) {
    system.answerAll();
    system.takeInUploads();
    return system.tasks.find(task.id()).orElseThrow();
  }

  private static List<String> people(String prefix, int number) {
    return IntStream.range(0, number).mapToObj(i -> prefix + i).toList();
  }
}
