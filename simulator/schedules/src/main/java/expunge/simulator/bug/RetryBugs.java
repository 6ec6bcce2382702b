package expunge.simulator.bug;

import expunge.object.ObjectGone;
import expunge.object.ObjectStore;
import expunge.simulator.platform.World;
import expunge.simulator.scenario.Scenario.Call;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskState;
import expunge.task.TaskStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Retries of other rows than those that are left, too early, too often, or never. */
final class RetryBugs {
  private RetryBugs() {}

  /** Gives each call of a retry a child of its own. */
  static final class RetriesAgain extends PassingTasks {
    private int calls;

    RetriesAgain(TaskStore table, World world) {
      super(table);
    }

    @Override
    public Task create(Task task) {
      Optional<Origin.Retry> retry = task.request().retryOf();
      if (retry.isEmpty()) {
        return super.create(task);
      }
      TaskId other = TaskId.derivedFrom(task.id().value(), Integer.toString(++calls));
      return super.create(
          Task.pendingUpload(
              other,
              task.request(),
              task.file().version().key().replace(task.id().value(), other.value()),
              task.slicing(),
              task.createdAt()));
    }
  }

  /** Retries a task that still runs. */
  static final class RetriesWhatRuns extends PassingTasks {
    private final World world;

    RetriesWhatRuns(TaskStore calls, World world) {
      super(calls);
      this.world = world;
    }

    @Override
    public Optional<Task> find(TaskId id) {
      boolean retries = world.calls().strand().invocation().label().equals("api " + Call.RETRY);
      return super.find(id)
          .map(task -> retries ? Records.in(TaskState.COMPLETED_WITH_ERRORS, task) : task);
    }
  }

  /** Makes the child of a dry run one that deletes. */
  static final class ForgetsTheDryRun extends PassingTasks {
    ForgetsTheDryRun(TaskStore calls, World world) {
      super(calls);
    }

    @Override
    public Task create(Task task) {
      Request asked = task.request();
      return super.create(
          asked.retryOf().isPresent() ? Records.asked(task, Records.notDry(asked)) : task);
    }
  }

  /** What is done to the parts of a report on their way into a retry's file. */
  abstract static class OtherRows extends PassingObjects {
    OtherRows(ObjectStore calls) {
      super(calls);
    }

    abstract String change(String part, UnaryOperator<String> each);

    @Override
    public void join(
        String key,
        String contentType,
        byte[] head,
        List<String> parts,
        UnaryOperator<byte[]> each) {
      UnaryOperator<byte[]> other =
          part ->
              change(text(part), rows -> text(each.apply(rows.getBytes(StandardCharsets.UTF_8))))
                  .getBytes(StandardCharsets.UTF_8);
      super.join(key, contentType, head, parts, key.startsWith("uploads/") ? other : each);
    }

    private static String text(byte[] bytes) {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** Cuts zeros off the identifiers that are taken up again. */
  static final class TrimsZeros extends OtherRows {
    TrimsZeros(ObjectStore calls, World world) {
      super(calls);
    }

    @Override
    String change(String part, UnaryOperator<String> each) {
      return each.apply(part).replaceAll("(?m)^(\"?)0+", "$1");
    }
  }

  /** Takes up what was not found, too. */
  static final class TakesNotFound extends OtherRows {
    TakesNotFound(ObjectStore calls, World world) {
      super(calls);
    }

    @Override
    String change(String part, UnaryOperator<String> each) {
      return each.apply(part.replace(",not_found,", ",failed,"));
    }
  }

  /** Never finds the report. */
  static final class FindsNoReport extends PassingObjects {
    FindsNoReport(ObjectStore calls, World world) {
      super(calls);
    }

    @Override
    public void join(
        String key,
        String contentType,
        byte[] head,
        List<String> parts,
        UnaryOperator<byte[]> each) {
      if (key.startsWith("uploads/")) {
        throw new ObjectGone();
      }
      super.join(key, contentType, head, parts, each);
    }
  }
}
