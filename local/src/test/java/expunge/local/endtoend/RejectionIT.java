package expunge.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import expunge.local.command.TaskStatus;
import expunge.simulator.BadFile;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is promised of a rejected file, seen from outside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RejectionIT {
  private final Stack stack = Stack.start(Optional.empty(), 2);

  @BeforeAll
  void putProfiles() {
    stack.putProfiles(BadFile.LISTED);
  }

  @AfterAll
  void stop() {
    stack.close();
  }

  @ParameterizedTest
  @EnumSource
  void aBadFileIsRejectedAndNothingElseHappens(BadFile bad) {
    String key = stack.drop(bad.name() + ".csv", bad.content(), Map.of());
    TaskStatus task = stack.ended(key);

    assertThat(task.state()).isEqualTo("REJECTED");
    assertProblem(task.json().get("problem"), bad);
    assertProblem(stack.note(key).orElseThrow().problem(), bad);
    assertThat(stack.messages(stack.system().settings().deletionQueueUrl())).isZero();
    assertThat(records(task)).isEqualTo(1);
    assertThat(stack.profiles()).containsOnlyKeys(BadFile.LISTED);
  }

  private static void assertProblem(@Nullable Object shown, BadFile bad) {
    var problem =
        assertThat(shown)
            .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
            .contains(entry("type", bad.type()));
    problem.extractingByKey("detail").asString().contains(bad.rule());
    problem.extractingByKey("remedy").asString().startsWith(bad.remedy());
    problem.extractingByKey("line").asString().isEqualTo(String.valueOf(bad.line()));
  }

  /** How many records the tasks table holds of a task: its own, and one for each batch. */
  private int records(TaskStatus task) {
    return stack
        .system()
        .clients()
        .dynamoDb()
        .query(
            r ->
                r.tableName(stack.system().settings().tasksTable())
                    .consistentRead(true)
                    .keyConditionExpression("taskId = :task")
                    .expressionAttributeValues(Map.of(":task", AttributeValue.fromS(task.id()))))
        .count();
  }
}
