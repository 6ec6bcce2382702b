package expunge.segment;

import expunge.task.Task;
import expunge.task.TaskId;

/** What came of a call that asks for the deletion of a segment's members. */
public sealed interface DeletionAnswer {
  /** There is a task, made by this call or by the same one before; as it is now. */
  record Asked(Task task) implements DeletionAnswer {}

  /** Nothing was done: only one at a time, and this one is under way. */
  record Busy(TaskId running) implements DeletionAnswer {}

  /** Nothing was done: another call has used the key. */
  record KeyReused() implements DeletionAnswer {}

  /** There is no such segment. */
  record Unknown() implements DeletionAnswer {}

  /** Nothing was done: the item's source is none that is declared, and nobody is guessed at. */
  record Unreadable() implements DeletionAnswer {}
}
