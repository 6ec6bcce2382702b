package expunge.suppression;

import expunge.task.TaskId;
import java.time.Instant;

/**
 * That a person who was known by an identifier has been deleted.
 *
 * @param identifier the kind of identifier, as its dataset names it
 * @param task which deleted the person
 * @param until from then on it counts no more, whether it is still there or not
 */
public record Entry(
    EntryId id, String dataset, String identifier, TaskId task, Instant since, Instant until) {}
