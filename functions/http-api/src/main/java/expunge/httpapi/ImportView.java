package expunge.httpapi;

import expunge.task.ImportSettings;
import io.avaje.jsonb.Json;
import org.jspecify.annotations.Nullable;

/** What an import says of its customers where their row says nothing else, with what is usual. */
@Json
record ImportView(
    String endpoint, String touchpoint, @Nullable String segment, String sourceAction) {
  static ImportView of(ImportSettings settings) {
    return new ImportView(
        settings.endpointOrUsual(),
        settings.touchpointOrUsual(),
        settings.segment().orElse(null),
        settings.actionOrUsual());
  }
}
