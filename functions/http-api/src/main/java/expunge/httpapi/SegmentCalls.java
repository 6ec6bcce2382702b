package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.run.Scheduler;
import expunge.segment.DeletionAnswer;
import expunge.segment.Segment;
import expunge.segment.SegmentControl;
import expunge.segment.SegmentControl.Enabled;
import expunge.segment.SegmentDeletion;
import expunge.segment.SegmentItem;
import expunge.segment.SegmentStore;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Segments, the deletion of all their members, and how they are enabled again. */
final class SegmentCalls {
  static final List<String> ONE_PARAMETERS = List.of("dataset");
  static final List<String> LIST_PARAMETERS = List.of("dataset", "disabled", "limit", "nextToken");

  private static final int USUAL_PAGE = 50;
  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_TOKEN = 682; // of at most 3 bytes each: a key has 2,048
  private static final JsonType<SegmentView> SEGMENT = Jsonb.instance().type(SegmentView.class);
  private static final JsonType<SegmentListView> LIST =
      Jsonb.instance().type(SegmentListView.class);

  private final Datasets datasets;
  private final SegmentStore segments;
  private final SegmentControl control;
  private final SegmentDeletion deletion;
  private final Scheduler scheduler;
  private final int largestPage;

  SegmentCalls(
      Datasets datasets,
      SegmentStore segments,
      SegmentControl control,
      SegmentDeletion deletion,
      Scheduler scheduler,
      int largestPage) {
    this.datasets = datasets;
    this.segments = segments;
    this.control = control;
    this.deletion = deletion;
    this.scheduler = scheduler;
    this.largestPage = largestPage;
  }

  ApiResponse list(Call call) {
    Parameters parameters = call.parameters();
    Dataset dataset = dataset(parameters);
    Optional<Boolean> disabled =
        parameters.oneOf("disabled", List.of("true", "false")).map(Boolean::valueOf);
    int limit = parameters.integer("limit", Math.min(USUAL_PAGE, largestPage), 1, largestPage);
    Optional<Cursor> after = parameters.text("nextToken", LONGEST_TOKEN).map(SegmentCalls::cursor);
    return parameters.refusal().orElseGet(() -> list(dataset, disabled, after, limit));
  }

  private ApiResponse list(
      Dataset dataset, Optional<Boolean> disabled, Optional<Cursor> after, int limit) {
    SegmentStore.Page page = segments.list(dataset, disabled, after, limit);
    return ApiResponse.json(
        LIST.toJson(
            new SegmentListView(
                page.segments().stream().map(one -> SegmentView.of(dataset, one)).toList(),
                page.next().flatMap(SegmentCalls::token).orElse(null))));
  }

  /** A page ends at a segment, and segments name nobody: its id is the token. */
  private static Cursor cursor(String token) {
    return new Cursor(SegmentItem.key(token));
  }

  private static Optional<String> token(Cursor cursor) {
    return Optional.ofNullable(cursor.position().get(SegmentItem.ID)).flatMap(Value::asText);
  }

  ApiResponse one(Call call) {
    return onDataset(
        call,
        dataset ->
            Optional.of(id(call))
                .filter(Segment::isId)
                .flatMap(id -> segments.find(dataset, id))
                .map(segment -> shown(dataset, segment))
                .orElseGet(Problems::unknownSegment));
  }

  ApiResponse enable(Call call) {
    return Body.none(call.body())
        .orElseGet(
            () ->
                onDataset(
                    call,
                    dataset ->
                        Segment.isId(id(call))
                            ? enabled(dataset, control.enable(dataset, id(call)))
                            : Problems.unknownSegment()));
  }

  private ApiResponse enabled(Dataset dataset, Enabled enabled) {
    return switch (enabled) {
      case Enabled.Done(Segment segment) -> shown(dataset, segment);
      case Enabled.Busy busy -> Problems.segmentBusy(busy.running().id());
      case Enabled.Unknown _ -> Problems.unknownSegment();
    };
  }

  ApiResponse delete(Call call) {
    Body body = Body.of(call.body());
    Optional<String> reason = body.optionalText("reason", LONGEST_REASON);
    if (!body.flag("confirmed")) {
      body.problem("confirmed", "has to be true: a deletion can't be undone");
    }
    return body.refusal()
        .orElseGet(() -> onDataset(call, dataset -> delete(dataset, call, reason)));
  }

  private ApiResponse delete(Dataset dataset, Call call, Optional<String> reason) {
    if (!Segment.isId(id(call))) {
      return Problems.unknownSegment();
    }
    return switch (deletion.delete(dataset, id(call), reason, call.caller(), call.key())) {
      case DeletionAnswer.Asked asked ->
          TaskCalls.shown(asked.task(), ApiResponse.CREATED, scheduler.now())
              .with("Location", "/tasks/" + asked.task().id());
      case DeletionAnswer.Busy busy -> Problems.segmentBusy(busy.running());
      case DeletionAnswer.KeyReused _ -> Problems.keyReused();
      case DeletionAnswer.Unknown _ -> Problems.unknownSegment();
      case DeletionAnswer.Unreadable _ -> Problems.unreadableSegment();
    };
  }

  private ApiResponse shown(Dataset dataset, Segment segment) {
    return ApiResponse.json(
        SEGMENT.toJson(SegmentView.of(dataset, segment, control.deletions(segment))));
  }

  private ApiResponse onDataset(Call call, Function<Dataset, ApiResponse> action) {
    Parameters parameters = call.parameters();
    Dataset dataset = dataset(parameters);
    return parameters.refusal().orElseGet(() -> action.apply(dataset));
  }

  private Dataset dataset(Parameters parameters) {
    Dataset dataset = parameters.dataset(datasets);
    if (dataset.segments().isEmpty()) {
      parameters.problem("dataset", "declares no segments");
    }
    return dataset;
  }

  private static String id(Call call) {
    return call.field("segmentId");
  }
}
