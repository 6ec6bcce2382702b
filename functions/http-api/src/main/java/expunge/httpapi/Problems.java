package expunge.httpapi;

import expunge.access.Role;
import expunge.control.ControlAnswer;
import expunge.task.TaskId;
import expunge.task.TaskState;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** All errors that the API answers with. None of them holds anything that the caller sent. */
final class Problems {
  /** Seconds after which a busy service, or a task under way, is worth another look. */
  static final String SECONDS_TO_RETRY = "2";

  private static final String TYPE = "application/problem+json";
  private static final int MILLIS = 1_000;
  private static final JsonType<ProblemBody> BODY = Jsonb.instance().type(ProblemBody.class);

  private Problems() {}

  static ApiResponse invalidParameters(List<ParameterProblem> problems) {
    String detail =
        problems.stream().map(ParameterProblem::sentence).collect(Collectors.joining("; "));
    return response(
        ProblemBody.of("invalid-parameter", "A parameter is not acceptable", 400, detail)
            .withErrors(problems));
  }

  static ApiResponse unknownParameter(List<String> known) {
    String detail =
        known.isEmpty()
            ? "This call takes no parameters."
            : "This call takes no other parameters than " + String.join(", ", known) + ".";
    return response(ProblemBody.of("unknown-parameter", "No such parameter", 400, detail));
  }

  static ApiResponse unauthorized() {
    return response(
            ProblemBody.of(
                "unauthorized",
                "No valid API key",
                401,
                "Send an API key by HTTP Basic, as the user name with an empty password."))
        .with("WWW-Authenticate", "Basic realm=\"Expunge\"");
  }

  static ApiResponse forbidden(Role needed) {
    return response(
        ProblemBody.of(
            "forbidden",
            "The role of this API key does not suffice",
            403,
            "This call needs the role " + needed.word() + " or a higher one."));
  }

  static ApiResponse crossSite() {
    return response(
        ProblemBody.of(
            "cross-site",
            "The call comes from a page of another site",
            403,
            "A browser may change something only from a page of this API's own address."));
  }

  static ApiResponse tooManyCalls(Duration untilNextWindow) {
    String seconds = String.valueOf((untilNextWindow.toMillis() + MILLIS - 1) / MILLIS);
    return response(
            ProblemBody.of(
                "too-many-calls",
                "Too many calls with this API key",
                429,
                "Calls are counted in windows of 10 seconds. Try again in the next one."))
        .with("Retry-After", seconds);
  }

  static ApiResponse bodyTooLarge(int largest) {
    return response(
        ProblemBody.of(
            "body-too-large",
            "The body is too large",
            413,
            "A body has at most " + largest + " bytes."));
  }

  static ApiResponse labelTaken() {
    return response(
        ProblemBody.of(
            "label-taken", "The label is taken", 409, "A valid key has this label already."));
  }

  static ApiResponse unknownKey() {
    return response(
        ProblemBody.of(
            "unknown-key", "No such key", 404, "There is no key of this id, or no more."));
  }

  static ApiResponse configuredKey() {
    return response(
        ProblemBody.of(
            "configured-key",
            "The key stands in the settings",
            409,
            "It goes with a deployment that does not list it."));
  }

  static ApiResponse unknownRoute() {
    return response(
        ProblemBody.of("unknown-route", "No such call", 404, "There is no call at this path."));
  }

  static ApiResponse unknownTask() {
    return response(
        ProblemBody.of(
            "unknown-task",
            "No such task",
            404,
            "There is no task of this id, or it ended so long ago that its record has expired."));
  }

  static ApiResponse methodNotAllowed(String allowed) {
    return response(
            ProblemBody.of(
                "method-not-allowed",
                "No such method here",
                405,
                "The call at this path takes " + allowed + "."))
        .with("Allow", allowed);
  }

  static ApiResponse noReport(TaskState state) {
    String detail =
        state.isTerminal()
            ? "The task ended without processing a row, so it has no report."
            : "The report is written when the task ends.";
    return response(
        ProblemBody.of("no-report", "The task has no report", 409, detail).withState(state.name()));
  }

  static ApiResponse invalidBody(List<ParameterProblem> problems) {
    String detail =
        problems.stream().map(ParameterProblem::sentence).collect(Collectors.joining("; "));
    return response(
        ProblemBody.of("invalid-body", "The body is not acceptable", 400, detail)
            .withErrors(problems));
  }

  static ApiResponse keyReused() {
    return response(
        ProblemBody.of(
            "idempotency-key-reused",
            "The Idempotency-Key was used for another call",
            422,
            "Another call was made with this key in the last 24 hours. Send a key of its own."));
  }

  static ApiResponse notNow(ControlAnswer.Refused refused) {
    String detail =
        switch (refused.why()) {
          case STATE -> "The task's state does not allow this call.";
          case OTHER_NUMBER -> "The number is not that of the task's rows to delete.";
          case NOTHING_TO_RETRY -> "No row of the task has failed or was cancelled.";
          case SEGMENT ->
              "The deletion of a segment is not retried: delete the segment again, and whoever is"
                  + " still a member is deleted.";
          case IMPORT ->
              "An import is not retried: upload its file again, and what is in is updated.";
        };
    return response(
        ProblemBody.of("conflict", "The task can't do that now", 409, detail)
            .withState(refused.task().state().name()));
  }

  static ApiResponse tooManyMatches() {
    return response(
        ProblemBody.of(
            "too-many-matches",
            "Too many profiles",
            422,
            "More than 1,000 items have this identifier; name another one, or the key."));
  }

  static ApiResponse tooManyKeys(int most) {
    return response(
        ProblemBody.of(
            "too-many-keys",
            "Too many keys",
            422,
            "This call deletes at most " + most + " profiles. Send a file for more."));
  }

  static ApiResponse notCarriedOut(TaskState state) {
    return response(
        ProblemBody.of(
                "not-carried-out",
                "The deletion was not carried out",
                409,
                "Its task ended otherwise; see its status and its report.")
            .withState(state.name()));
  }

  static ApiResponse unknownDataset() {
    return response(
        ProblemBody.of(
            "unknown-dataset", "No such dataset", 404, "No dataset of this name is declared."));
  }

  static ApiResponse keyNotUrlSafe() {
    return response(
        ProblemBody.of(
            "key-not-url-safe",
            "The key can't stand in a path",
            400,
            "Use POST /profiles/delete: keys of this dataset may need encoding, or this one"
                + " does."));
  }

  static ApiResponse invalidKey() {
    return response(
        ProblemBody.of(
            "invalid-key",
            "Not a key of this dataset",
            400,
            "The key does not have the form that the dataset declares. Nothing was deleted."));
  }

  static ApiResponse protectedProfile() {
    return response(
        ProblemBody.of(
            "protected",
            "The profile is protected",
            409,
            "It carries the mark that keeps it from being deleted. Nothing was deleted."));
  }

  static ApiResponse unknownSegment() {
    return response(
        ProblemBody.of(
            "unknown-segment",
            "No such segment",
            404,
            "There is no segment of this id in the dataset."));
  }

  static ApiResponse unreadableSegment() {
    return response(
        ProblemBody.of(
            "segment-source",
            "Nobody knows where its members are",
            409,
            "The source that the segment's item names is none that the dataset declares. Correct it"
                + " to members, manual or attribute, or remove it, and ask again."));
  }

  static ApiResponse segmentBusy(TaskId running) {
    return response(
        ProblemBody.of(
                "segment-deletion-running",
                "A segment is being deleted",
                409,
                "Task "
                    + running
                    + " deletes the members of a segment of this dataset, and only one may at a"
                    + " time. Wait for its end, or cancel it.")
            .withTask(running.value()));
  }

  static ApiResponse internalError() {
    return response(
        ProblemBody.of(
            "internal-error", "Something went wrong here", 500, "The call could not be answered."));
  }

  static ApiResponse unavailable() {
    return response(
            ProblemBody.of(
                "unavailable", "Busy", 503, "A service behind this one is busy. Try again."))
        .with("Retry-After", SECONDS_TO_RETRY);
  }

  /** What a problem says; empty of any other answer. */
  static Optional<String> detailOf(ApiResponse answer) {
    return Optional.of(answer)
        .filter(one -> TYPE.equals(one.headers().get("Content-Type")))
        .map(one -> BODY.fromJson(one.body()).detail());
  }

  private static ApiResponse response(ProblemBody body) {
    return ApiResponse.of(body.status(), TYPE, BODY.toJson(body));
  }
}
