package expunge.simulator.bug;

import expunge.batch.Commit;
import expunge.object.ObjectStore;
import expunge.simulator.platform.Plant;
import expunge.simulator.platform.World;
import expunge.simulator.process.Invocation;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Ends that come too early, or never. */
final class EndBugs {
  private EndBugs() {}

  /** Joins the report when the task has ended. */
  static final class StateBeforeReport implements Plant {
    private final Map<Invocation, Runnable> joins = new HashMap<>();

    @Override
    public ObjectStore objects(ObjectStore calls, World world) {
      return new PassingObjects(calls) {
        @Override
        public void join(String key, String contentType, byte[] head, List<String> parts) {
          joins.put(
              world.calls().strand().invocation(), () -> super.join(key, contentType, head, parts));
        }
      };
    }

    @Override
    public TaskStore tasks(TaskStore calls, World world) {
      return new PassingTasks(calls) {
        @Override
        public boolean finish(TaskId id, TaskState to, Instant at) {
          boolean finished = super.finish(id, to, at);
          Optional.ofNullable(joins.remove(world.calls().strand().invocation()))
              .ifPresent(Runnable::run);
          return finished;
        }
      };
    }
  }

  /** Only who has committed the last batch sees to the end. */
  static final class OnlyTheCommitter extends PassingTasks {
    private final World world;
    private final Set<Invocation> committers = new HashSet<>();

    OnlyTheCommitter(TaskStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public boolean commit(TaskId id, int number, String owner, Commit commit, Instant at) {
      boolean stands = super.commit(id, number, owner, commit, at);
      committers.add(world.calls().strand().invocation());
      return stands;
    }

    @Override
    public boolean move(TaskId id, Set<TaskState> from, TaskState to, Instant at) {
      return committers.contains(world.calls().strand().invocation())
          && super.move(id, from, to, at);
    }
  }

  /** Reads tasks from a copy that is a moment old. */
  static final class StaleTasks extends PassingTasks {
    private static final long MOMENT = 200_000;

    private final World world;
    private final Map<TaskId, Seen> cache = new HashMap<>();

    StaleTasks(TaskStore table, World world) {
      super(table);
      this.world = world;
    }

    private record Seen(Optional<Task> task, long at) {}

    @Override
    public Optional<Task> find(TaskId id) {
      Seen seen = cache.get(id);
      if (seen == null || seen.task.isEmpty() || world.now() - seen.at > MOMENT) {
        seen = new Seen(super.find(id), world.now());
        cache.put(id, seen);
      }
      return seen.task;
    }
  }
}
