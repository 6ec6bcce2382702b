package expunge.log;

import expunge.run.Scheduler;
import io.avaje.jsonb.Json;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.PrintStream;

/** Writes entries as lines of JSON, each with the time, the level and the function's name. */
public final class JsonLog implements Log {
  private static final JsonType<Line> LINES = Jsonb.instance().type(Line.class);

  private final String function;
  private final Scheduler scheduler;
  private final PrintStream out;

  /** Writes to {@code out}, which stays the caller's. */
  public JsonLog(String function, Scheduler scheduler, PrintStream out) {
    this.function = function;
    this.scheduler = scheduler;
    this.out = out;
  }

  @Override
  public void write(LogEntry entry) {
    out.println(
        LINES.toJson(new Line(scheduler.now().toString(), entry.level().name(), function, entry)));
  }

  /** The envelope. */
  @Json
  record Line(String time, String level, String function, LogEntry entry) {}
}
