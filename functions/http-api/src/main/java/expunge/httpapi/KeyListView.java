package expunge.httpapi;

import io.avaje.jsonb.Json;
import java.util.List;

/**
 * All keys.
 *
 * @param keys those of the settings, then those that were made, the oldest first
 */
@Json
record KeyListView(List<KeyView> keys) {}
