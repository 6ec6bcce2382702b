package expunge.httpapi;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error: problem details as RFC 9457 has them.
 *
 * @param type stable, for programs
 * @param errors one for each parameter that is wrong
 * @param state of the task, where it is the reason
 * @param taskId of another task that is the reason
 */
@Json
record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    @Nullable List<ParameterProblem> errors,
    @Nullable String state,
    @Nullable String taskId) {
  static ProblemBody of(String name, String title, int status, String detail) {
    return new ProblemBody("/problems/" + name, title, status, detail, null, null, null);
  }

  ProblemBody withErrors(List<ParameterProblem> wrong) {
    return new ProblemBody(type, title, status, detail, List.copyOf(wrong), state, taskId);
  }

  ProblemBody withTask(String running) {
    return new ProblemBody(type, title, status, detail, errors, state, running);
  }

  ProblemBody withState(String ofTask) {
    return new ProblemBody(type, title, status, detail, errors, ofTask, taskId);
  }
}
