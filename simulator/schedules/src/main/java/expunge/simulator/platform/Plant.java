package expunge.simulator.platform;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import expunge.file.Limits;
import expunge.imports.CustomerStore;
import expunge.linked.LinkedStore;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.task.Doorbells;
import expunge.task.TaskStore;
import expunge.work.WorkerRules;
import java.time.Duration;

/**
 * Where a bug can be planted: between a process and its ports, in the tables' own conditions, and
 * in what is wired. Whatever a bug does not replace stays as it is.
 */
public interface Plant {
  /** No bug. */
  Plant NOTHING = new Plant() {};

  /** The tasks table itself, whose every call is one instant. */
  default TaskStore table(TaskStore table, World world) {
    return table;
  }

  /** The tasks table, as processes see it. */
  default TaskStore tasks(TaskStore calls, World world) {
    return calls;
  }

  /** The bucket, as processes see it. */
  default ObjectStore objects(ObjectStore calls, World world) {
    return calls;
  }

  /** The profile table, as processes see it. */
  default ProfileStore profiles(ProfileStore calls, World world) {
    return calls;
  }

  /** The linked tables, as processes see them. */
  default LinkedStore linked(LinkedStore calls, World world) {
    return calls;
  }

  /** Where customers are written: the tables themselves, whose every call is one instant. */
  default CustomerStore customers(CustomerStore tables, World world) {
    return tables;
  }

  /** The queue, as processes see it. */
  default Doorbells doorbells(Doorbells calls, World world) {
    return calls;
  }

  /** The worker's settings. */
  default WorkerRules rules(WorkerRules rules) {
    return rules;
  }

  /**
   * Intake's bounds of a file.
   *
   * @param process a name that each process has its own of
   */
  default Limits limits(Limits limits, long process) {
    return limits;
  }

  /** How long before its end a worker begins no call any more. */
  default Duration margin(Duration margin) {
    return margin;
  }

  /** What the worker answers to the queue. */
  default SQSBatchResponse response(SQSBatchResponse response, World world) {
    return response;
  }

  /** What a worker's process does after its messages were acknowledged. */
  default void acknowledged(World world) {}
}
