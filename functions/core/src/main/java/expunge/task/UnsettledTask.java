package expunge.task;

import java.time.Instant;

/** A task that has not ended, or whose end is not told yet. */
public record UnsettledTask(TaskId id, Instant createdAt) {}
