package expunge.creation;

import expunge.object.Upload;
import expunge.task.Task;
import java.util.Optional;

/** What came of a call that makes a task. */
public sealed interface CreationAnswer {
  /**
   * There is a task, made by this call or by the same one before.
   *
   * @param task as it is now
   * @param upload how to send its file; empty where the task waits for it no longer
   */
  record Created(Task task, Optional<Upload> upload) implements CreationAnswer {}

  /** Nothing was made: another call has used the key. */
  record KeyReused() implements CreationAnswer {}
}
