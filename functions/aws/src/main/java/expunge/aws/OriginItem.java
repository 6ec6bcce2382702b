package expunge.aws;

import expunge.dataset.Segments.Source;
import expunge.task.Origin;
import expunge.task.TaskId;
import java.util.Optional;

/** Where a task's file comes from, as the task's record holds it. */
final class OriginItem {
  private static final String RETRY = "retryOf";
  private static final String ATTEMPT = "retryAttempt";
  private static final String SEGMENT = "segment";
  private static final String SOURCE = "segmentSource";
  private static final String TARGET = "target";

  private OriginItem() {}

  static void write(ItemWriter record, Origin origin) {
    switch (origin) {
      case Origin.Sent _ -> {
        // what is not said was sent
      }
      case Origin.Retry retry ->
          record.text(RETRY, retry.parent().value()).number(ATTEMPT, retry.attempt());
      case Origin.Segment segment ->
          record.text(SEGMENT, segment.id()).text(SOURCE, segment.source().word());
      case Origin.Target _ -> record.number(TARGET, 1);
    }
  }

  static Origin read(ItemReader record) {
    Optional<String> parent = record.optionalText(RETRY);
    Optional<String> segment = record.optionalText(SEGMENT);
    if (parent.isPresent()) {
      return new Origin.Retry(new TaskId(parent.get()), record.integer(ATTEMPT));
    }
    if (segment.isPresent()) {
      return new Origin.Segment(segment.get(), Source.of(record.text(SOURCE)).orElseThrow());
    }
    return record.optionalNumber(TARGET).isPresent() ? new Origin.Target() : new Origin.Sent();
  }
}
