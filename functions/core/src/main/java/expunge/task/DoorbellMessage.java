package expunge.task;

import io.avaje.json.JsonException;
import io.avaje.json.mapper.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** A doorbell as the body of a queue message, in version 1. */
public final class DoorbellMessage {
  private static final long VERSION = 1;
  private static final int MOST_CHARACTERS = 1_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DoorbellMessage() {}

  /** The body of the message. */
  public static String write(Doorbell bell) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", VERSION);
    fields.put("taskId", bell.task().value());
    bell.batch().ifPresent(batch -> fields.put("batch", batch));
    return JSON.toJson(fields);
  }

  /**
   * The doorbell that a body stands for. Fields that version 1 does not know are ignored.
   *
   * @throws Malformed if the body is no doorbell of version 1; parsing it again would fail again
   */
  public static Doorbell parse(String body) {
    Map<String, Object> fields = fieldsOf(body);
    if (!Long.valueOf(VERSION).equals(fields.get("version"))) {
      throw new Malformed("the version of a doorbell must be 1");
    }
    return new Doorbell(taskOf(fields), batchOf(fields));
  }

  // The parser's own exceptions quote the body, which came from outside: they are not passed on.
  // Values nested thousands deep would overflow its stack, and no doorbell is that long.
  private static Map<String, Object> fieldsOf(String body) {
    if (body.length() > MOST_CHARACTERS) {
      throw new Malformed("a doorbell must have at most 1,000 characters");
    }
    try {
      return Objects.requireNonNullElse(JSON.fromJsonObject(body), Map.of());
    } catch (JsonException | IllegalStateException | IndexOutOfBoundsException notJson) {
      throw new Malformed("a doorbell must be a JSON object");
    }
  }

  private static TaskId taskOf(Map<String, Object> fields) {
    if (fields.get("taskId") instanceof String id && TaskId.isTaskId(id)) {
      return new TaskId(id);
    }
    throw new Malformed("the taskId of a doorbell must be a task id");
  }

  private static OptionalInt batchOf(Map<String, Object> fields) {
    if (!fields.containsKey("batch")) {
      return OptionalInt.empty();
    }
    if (fields.get("batch") instanceof Long batch && batch >= 1 && batch <= Integer.MAX_VALUE) {
      return OptionalInt.of(batch.intValue());
    }
    throw new Malformed("the batch of a doorbell must be a whole number from 1");
  }

  /** A message that is no doorbell. It says which rule is broken, and repeats nothing of it. */
  public static final class Malformed extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With the rule. */
    public Malformed(String rule) {
      super(rule);
    }
  }
}
