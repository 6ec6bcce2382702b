package expunge.task;

import io.avaje.json.JsonAdapter;
import io.avaje.json.JsonReader;
import io.avaje.json.JsonWriter;
import io.avaje.jsonb.CustomAdapter;
import io.avaje.jsonb.Jsonb;

/** A task id is a plain string in JSON. */
@CustomAdapter
public final class TaskIdJson implements JsonAdapter<TaskId> {
  /** As the generated code makes it; needs nothing of {@code jsonb}. */
  public TaskIdJson(Jsonb jsonb) {}

  @Override
  public void toJson(JsonWriter writer, TaskId id) {
    writer.value(id.value());
  }

  @Override
  public TaskId fromJson(JsonReader reader) {
    return new TaskId(reader.readString());
  }
}
