package expunge.simulator.usecase;

import static expunge.simulator.Shop.text;
import static org.assertj.core.api.Assertions.assertThat;

import expunge.balance.Balance;
import expunge.balance.Outcome;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.deletion.People;
import expunge.item.Value;
import expunge.linked.LinkedStore;
import expunge.log.LogEntry;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.run.ExpungeException;
import expunge.simulator.MemorySystem;
import expunge.simulator.Shop;
import expunge.task.Task;
import expunge.task.TaskState;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is linked to a deleted profile goes with it, as its table's rule says. */
class LinkedRecordsTest {
  private final MemorySystem system = Shop.system(100, List.of("a", "b", "c"));

  @Test
  void eachTableIsTreatedByItsRule() {
    run("customer\na\n");

    assertThat(owners("mails")).containsExactlyInAnyOrder(text("b"), text("c"));
    assertThat(system.tables.all("shop")).hasSize(4).noneMatch(item -> mentions(item, "a"));
    assertThat(system.tables.all("answers"))
        .hasSize(3)
        .contains(
            Map.of(
                "survey", text("s"),
                "answer", text("answer-of-a"),
                "age", text("unknown"),
                "choice", text("yes")));
    assertThat(system.tables.all("goals"))
        .hasSize(3)
        .filteredOn(goal -> !List.of(text("b"), text("c")).contains(goal.get("owner")))
        .singleElement()
        .satisfies(
            goal -> {
              assertThat(goal).containsEntry("value", text("7"));
              assertThat(goal.get("owner"))
                  .isInstanceOfSatisfying(
                      Value.Text.class, owner -> assertThat(owner.text()).startsWith("detached#"));
            });
    assertThat(system.tables.all("entries"))
        .hasSize(5)
        .contains(Map.of("entry", text("sent-a"), "kind", text("sent")));
  }

  @Test
  void recordsOfOtherProfilesStayAsTheyAre() {
    Map<String, List<Map<String, Value>>> before = recordsOf("b");
    run("customer\na\nc\n");
    assertThat(recordsOf("b")).isEqualTo(before);
    assertThat(system.hasProfile("b")).isTrue();
  }

  @Test
  void noLinkedTableIsAskedForARowThatWasNotFound() {
    AtomicInteger asked = new AtomicInteger();
    runBy(
        "customer\nnobody\n",
        Meddling.with(
            LinkedStore.class,
            system.linked,
            (method, real) -> {
              asked.incrementAndGet();
              return real.make();
            }));
    assertThat(asked).hasValue(0);
  }

  @Test
  void aProfileMayHaveAnyNumberOfRecords() {
    IntStream.rangeClosed(2, 2_000).forEach(n -> Shop.mail(system, "a", n));
    Task task = run("customer\na\nb\n");
    assertThat(owners("mails")).containsExactly(text("c"));
    assertThat(task.profilesDeleted()).isEqualTo(2);
  }

  @Test
  void aProfileWithMoreRecordsThanOneInvocationTreatsIsDoneByMany() {
    IntStream.rangeClosed(2, 2_000).forEach(n -> Shop.mail(system, "a", n));
    Task task =
        runBy(
            "customer\na\nb\n",
            Meddling.with(
                LinkedStore.class,
                system.linked,
                (method, real) -> {
                  system.scheduler.advance(Duration.ofSeconds(method.equals("treat") ? 8 : 0));
                  return real.make();
                }));
    assertThat(owners("mails")).containsExactly(text("c"));
    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 2L)));
    assertThat(system.tasks.batch(task.id(), 1).orElseThrow().progress().attempts())
        .isGreaterThan(3);
  }

  @Test
  void aProfileStaysUntilEverythingLinkedToItIsGone() {
    Task task =
        runBy(
            "customer\na\nb\n",
            Meddling.with(
                LinkedStore.class,
                system.linked,
                (method, real) -> {
                  if (method.equals("treat")) {
                    throw new ExpungeException.Permanent("refused", null);
                  }
                  return real.make();
                }));
    assertThat(system.hasProfile("a")).isTrue();
    assertThat(task.state()).isEqualTo(TaskState.COMPLETED_WITH_ERRORS);
    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.FAILED, 2L)));
  }

  @Test
  void whatIsWrittenMeanwhileAndFoundByKeyGoesToo() {
    AtomicInteger erased = new AtomicInteger();
    system.answerAll(
        taken(
            "customer\na\n",
            Meddling.with(
                ProfileStore.class,
                system.profiles,
                (method, real) -> {
                  if (method.equals("erase") && erased.getAndIncrement() == 0) {
                    system.tables.put(
                        "shop", Map.of("pk", text("CUSTOMER#a"), "sk", text("ORDER#2")));
                  }
                  return real.make();
                })));
    assertThat(system.tables.all("shop")).noneMatch(item -> mentions(item, "a"));
  }

  @Test
  void recordsThatBelongToSomebodyElseByNowStay() {
    Map<String, Value> handedOn =
        Map.of("mail", text("a-000001"), "owner", text("b"), "address", text("b@example.com"));
    runBy(
        "customer\na\n",
        Meddling.with(
            LinkedStore.class,
            system.linked,
            (method, real) -> {
              if (method.equals("treat")) {
                system.tables.put("mails", handedOn);
              }
              return real.make();
            }));
    assertThat(system.tables.all("mails")).contains(handedOn);
  }

  @Test
  void aProfileThatIsGoneIsNotRetriedByAnIdentifierThatOthersHaveToo() {
    MemorySystem two = twoOfOneEmail();
    Task task = somethingStaysLinked(two, "email\ne@x\n", "complete");

    assertThat(two.report(task)).contains("2,e@x,failed,1,\"deleted, but records");
    assertThat(task.profilesDeleted()).isEqualTo(1);
    retry(two, task);
    assertThat(two.hasProfile("a")).isFalse();
    assertThat(two.hasProfile("b")).isTrue();
  }

  @Test
  void aProfileThatHasLostTheIdentifierOfItsRowCountsAndIsNotRetried() {
    MemorySystem two = twoOfOneEmail();
    Task task = somethingStaysLinked(two, "email\ne@x\n", "contact");

    assertThat(two.report(task)).contains("2,e@x,failed,1,\"deleted, but records");
    retry(two, task);
    assertThat(email(two, "b")).isEqualTo(text("e@x"));
  }

  @Test
  void aProfileThatKeepsTheIdentifierOfItsRowIsFoundByARetry() {
    MemorySystem two = twoOfOneEmail();
    Task task = somethingStaysLinked(two, "customer\na\n", "contact");

    assertThat(two.report(task)).contains("2,a,failed,0,");
    retry(two, task);
    assertThat(two.tables.all("shop"))
        .filteredOn(item -> text("ORDER#9").equals(item.get("sk")))
        .singleElement()
        .satisfies(order -> assertThat(order).doesNotContainKey("sum"));
  }

  private static Map<String, Value> order(String id) {
    return Map.of("pk", text("CUSTOMER#" + id), "sk", text("ORDER#9"), "sum", text("1"));
  }

  private static MemorySystem twoOfOneEmail() {
    MemorySystem two = Shop.system(10, List.of());
    Shop.put(two, "a", Map.of("email", text("e@x"), "since", new Value.Numeric("1")));
    Shop.put(two, "b", Map.of("email", text("e@x"), "since", new Value.Numeric("2")));
    return two;
  }

  private static Value email(MemorySystem system, String id) {
    return system
        .profiles
        .find(system.dataset, List.of(new ProfileKey(id)))
        .profiles()
        .getFirst()
        .attributes()
        .getOrDefault("email", text(""));
  }

  /** Runs a file while somebody links something to the first profile that is done with. */
  private static Task somethingStaysLinked(MemorySystem two, String rows, String type) {
    AtomicBoolean gone = new AtomicBoolean();
    ProfileStore deleting =
        Meddling.with(
            ProfileStore.class,
            two.profiles,
            (method, real) -> {
              Object answer = real.make();
              if (method.equals("erase") && !gone.getAndSet(true)) {
                two.tables.put("shop", order("a"));
              }
              return answer;
            });
    LinkedStore refusing =
        Meddling.with(
            LinkedStore.class,
            two.linked,
            (method, real) -> {
              if (method.equals("treat") && gone.get()) {
                throw new ExpungeException.Permanent("refused", null);
              }
              return real.make();
            });
    var file = two.put("a.csv", rows, Map.of("deletion-type", type));
    two.intake().fileArrived(file);
    two.answerAll(
        two.worker(
            two.tasks,
            two.objects,
            two.doorbells,
            new People(deleting, refusing),
            WorkerRules.STANDARD));
    return two.task(file);
  }

  private static void retry(MemorySystem system, Task task) {
    system.retry().retry(task.id());
    system.answerAll();
    system.takeInUploads();
  }

  @Test
  void whatIsWrittenForAProfileThatIsKeptAfterAllStays() {
    Map<String, Value> order = Map.of("pk", text("CUSTOMER#a"), "sk", text("ORDER#9"));
    MemorySystem kept = Shop.system(10, List.of("a", "b"));
    Meddling.run(
        kept,
        "customer\na\nb\n",
        (method, real) -> {
          if (method.equals("erase")) {
            Shop.put(kept, "a", Map.of("legalHold", text("court")));
            kept.tables.put("shop", order);
          }
          return real.make();
        });
    assertThat(kept.hasProfile("a")).isTrue();
    assertThat(kept.hasProfile("b")).isFalse();
    assertThat(kept.tables.all("shop")).contains(order);
  }

  @Test
  void aBatchThatGetsOnWithLinkedRecordsAloneIsNotWithoutHope() {
    MemorySystem many = Shop.system(10, List.of("a"));
    IntStream.rangeClosed(2, 2_000).forEach(n -> Shop.mail(many, "a", n));
    LinkedStore slow =
        Meddling.with(
            LinkedStore.class,
            many.linked,
            (method, real) -> {
              Object answer = real.make();
              many.scheduler.advance(Duration.ofSeconds(method.equals("treat") ? 10 : 0));
              return answer;
            });
    Task task = Meddling.run(many, "customer\na\n", new People(many.profiles, slow));
    assertThat(many.entries.stream().filter(LogEntry.BatchHandedBack.class::isInstance))
        .hasSizeGreaterThan(WorkerRules.STANDARD.hopelessAfter());
    assertThat(task.balance()).isEqualTo(new Balance(Map.of(Outcome.DELETED, 1L)));
    assertThat(many.tables.all("mails")).isEmpty();
  }

  @Test
  void aProfileThatIsLinkedToAnotherIsNoRecordOfIt() {
    Dataset people =
        Datasets.parse(
                """
                {"datasets": {"people": {
                  "profiles": {"table": "people", "key": "id",
                               "sort": {"attribute": "sk", "template": "PROFILE"}},
                  "linked": [{"name": "friends", "table": "people", "rule": "detach",
                              "key": {"partition": "id", "sort": "sk"},
                              "link": {"attribute": "friend", "index": "by-friend"}}]}}}
                """)
            .defaultDataset();
    MemorySystem own = new MemorySystem(people, 10);
    own.profiles.put(people, new ProfileKey("a"), Map.of("friend", text("a")));
    own.profiles.put(people, new ProfileKey("b"), Map.of("friend", text("a")));
    own.tables.put("people", Map.of("id", text("b"), "sk", text("NOTE"), "friend", text("a")));
    own.run("a.csv", "id\na\n");
    assertThat(own.hasProfile("a")).isFalse();
    assertThat(own.profiles.stored(people, new ProfileKey("b")).orElseThrow())
        .containsEntry("friend", text("a"));
    assertThat(own.tables.all("people")).contains(Map.of("id", text("b"), "sk", text("NOTE")));
  }

  @Test
  void aCeilingOfWritesHoldsForLinkedRecordsToo() {
    MemorySystem slow = Shop.system(Shop.dataset().atMost(100), 10, List.of("a"));
    IntStream.rangeClosed(2, 60).forEach(n -> Shop.mail(slow, "a", n));
    List<Integer> left = new ArrayList<>();
    LinkedStore watched =
        Meddling.with(
            LinkedStore.class,
            slow.linked,
            (_, real) -> {
              Object answer = real.make();
              left.add(slow.tables.all("mails").size());
              return answer;
            });
    // of ten workers, each with its share
    Meddling.run(slow, "customer\na\n", new People(slow.profiles, watched));
    assertThat(left.getFirst()).isEqualTo(60);
    assertThat(left.getLast()).isZero();
    for (int i = 1; i < left.size(); i++) {
      assertThat(left.get(i - 1) - left.get(i)).isLessThanOrEqualTo(10);
    }
  }

  private Task run(String file) {
    return system.run("a.csv", file);
  }

  private Task runBy(String file, LinkedStore linked) {
    return Meddling.run(system, file, new People(system.profiles, linked));
  }

  private Worker taken(String file, ProfileStore profiles) {
    system.intake().fileArrived(system.put("a.csv", file, Map.of()));
    return system.worker(
        system.tasks, system.objects, system.doorbells, profiles, WorkerRules.STANDARD);
  }

  private List<Value> owners(String table) {
    return system.tables.all(table).stream().map(item -> item.get("owner")).toList();
  }

  private Map<String, List<Map<String, Value>>> recordsOf(String id) {
    return Stream.of("shop", "mails", "answers", "goals", "entries")
        .collect(
            Collectors.toMap(
                name -> name,
                name ->
                    system.tables.all(name).stream().filter(item -> mentions(item, id)).toList()));
  }

  private static boolean mentions(Map<String, Value> item, String id) {
    return item.containsValue(text(id))
        || item.containsValue(text("CUSTOMER#" + id))
        || item.containsValue(text(id + "@example.com"));
  }
}
