package expunge.httpapi;

import expunge.task.Accepted;
import expunge.task.Task;
import expunge.task.TaskState;
import io.avaje.jsonb.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a task has come. It never goes back, since only commits move it.
 *
 * @param rows of the file, once they are counted
 * @param done rows that have an outcome
 * @param percent a whole number, rounded down: 100 only when every row has its outcome
 * @param rowsPerSecond on average since the task started, once that can be told
 * @param secondsLeft at that speed, while the task runs
 */
@Json
record ProgressView(
    @Nullable Long rows,
    long done,
    int percent,
    @Nullable Long rowsPerSecond,
    @Nullable Long secondsLeft) {
  private static final int ALL = 100;
  private static final double MILLIS = 1000;

  static ProgressView of(Task task, Instant now) {
    Optional<Long> rows = task.accepted().map(Accepted::rows);
    long done = task.balance().rows();
    Optional<Double> speed = speed(task, done, now);
    return new ProgressView(
        rows.orElse(null),
        done,
        rows.map(all -> percent(done, all)).orElse(0),
        speed.map(Math::round).orElse(null),
        rows.flatMap(all -> secondsLeft(task, all - done, speed)).orElse(null));
  }

  private static int percent(long done, long rows) {
    return done >= rows ? ALL : (int) (done * ALL / rows);
  }

  /** Rows per second; empty while there is nothing to divide, and in a pause, which would fall. */
  private static Optional<Double> speed(Task task, long done, Instant now) {
    return task.startedAt()
        .map(start -> Duration.between(start, task.finishedAt().orElse(now)).toMillis())
        .filter(millis -> millis > 0 && done > 0 && task.state() != TaskState.PAUSED)
        .map(millis -> done * MILLIS / millis);
  }

  private static Optional<Long> secondsLeft(Task task, long left, Optional<Double> speed) {
    return speed
        .filter(known -> task.state() == TaskState.RUNNING)
        .map(rowsPerSecond -> (long) Math.ceil(left / rowsPerSecond));
  }
}
