package expunge.httpapi;

import expunge.criterion.Criterion;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.targeting.Preview;
import expunge.targeting.TargetDeletion;
import expunge.targeting.TargetRequest;
import expunge.task.CallKey;
import expunge.task.Request;
import expunge.task.Task;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Counts whom a criterion means, and has them deleted. */
final class TargetCalls {
  /** A call to a table takes ten seconds at most, and the function has 29. */
  private static final Duration PATIENCE = Duration.ofSeconds(18);

  private static final Duration LAST_PAGE = Duration.ofSeconds(3);
  private static final int LONGEST_TEXT = 500;
  private static final JsonType<PreviewView> PREVIEW = Jsonb.instance().type(PreviewView.class);

  private final Datasets datasets;
  private final Preview preview;
  private final TargetDeletion deletion;
  private final Scheduler scheduler;

  TargetCalls(Datasets datasets, Preview preview, TargetDeletion deletion, Scheduler scheduler) {
    this.datasets = datasets;
    this.preview = preview;
    this.deletion = deletion;
    this.scheduler = scheduler;
  }

  ApiResponse preview(Call call) {
    Body body = Body.of(call.body());
    Dataset dataset = body.dataset(datasets);
    Optional<Criterion> criterion = body.criterion("criterion", scheduler.now());
    return body.refusal().orElseGet(() -> preview(dataset, criterion.orElseThrow()));
  }

  private ApiResponse preview(Dataset dataset, Criterion criterion) {
    Instant end = scheduler.now().plus(PATIENCE);
    Deadline deadline = new Deadline(end, end.minus(LAST_PAGE));
    return ApiResponse.json(
        PREVIEW.toJson(PreviewView.of(dataset.name(), preview.of(dataset, criterion, deadline))));
  }

  ApiResponse delete(Call call) {
    Body body = Body.of(call.body());
    Dataset dataset = body.dataset(datasets);
    Optional<Criterion> criterion = body.criterion("criterion", scheduler.now());
    String deletionType = CreationCalls.deletionType(body, dataset);
    Optional<String> description = body.optionalText("description", LONGEST_TEXT);
    Optional<String> reason = body.optionalText("reason", LONGEST_TEXT);
    Optional<String> purpose = body.oneOf("purpose", Request.PURPOSES);
    boolean dryRun = body.flag("dryRun");
    return body.refusal()
        .orElseGet(
            () ->
                delete(
                    new TargetRequest(
                        dataset,
                        deletionType,
                        criterion.orElseThrow(),
                        description,
                        reason,
                        purpose,
                        call.caller(),
                        dryRun),
                    call.key()));
  }

  private ApiResponse delete(TargetRequest asked, Optional<CallKey> key) {
    return deletion.make(asked, key).map(this::made).orElseGet(Problems::keyReused);
  }

  private ApiResponse made(Task task) {
    return TaskCalls.shown(task, ApiResponse.CREATED, scheduler.now())
        .with("Location", "/tasks/" + task.id());
  }
}
