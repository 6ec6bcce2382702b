package expunge.httpapi;

import expunge.balance.Outcome;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Identifier;
import expunge.deletion.Chosen;
import expunge.deletion.ProfileSearch;
import expunge.direct.DirectAnswer;
import expunge.direct.DirectDeletion;
import expunge.direct.DirectRequest;
import expunge.file.ValueRules;
import expunge.profile.ProfileKey;
import expunge.report.RowOutcome;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.Task;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Deletes customers by what is known of them, as Blueshift's call of this name does. The
 * identifiers are looked up here; what is deleted then are the profiles of the keys that were
 * found.
 */
final class BlueshiftCalls {
  static final String PATH = "/api/v1/customers/delete";

  private static final int MOST_AT_ONCE = 50;
  private static final String OK = "{\"status\":\"ok\"}";
  private static final String DELETED = "X-Expunge-Deleted";

  private final Datasets datasets;
  private final ProfileSearch search;
  private final DirectDeletion deletion;
  private final Scheduler scheduler;

  BlueshiftCalls(
      Datasets datasets, ProfileSearch search, DirectDeletion deletion, Scheduler scheduler) {
    this.scheduler = scheduler;
    this.datasets = datasets;
    this.search = search;
    this.deletion = deletion;
  }

  ApiResponse delete(Call call) {
    BlueshiftBody body = BlueshiftBody.of(call.body());
    if (!body.problems().isEmpty()) {
      return BlueshiftErrors.ofFields(400, body.problems());
    }
    Dataset dataset = datasets.defaultDataset();
    SequencedMap<String, String> problems = new LinkedHashMap<>();
    SequencedMap<Identifier, String> known = known(dataset, body.given(), problems);
    if (problems.isEmpty() && dataset.deletableBy().stream().noneMatch(known::containsKey)) {
      known.keySet().forEach(one -> problems.put(one.name(), "can't be looked up alone"));
    }
    Instant until = scheduler.now().plus(DirectDeletion.PATIENCE);
    return problems.isEmpty()
        ? deletion
            .earlier(call.key(), until)
            .map(BlueshiftCalls::answer)
            .orElseGet(() -> delete(dataset, known, body.all(), call, until))
        : BlueshiftErrors.ofFields(422, problems);
  }

  private static SequencedMap<Identifier, String> known(
      Dataset dataset, Map<String, String> given, Map<String, String> problems) {
    SequencedMap<Identifier, String> known = new LinkedHashMap<>();
    given.forEach(
        (field, text) -> {
          Optional<Identifier> identifier = dataset.identifier(field);
          String value = ValueRules.stripped(text);
          if (identifier.isEmpty()) {
            problems.put(field, "is not known here");
          } else if (new ValueRules(identifier.get()).broken(value).isPresent()) {
            problems.put(field, "is invalid");
          } else {
            known.put(identifier.get(), new ValueRules(identifier.get()).normal(value));
          }
        });
    return known;
  }

  private ApiResponse delete(
      Dataset dataset,
      SequencedMap<Identifier, String> known,
      boolean all,
      Call call,
      Instant until) {
    Deadline search = ProfileCalls.search(until);
    Chosen chosen = this.search.chosen(dataset, known, all ? MOST_AT_ONCE : 1, search);
    if (!chosen.found() && known.size() > 1 && isSomebodyElses(dataset, known, search)) {
      return refused(known, "has to match the same customer as the others");
    }
    List<String> keys = chosen.keys().stream().map(ProfileKey::value).toList();
    return keys.isEmpty()
        ? ApiResponse.json(OK).with(DELETED, "0")
        : answer(
            deletion.delete(
                new DirectRequest(dataset, keys, Optional.empty(), call.caller()),
                call.key(),
                until));
  }

  /** Whether one of the identifiers alone does match somebody. */
  private boolean isSomebodyElses(
      Dataset dataset, Map<Identifier, String> known, Deadline deadline) {
    return known.entrySet().stream()
        .filter(one -> dataset.deletableBy().contains(one.getKey()))
        .map(one -> search.having(dataset, Map.of(one.getKey(), one.getValue()), deadline))
        .anyMatch(having -> having.isEmpty() || !having.get().isEmpty());
  }

  private static ApiResponse refused(Map<Identifier, String> known, String problem) {
    SequencedMap<String, String> problems = new LinkedHashMap<>();
    known.keySet().forEach(one -> problems.put(one.name(), problem));
    return BlueshiftErrors.ofFields(422, problems);
  }

  private static boolean isLeft(RowOutcome row) {
    return row.outcome().isError() || row.outcome() == Outcome.CANCELLED;
  }

  private static ApiResponse answer(DirectAnswer answer) {
    return switch (answer) {
      case DirectAnswer.Ended(Task task, var rows)
          when rows.isEmpty() || rows.stream().anyMatch(BlueshiftCalls::isLeft) ->
          BlueshiftErrors.inItsShape(Problems.unavailable())
              .with(DELETED, String.valueOf(task.profilesDeleted()));
      case DirectAnswer.Ended(Task task, _) ->
          ApiResponse.json(OK).with(DELETED, String.valueOf(task.profilesDeleted()));
      case DirectAnswer.UnderWay(Task task) ->
          ApiResponse.of(ApiResponse.ACCEPTED, "application/json", OK)
              .with("Location", "/tasks/" + task.id());
      case DirectAnswer.KeyReused _ ->
          BlueshiftErrors.ofFields(
              422, new LinkedHashMap<>(Map.of("Idempotency-Key", "was used for another call")));
    };
  }
}
