package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Segments.Source;
import expunge.segment.Segment;
import expunge.task.Task;
import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A segment as the API shows it.
 *
 * @param source where its members are found; null where its item names none that is declared
 * @param lastDeletion the task that was the last to delete its members
 * @param deletions the tasks that were, the newest first; where one segment is shown alone
 */
@Json
record SegmentView(
    String segmentId,
    String dataset,
    @Nullable String name,
    @Nullable String source,
    boolean disabled,
    @Nullable String lastDeletion,
    @Nullable List<SegmentDeletionView> deletions) {
  static SegmentView of(Dataset dataset, Segment segment) {
    return view(dataset, segment, null);
  }

  static SegmentView of(Dataset dataset, Segment segment, List<Task> deletions) {
    return view(dataset, segment, deletions.stream().map(SegmentDeletionView::of).toList());
  }

  private static SegmentView view(
      Dataset dataset, Segment segment, @Nullable List<SegmentDeletionView> deletions) {
    return new SegmentView(
        segment.id(),
        dataset.name(),
        segment.name().orElse(null),
        segment.source().map(Source::word).orElse(null),
        segment.disabled(),
        segment.deletions().stream().findFirst().map(id -> id.value()).orElse(null),
        deletions);
  }
}
