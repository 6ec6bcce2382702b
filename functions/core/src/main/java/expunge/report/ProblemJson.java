package expunge.report;

import expunge.file.Problem;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** A problem of a file as people get to see it: beside the file, and in the status of its task. */
@Json
public record ProblemJson(
    String type,
    String title,
    String detail,
    String remedy,
    @Nullable Integer line,
    @Nullable Integer column,
    @Nullable Long position) {
  /** The same, with nulls for what is absent. */
  public static ProblemJson of(Problem problem) {
    return new ProblemJson(
        problem.type(),
        problem.title(),
        problem.detail(),
        problem.remedy(),
        problem.line().orElse(null),
        problem.column().orElse(null),
        problem.position().orElse(null));
  }
}
