package expunge.local.endtoend;

import expunge.access.Role;
import expunge.aws.AwsClients;
import expunge.local.DescribedHttp;
import expunge.local.Eventually;
import expunge.local.Ports;
import expunge.local.ProfileItems;
import expunge.local.UploadClient;
import expunge.local.command.StatusClient;
import expunge.local.command.TaskStatus;
import expunge.local.system.LocalOptions;
import expunge.local.system.LocalSystem;
import expunge.object.Sha256;
import expunge.task.Doorbell;
import expunge.task.DoorbellMessage;
import expunge.task.TaskId;
import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * Where the end-to-end suite finds the system, and how it is used from outside. An answer of the
 * API that its description does not tell fails the test.
 */
final class Stack implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String TABLE = "customers";
  private static final String KEY = "MaestraId";

  private final LocalSystem system;
  private final Path work;
  private final Function<String, AwsClients> clients;
  private final StatusClient status;
  private final HttpClient http;

  private Stack(LocalSystem system, Path work, Function<String, AwsClients> clients) {
    this.system = system;
    this.work = work;
    this.clients = clients;
    this.http = new DescribedHttp(system.settings().api());
    this.status = new StatusClient(system.settings(), http);
  }

  /** On our own emulators, or on another backend. */
  static Stack start(Optional<URI> backend, int workers) {
    return start(backend, workers, _ -> AwsClients.fromEnvironment());
  }

  /** As {@link #start(Optional, int)}, where functions are given these clients. */
  static Stack start(Optional<URI> backend, int workers, Function<String, AwsClients> clients) {
    return start(backend, workers, clients, false, Declared.PLAIN);
  }

  /** With this declaration, and no workers. */
  static Stack declaring(Declared declared) {
    return start(Optional.empty(), 0, _ -> AwsClients.fromEnvironment(), false, declared);
  }

  /** As on AWS: with the guard, all that can be declared, and own clients for each function. */
  static Stack guarded(Function<String, AwsClients> clients) {
    return start(Optional.empty(), 2, clients, true, Declared.SAMPLE_AND_LEADS);
  }

  /** With all that can be declared, where functions are given these clients. */
  static Stack declaringAll(Function<String, AwsClients> clients) {
    return start(Optional.empty(), 2, clients, false, Declared.SAMPLE_AND_LEADS);
  }

  private static Stack start(
      Optional<URI> backend,
      int workers,
      Function<String, AwsClients> clients,
      boolean guard,
      Declared declared) {
    Path root = Path.of(System.getProperty("expunge.root", "."));
    try {
      Path work = Files.createTempDirectory(root.resolve("local/target"), "stack");
      return new Stack(
          LocalSystem.start(
              new LocalOptions(
                      root, work, Ports.free(), backend, Optional.of(declared.in(work)), workers)
                  .with(clients)
                  .guarded(guard)),
          work,
          clients);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  LocalSystem system() {
    return system;
  }

  /** All that the functions have logged so far. */
  String logged() {
    try {
      return Files.readString(work.resolve("log/functions.log"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Clients as a function of the system has them. */
  AwsClients clients(String function) {
    return clients.apply(function);
  }

  /** Puts profiles with an attribute of their own into the table. */
  void putProfiles(List<String> keys) {
    profileItems().put(keys);
  }

  /** Every profile in the table, whole, by its key. */
  Map<String, Map<String, AttributeValue>> profiles() {
    return profileItems().all();
  }

  static Map<String, AttributeValue> profile(String key) {
    return ProfileItems.of(KEY, key);
  }

  private ProfileItems profileItems() {
    return new ProfileItems(system.clients().dynamoDb(), TABLE, KEY);
  }

  /** Drops a file; returns the key of its object. */
  String drop(String name, byte[] content, Map<String, String> metadata) {
    String key = "drop/" + name;
    String bucket = system.settings().bucket();
    system
        .clients()
        .s3()
        .putObject(
            r -> r.bucket(bucket).key(key).metadata(metadata), RequestBody.fromBytes(content));
    return key;
  }

  /** As {@link #drop(String, byte[], Map)}, of a text without options. */
  String drop(String name, String content) {
    return drop(name, content.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  /** Waits until the task of a dropped file has ended and its note says so. */
  TaskStatus ended(String key) {
    Eventually.within(PATIENCE, () -> note(key).filter(Note::hasEnded).isPresent());
    return task(note(key).orElseThrow().taskId());
  }

  /** What the dropper finds beside the file; empty where there is nothing yet. */
  Optional<Note> note(String key) {
    try {
      String json =
          system
              .clients()
              .s3()
              .getObjectAsBytes(
                  r -> r.bucket(system.settings().bucket()).key("results/by-file/" + key + ".json"))
              .asUtf8String();
      return Optional.of(new Note(JSON.fromJsonObject(json)));
    } catch (NoSuchKeyException none) {
      return Optional.empty();
    }
  }

  /** Waits for the note of a dropped file, and returns the id of its task. */
  String noted(String key) {
    Eventually.within(PATIENCE, () -> note(key).isPresent());
    return note(key).orElseThrow().taskId();
  }

  /** The newest task that the API lists. */
  Optional<TaskStatus> newest() {
    try {
      return status.newest();
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A task as the API shows it. */
  TaskStatus task(String id) {
    try {
      return status.task(id);
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** What the API answers an administrator who posts this. */
  int post(String path, String body) {
    return posted(path, body).statusCode();
  }

  /** Where what was made by a post is to be found. */
  String locationOf(String path) {
    return posted(path, "").headers().firstValue("Location").orElseThrow();
  }

  /** The body of what a call answers. */
  String answer(String path, String body) {
    return posted(path, body).body();
  }

  /** What a task is asked for with, for a file of this content. */
  static String taskBody(String name, byte[] content) {
    return "{\"kind\": \"deletion\", \"file\": {\"name\": \"%s\", \"bytes\": %d, \"sha256\": \"%s\"}}"
        .formatted(name, content.length, Sha256.of(content).hex());
  }

  /** The task that an answer is about. */
  static MadeTask made(HttpResponse<String> answer) {
    return new MadeTask(JSON.fromJsonObject(answer.body()));
  }

  /**
   * A task that the API makes, whose file is then uploaded and read; it waits for a confirmation.
   */
  TaskId upload(String identifier, List<String> rows) {
    String text = identifier + "\n" + String.join("\n", rows) + "\n";
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    MadeTask task = made(posted("/tasks", taskBody("rows.csv", content), key));
    if (UploadClient.put(task.url(), task.headers(), content).statusCode() != 200) {
      throw new AssertionError("the file was not taken");
    }
    Eventually.within(
        PATIENCE, () -> task(task.id().value()).state().equals("AWAITING_CONFIRMATION"));
    return task.id();
  }

  /** Waits until a task has ended. */
  TaskStatus ended(TaskId id) {
    Eventually.within(PATIENCE, () -> task(id.value()).json().containsKey("finishedAt"));
    return task(id.value());
  }

  private HttpResponse<String> posted(String path, String body) {
    return posted(path, body, Map.of());
  }

  /** What the API answers an administrator who posts this with these headers. */
  HttpResponse<String> posted(String path, String body, Map<String, String> headers) {
    return call("POST", path, system.settings().keys().text(Role.ADMINISTRATOR), body, headers);
  }

  /** What the API answers somebody who calls with this key. */
  HttpResponse<String> call(String method, String path, String key, String body) {
    return call(method, path, key, body, Map.of());
  }

  private HttpResponse<String> call(
      String method, String path, String key, String body, Map<String, String> headers) {
    byte[] credentials = (key + ":").getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(system.settings().api() + path))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Puts a message among the dead letters. */
  void giveUp(String message) {
    send(system.settings().deadLettersUrl(), message);
  }

  /** Puts a message among the dead letters of imports. */
  void giveUpImport(String message) {
    send(system.settings().queues().imports().deadLetters(), message);
  }

  /** Rings a bell of an import. */
  void ringImport(Doorbell bell) {
    send(system.settings().queues().imports().bells(), DoorbellMessage.write(bell));
  }

  /** Rings a bell, as whoever repeats one does. */
  void ring(Doorbell bell) {
    send(system.settings().deletionQueueUrl(), DoorbellMessage.write(bell));
  }

  private void send(String queueUrl, String message) {
    system.clients().sqs().sendMessage(r -> r.queueUrl(queueUrl).messageBody(message));
  }

  /** The lines of a task's report. */
  List<String> report(String id) {
    try {
      return status.report(id).lines().toList();
    } catch (IOException | InterruptedException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** How many messages are in a queue: waiting, delayed or in somebody's hands. */
  int messages(String queueUrl) {
    return waiting(queueUrl)
        + count(queueUrl, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED);
  }

  /** As {@link #messages}, without the delayed ones. */
  int waiting(String queueUrl) {
    return count(queueUrl, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES)
        + count(queueUrl, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE);
  }

  private int count(String queueUrl, QueueAttributeName name) {
    return Integer.parseInt(
        system
            .clients()
            .sqs()
            .getQueueAttributes(r -> r.queueUrl(queueUrl).attributeNames(name))
            .attributes()
            .getOrDefault(name, "0"));
  }

  /** So many keys that begin alike. */
  static List<String> keys(String prefix, int count) {
    List<String> keys = new ArrayList<>(count);
    for (int i = 1; i <= count; i++) {
      keys.add(prefix + i);
    }
    return keys;
  }

  @Override
  public void close() {
    status.close();
    system.close();
  }
}
