package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Eventually;
import expunge.local.command.TaskStatus;
import expunge.simulator.contract.AtOnce;
import expunge.task.Doorbell;
import expunge.task.TaskId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Many callers control one task at once. Whoever wins, it ends once and for all, and what it says
 * of its rows is what its report says, and what is gone from the table.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrentControlIT {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int CALLERS = 8;
  private static final int LISTED = 1_050;
  private static final int UNKNOWN = 50;
  private static final int ROWS = LISTED + UNKNOWN;
  private static final int BATCHES = 2;
  private static final int DELETIONS_OF_FIRST_BATCH = 40;
  private static final List<String> CONTROLS = List.of("pause", "resume", "cancel");

  private final Moment moment = new Moment();
  private final Stack stack = Stack.start(Optional.empty(), 2, moment::clients);

  @AfterAll
  void stop() {
    stack.close();
  }

  @Test
  void ofManyConfirmationsAllThatAreAcceptedTellOfOneStart() {
    TaskId id = uploaded("confirmed-");

    List<HttpResponse<String>> answers = AtOnce.run(CALLERS, _ -> confirm(id, ROWS));

    TaskStatus ended = endsExactly(id, "confirmed-");
    assertThat(ended.state()).isEqualTo("COMPLETED");
    assertThat(ended.profilesDeleted()).isEqualTo(LISTED);
    assertThat(startsIn(answers)).containsOnly(ended.json().get("startedAt"));
    assertThat(logged(id, "TaskControlled")).hasSize(1);
    assertThat(logged(id, "BatchCommitted")).hasSize(BATCHES);
    assertThat(logged(id, "TaskFinished")).hasSize(1);
  }

  @Test
  void wrongNumbersAreRefusedAmongRightOnes() {
    TaskId id = uploaded("counted-");

    List<HttpResponse<String>> answers =
        AtOnce.run(CALLERS, caller -> confirm(id, isEven(caller) ? ROWS : ROWS + caller));

    assertThat(answers)
        .extracting(HttpResponse::statusCode)
        .filteredOn(status -> status == 409)
        .hasSizeGreaterThanOrEqualTo(CALLERS / 2);
    TaskStatus ended = endsExactly(id, "counted-");
    assertThat(ended.state()).isEqualTo("COMPLETED");
    assertThat(startsIn(answers)).containsOnly(ended.json().get("startedAt"));
    assertThat(logged(id, "TaskControlled")).hasSize(1);
  }

  @RepeatedTest(3)
  void confirmedAndCancelledAtOnceItEndsAsOneOfBoth(RepetitionInfo round) {
    String prefix = "both-" + round.getCurrentRepetition() + "-";
    TaskId id = uploaded(prefix);

    AtOnce.run(CALLERS, caller -> isEven(caller) ? confirm(id, ROWS) : control(id, "cancel"));

    assertThat(endsExactly(id, prefix).state()).isIn("CANCELLED", "COMPLETED");
  }

  static Stream<Arguments> moments() {
    return Stream.of(
        Arguments.of(BatchGetItemRequest.class, 1),
        Arguments.of(BatchWriteItemRequest.class, 1),
        Arguments.of(BatchWriteItemRequest.class, DELETIONS_OF_FIRST_BATCH + 1),
        Arguments.of(TransactWriteItemsRequest.class, 1),
        Arguments.of(TransactWriteItemsRequest.class, BATCHES));
  }

  /** While a look-up, a deletion or a commit is sent, the first and the last of them. */
  @ParameterizedTest
  @MethodSource("moments")
  void cancelledByManyInTheMiddleOfACallItEndsOnce(
      Class<? extends DynamoDbRequest> kind, int call) {
    String prefix = kind.getSimpleName() + "-" + call + "-";
    TaskId id = uploaded(prefix);
    CompletableFuture<List<Integer>> answers =
        moment.at(kind, call, () -> statuses(CALLERS, _ -> control(id, "cancel")));
    confirm(id, ROWS);

    assertThat(answers.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join()).containsOnly(202);

    assertThat(endsExactly(id, prefix).state()).isEqualTo("CANCELLED");
  }

  /** From the first deletion on, in no order. */
  @RepeatedTest(3)
  void pausedResumedAndCancelledAtOnceItEndsOnce(RepetitionInfo round) {
    String prefix = "all-" + round.getCurrentRepetition() + "-";
    TaskId id = uploaded(prefix);
    confirmedAndBegun(id);

    List<Integer> answers =
        statuses(CALLERS, caller -> control(id, CONTROLS.get(caller % CONTROLS.size())));

    assertThat(answers).isSubsetOf(202, 409);
    assertThat(endsExactly(id, prefix).state()).isIn("CANCELLED", "COMPLETED");
  }

  @RepeatedTest(2)
  void pausedAndResumedAgainAndAgainItIsCarriedToItsEnd(RepetitionInfo round) {
    String prefix = "on-and-off-" + round.getCurrentRepetition() + "-";
    TaskId id = uploaded(prefix);
    confirmedAndBegun(id);

    statuses(CALLERS, caller -> control(id, isEven(caller) ? "pause" : "resume"));
    control(id, "resume");

    TaskStatus ended = endsExactly(id, prefix);
    assertThat(ended.state()).isEqualTo("COMPLETED");
    assertThat(ended.profilesDeleted()).isEqualTo(LISTED);
  }

  private static boolean isEven(int caller) {
    return caller % 2 == 0;
  }

  /** A task whose profiles are there, except the last ones, and that waits for a confirmation. */
  private TaskId uploaded(String prefix) {
    List<String> rows = Stack.keys(prefix, ROWS);
    stack.putProfiles(rows.subList(0, LISTED));
    return stack.upload("MaestraId", rows);
  }

  private void confirmedAndBegun(TaskId id) {
    CompletableFuture<Boolean> begun = moment.at(BatchWriteItemRequest.class, 1, () -> true);
    assertThat(confirm(id, ROWS).statusCode()).isEqualTo(202);
    begun.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  private HttpResponse<String> confirm(TaskId id, int rows) {
    return stack.posted("/tasks/" + id + "/confirm", "{\"rows\": " + rows + "}", Map.of());
  }

  private HttpResponse<String> control(TaskId id, String control) {
    return stack.posted("/tasks/" + id + "/" + control, "", Map.of());
  }

  private static List<Integer> statuses(int callers, IntFunction<HttpResponse<String>> call) {
    return AtOnce.run(callers, call).stream().map(HttpResponse::statusCode).toList();
  }

  /** When the task began to run, in each of the answers that accept. */
  private static List<Object> startsIn(List<HttpResponse<String>> answers) {
    return answers.stream()
        .filter(answer -> answer.statusCode() == 202)
        .map(answer -> Optional.ofNullable(Stack.made(answer).json().get("startedAt")).orElse(""))
        .toList();
  }

  /**
   * Waits for the end, and holds the task's counts against its report, its report against the
   * table, and everything against itself after more calls and bells.
   */
  private TaskStatus endsExactly(TaskId id, String prefix) {
    TaskStatus ended = stack.ended(id);
    List<String> report = stack.report(id.value());
    Map<String, Long> outcomes =
        report.stream()
            .skip(1)
            .collect(Collectors.groupingBy(this::outcome, Collectors.counting()));
    assertThat(report).hasSize(ROWS + 1);
    assertThat(ended.rows()).isEqualTo(ended.done()).isEqualTo(ROWS);
    assertThat(without(0L, ended.balance())).isEqualTo(outcomes);
    assertThat(gone(prefix)).isEqualTo(reportedGone(report)).hasSize((int) ended.profilesDeleted());
    triedAgain(id);
    assertThat(stack.task(id.value())).isEqualTo(ended);
    assertThat(gone(prefix)).hasSize((int) ended.profilesDeleted());
    return ended;
  }

  private void triedAgain(TaskId id) {
    statuses(CALLERS, caller -> control(id, CONTROLS.get(caller % CONTROLS.size())));
    stack.ring(Doorbell.of(id));
    stack.ring(Doorbell.of(id, 1));
    stack.ring(Doorbell.of(id, BATCHES));
    String bells = stack.system().settings().deletionQueueUrl();
    Eventually.within(PATIENCE, () -> stack.waiting(bells) == 0);
  }

  private String outcome(String line) {
    return line.split(",", -1)[2];
  }

  private static Map<String, Long> without(Long none, Map<String, Long> balance) {
    Map<String, Long> some = new HashMap<>(balance);
    some.values().removeIf(none::equals);
    return some;
  }

  private Set<String> reportedGone(List<String> report) {
    return report.stream()
        .filter(line -> line.endsWith(",deleted,1,"))
        .map(line -> line.split(",", -1)[1])
        .collect(Collectors.toSet());
  }

  private Set<String> gone(String prefix) {
    Set<String> left = stack.profiles().keySet();
    return Stack.keys(prefix, LISTED).stream()
        .filter(key -> !left.contains(key))
        .collect(Collectors.toSet());
  }

  private List<String> logged(TaskId id, String event) {
    return stack
        .logged()
        .lines()
        .filter(line -> line.contains("\"" + event + "\"") && line.contains(id.value()))
        .toList();
  }
}
