package expunge.local.endtoend;

import expunge.task.TaskId;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A task as the API has made it, and how to send its file.
 *
 * @param json the answer's members
 */
record MadeTask(Map<String, Object> json) {
  TaskId id() {
    return new TaskId(String.valueOf(json.get("taskId")));
  }

  URI url() {
    return URI.create(String.valueOf(upload().get("url")));
  }

  Map<String, String> headers() {
    Map<String, String> headers = new HashMap<>();
    if (upload().get("headers") instanceof Map<?, ?> named) {
      named.forEach((name, value) -> headers.put(String.valueOf(name), String.valueOf(value)));
    }
    return headers;
  }

  Instant expiresAt() {
    return Instant.parse(String.valueOf(upload().get("expiresAt")));
  }

  private Map<?, ?> upload() {
    return json.get("upload") instanceof Map<?, ?> upload ? upload : Map.of();
  }
}
