package expunge.httpapi;

import io.avaje.jsonb.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of segments.
 *
 * @param nextToken where to go on; absent after the last page
 */
@Json
record SegmentListView(List<SegmentView> segments, @Nullable String nextToken) {}
