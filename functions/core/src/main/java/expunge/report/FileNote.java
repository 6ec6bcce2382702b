package expunge.report;

import expunge.object.ObjectStore;
import expunge.run.ExpungeException;
import expunge.task.Task;
import expunge.task.TaskState;
import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the people who drop files what became of theirs: {@code results/by-file/{key}.json},
 * written when the task is made, when its file is held, and when it has ended.
 */
public final class FileNote {
  private static final JsonType<Content> CONTENT = Jsonb.instance().type(Content.class);

  private static final int VERSION = 1;
  private static final int LONGEST_KEY = 1_024;
  private static final int TRIES = 5;
  private static final String DROPPED = "drop/";
  private static final int LONGEST_NOTE = 4_000;

  private final ObjectStore objects;
  private final String apiUrl;

  /**
   * Writes to the bucket.
   *
   * @param apiUrl where the HTTP API answers, without a slash at the end; empty gives links that
   *     begin with a slash
   */
  public FileNote(ObjectStore objects, String apiUrl) {
    this.objects = objects;
    this.apiUrl = apiUrl;
  }

  /**
   * Writes the note of a task's file, unless a later task of the same key has one already, or the
   * one that is there says as much. Repeating it is harmless, also much later: a slow writer never
   * puts the beginning over the end. A file whose key leaves no room for that of a note gets none;
   * its task is found by the API alone; so is that of a file that nobody dropped.
   */
  public void write(Task task) {
    String key = ResultKeys.byFile(task.file().version().key());
    if (!task.file().version().key().startsWith(DROPPED)
        || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      return;
    }
    byte[] json = CONTENT.toJsonPretty(content(task)).getBytes(StandardCharsets.UTF_8);
    for (int tries = 0; tries < TRIES; tries++) {
      if (standsOrIsReplaced(key, task, json)) {
        return;
      }
    }
    throw new ExpungeException.Retryable("others keep writing the note of a file", null);
  }

  /** Where the note that is read is newer than the ETag, the write is refused. */
  private boolean standsOrIsReplaced(String key, Task task, byte[] json) {
    Optional<String> eTag =
        objects.describe(key, Optional.empty()).map(object -> object.version().eTag());
    boolean stands =
        objects
            .read(key)
            .flatMap(FileNote::parsed)
            .filter(note -> saysMore(note, task))
            .isPresent();
    return stands || objects.replace(key, "application/json", json, eTag);
  }

  /**
   * What somebody else has put there is no note, and is written over. What is longer than a note is
   * not even parsed: values nested thousands deep would overflow the parser's stack.
   */
  private static Optional<Standing> parsed(byte[] bytes) {
    if (bytes.length > LONGEST_NOTE) {
      return Optional.empty();
    }
    try {
      Content note = CONTENT.fromJson(new String(bytes, StandardCharsets.UTF_8));
      return note == null || note.taskId == null || note.state == null || note.createdAt == null
          ? Optional.empty()
          : Optional.of(new Standing(note.taskId, note.state, Instant.parse(note.createdAt)));
    } catch (JsonException
        | IllegalStateException
        | IndexOutOfBoundsException
        | DateTimeException noNote) {
      return Optional.empty();
    }
  }

  /** A note of a later file, or one of the same task that this one adds nothing to. */
  private static boolean saysMore(Standing note, Task task) {
    return note.taskId.equals(task.id().value())
        ? note.state.equals(task.state().name())
            || note.hasEnded()
            || task.state() == TaskState.STAGING
        : note.createdAt.isAfter(task.createdAt());
  }

  /** Whose note is there, and what it says. */
  private record Standing(String taskId, String state, Instant createdAt) {
    boolean hasEnded() {
      return Arrays.stream(TaskState.values())
          .anyMatch(known -> known.isTerminal() && known.name().equals(state));
    }
  }

  private Content content(Task task) {
    return new Content(
        VERSION,
        task.id().value(),
        task.state().name(),
        task.problem().map(ProblemJson::of).orElse(null),
        apiUrl + "/tasks/" + task.id(),
        task.createdAt().toString());
  }

  /** The note; what is read may lack any of it. */
  @Json
  record Content(
      int version,
      @Nullable String taskId,
      @Nullable String state,
      @Nullable ProblemJson problem,
      @Nullable String status,
      @Nullable String createdAt) {}
}
