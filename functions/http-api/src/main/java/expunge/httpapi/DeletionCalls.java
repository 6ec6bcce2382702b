package expunge.httpapi;

import expunge.balance.Outcome;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.direct.DirectAnswer;
import expunge.direct.DirectDeletion;
import expunge.direct.DirectRequest;
import expunge.report.RowOutcome;
import expunge.run.Scheduler;
import expunge.task.CallKey;
import expunge.task.Task;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Deletes one profile, or a few, while the caller waits. */
final class DeletionCalls {
  static final List<String> ONE_PARAMETERS = List.of("reason");

  private static final int LONGEST_REASON = 500;
  private static final int MOST_READ = 1_000;
  private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9._~-]+");
  private static final JsonType<DeletedView> DELETED = Jsonb.instance().type(DeletedView.class);

  private final Datasets datasets;
  private final DirectDeletion deletion;
  private final Scheduler scheduler;
  private final int mostKeys;

  DeletionCalls(Datasets datasets, DirectDeletion deletion, Scheduler scheduler, int mostKeys) {
    this.mostKeys = mostKeys;
    this.datasets = datasets;
    this.deletion = deletion;
    this.scheduler = scheduler;
  }

  ApiResponse few(Call call) {
    Body body = Body.of(call.body());
    Dataset dataset = body.dataset(datasets);
    Optional<String> reason = body.optionalText("reason", LONGEST_REASON);
    List<String> keys = body.texts("keys", MOST_READ);
    if (!body.flag("confirmed")) {
      body.problem("confirmed", "has to be true: a deletion can't be undone");
    }
    return body.refusal()
        .orElseGet(
            () ->
                keys.size() > mostKeys
                    ? Problems.tooManyKeys(mostKeys)
                    : few(new DirectRequest(dataset, keys, reason, call.caller()), call.key()));
  }

  private ApiResponse few(DirectRequest asked, Optional<CallKey> key) {
    return answer(
        deletion.delete(asked, key, until()),
        (task, rows) ->
            ApiResponse.json(
                DELETED.toJson(new DeletedView(task.id().value(), views(asked, rows)))));
  }

  private ApiResponse answer(
      DirectAnswer answer, BiFunction<Task, List<RowOutcome>, ApiResponse> carriedOut) {
    return switch (answer) {
      case DirectAnswer.Ended(Task task, List<RowOutcome> rows) ->
          rows.isEmpty() ? Problems.notCarriedOut(task.state()) : carriedOut.apply(task, rows);
      case DirectAnswer.UnderWay(Task task) -> TaskCalls.accepted(task, scheduler.now());
      case DirectAnswer.KeyReused _ -> Problems.keyReused();
    };
  }

  private static List<KeyOutcomeView> views(DirectRequest asked, List<RowOutcome> rows) {
    List<KeyOutcomeView> views = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      views.add(KeyOutcomeView.of(asked.keys().get(i), rows.get(i)));
    }
    return views;
  }

  ApiResponse one(Call call) {
    Optional<Dataset> dataset = datasets.find(call.field("dataset"));
    Parameters parameters = call.parameters();
    Optional<String> reason = parameters.text("reason", LONGEST_REASON);
    if (dataset.isEmpty()) {
      return Problems.unknownDataset();
    }
    if (!UrlSafeKeys.isUrlSafe(dataset.get().key())
        || !URL_SAFE.matcher(call.field("key")).matches()) {
      return Problems.keyNotUrlSafe();
    }
    return parameters
        .refusal()
        .orElseGet(
            () ->
                one(
                    new DirectRequest(
                        dataset.get(), List.of(call.field("key")), reason, call.caller())));
  }

  private ApiResponse one(DirectRequest asked) {
    return answer(
        deletion.delete(asked, Optional.empty(), until()),
        (task, rows) -> one(task, rows.getFirst().outcome()));
  }

  private static ApiResponse one(Task task, Outcome outcome) {
    return switch (outcome) {
      case DELETED, NOT_FOUND -> ApiResponse.noContent();
      case INVALID -> Problems.invalidKey();
      case PROTECTED -> Problems.protectedProfile();
      case FAILED, CANCELLED, AMBIGUOUS, DUPLICATE, CREATED, UPDATED, SUPPRESSED ->
          Problems.notCarriedOut(task.state());
    };
  }

  private Instant until() {
    return scheduler.now().plus(DirectDeletion.PATIENCE);
  }
}
