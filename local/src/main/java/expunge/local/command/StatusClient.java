package expunge.local.command;

import expunge.access.Role;
import expunge.local.LocalProblem;
import expunge.local.system.LocalSettings;
import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the HTTP API about tasks, as any client would. */
public final class StatusClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int OK = 200;

  private final LocalSettings settings;
  private final HttpClient http;

  /** Asks the API of a running system with its own keys. */
  public StatusClient(LocalSettings settings) {
    this(settings, HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build());
  }

  /** The same through a client that follows redirects, and is closed with this one. */
  public StatusClient(LocalSettings settings, HttpClient http) {
    this.settings = settings;
    this.http = http;
  }

  /** The newest task; empty where there is none yet. */
  public Optional<TaskStatus> newest() throws IOException, InterruptedException {
    Map<String, Object> page = JSON.fromJsonObject(get("/tasks?limit=1", Role.VIEWER));
    List<?> tasks = (List<?>) page.getOrDefault("tasks", List.of());
    return tasks.isEmpty()
        ? Optional.empty()
        : Optional.of(task(String.valueOf(((Map<?, ?>) tasks.getFirst()).get("taskId"))));
  }

  /** One task as it is now. */
  public TaskStatus task(String id) throws IOException, InterruptedException {
    return new TaskStatus(JSON.fromJsonObject(get("/tasks/" + id, Role.VIEWER)));
  }

  /** The report of a task that has ended. */
  public String report(String id) throws IOException, InterruptedException {
    return get("/tasks/" + id + "/report", Role.OPERATOR);
  }

  private String get(String path, Role role) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(settings.api() + path))
            .header("Authorization", settings.keys().authorization(role))
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != OK) {
      throw new LocalProblem("the API answered " + response.statusCode() + " to GET " + path);
    }
    return response.body();
  }

  @Override
  public void close() {
    http.close();
  }
}
