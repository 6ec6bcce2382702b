package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.simulator.memory.MemorySuppressionList;
import expunge.simulator.openapi.Operation;
import expunge.task.TaskId;
import expunge.task.TaskState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every call of the description × every caller × every state of a task gives the status that the
 * description says. What a call needs beside its task is taken from the description's examples.
 */
class MatrixTest {
  private static final String TASK = "taskId";
  private static final List<Operation> CALLS = Described.API.operations();
  private static final List<Operation> CALLS_ON_TASKS =
      CALLS.stream().filter(call -> call.fields().contains(TASK)).toList();

  static Stream<Arguments> callsAndCallers() {
    return CALLS.stream()
        .flatMap(
            call ->
                call.examples().stream()
                    .flatMap(
                        shown ->
                            Arrays.stream(Caller.values())
                                .map(caller -> Arguments.of(call, shown, caller))));
  }

  @ParameterizedTest
  @MethodSource("callsAndCallers")
  void everyCallerGetsInEveryStateWhatIsDescribed(
      Operation call, Operation.Example shown, Caller caller) {
    for (SampleTask sample : SampleTask.ALL) {
      Gateway gateway = gateway();
      int status = status(gateway, call, shown, caller, sample.in(gateway).value());

      assertThat(status)
          .as("%s in %s", call, sample)
          .isIn(caller.refusal(shown.role()).map(Set::of).orElseGet(() -> answers(call, sample)));
    }
  }

  /** An answer to a call on a task follows from the state; to another, from its examples alone. */
  private static Set<Integer> answers(Operation call, SampleTask sample) {
    if (!CALLS_ON_TASKS.contains(call)) {
      return Set.of(call.exampleStatus());
    }
    Set<Integer> answers = new TreeSet<>(call.statuses());
    answers.removeIf(
        status -> !call.states().getOrDefault(status, List.of()).contains(sample.state().name()));
    return answers;
  }

  @ParameterizedTest
  @MethodSource("callsAndCallers")
  void aTaskThatDoesNotExistIsNotFoundByWhoeverMaySeeIt(
      Operation call, Operation.Example shown, Caller caller) {
    if (CALLS_ON_TASKS.contains(call)) {
      int expected = caller.refusal(shown.role()).orElse(404);

      assertThat(status(gateway(), call, shown, caller, TaskId.derivedFrom("unknown").value()))
          .isEqualTo(expected);
      assertThat(status(gateway(), call, shown, caller, "malformed")).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @FieldSource("CALLS_ON_TASKS")
  void nothingIsDescribedThatNeverHappens(Operation call) {
    Map<Integer, Set<String>> seen = new TreeMap<>();
    for (SampleTask sample : SampleTask.ALL) {
      Gateway gateway = gateway();
      int status =
          status(
              gateway,
              call,
              call.examples().getFirst(),
              Caller.ADMINISTRATOR,
              sample.in(gateway).value());
      seen.computeIfAbsent(status, _ -> new TreeSet<>()).add(sample.state().name());
    }

    Map<Integer, Set<String>> described = new TreeMap<>();
    call.states().forEach((status, states) -> described.put(status, new TreeSet<>(states)));
    assertThat(seen).isEqualTo(described);
  }

  @Test
  void thereIsASampleOfEveryState() {
    for (SampleTask sample : SampleTask.ALL) {
      Gateway gateway = gateway();
      assertThat(gateway.tasks.find(sample.in(gateway)).orElseThrow().state())
          .isEqualTo(sample.state());
    }
    assertThat(SampleTask.ALL.stream().map(SampleTask::state)).contains(TaskState.values());
  }

  /** With what the description's examples speak of. */
  private static Gateway gateway() {
    Gateway gateway = new Gateway();
    Gateway.datasets().names().stream()
        .flatMap(name -> Gateway.datasets().find(name).stream())
        .forEach(
            dataset -> {
              gateway.profiles.put(dataset, List.of());
              dataset
                  .suppression()
                  .ifPresent(list -> MemorySuppressionList.make(gateway.tables, list));
            });
    return gateway;
  }

  private static int status(
      Gateway gateway, Operation call, Operation.Example shown, Caller caller, String taskId) {
    String path = call.path();
    for (String field : call.fields()) {
      String value = field.equals(TASK) ? taskId : call.exampleOf(field);
      assertThat(value).as("an example of {%s} in %s", field, call).isNotEmpty();
      path = path.replace("{" + field + "}", value);
    }
    APIGatewayV2HTTPResponse answer =
        caller.at(gateway).method(call.method()).body(shown.body().orElse("")).get(path);
    return answer.getStatusCode();
  }
}
