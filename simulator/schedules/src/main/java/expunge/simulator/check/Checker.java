package expunge.simulator.check;

import expunge.log.LogEntry;
import expunge.report.ResultKeys;
import expunge.simulator.platform.Upload;
import expunge.simulator.platform.World;
import expunge.simulator.scenario.Riches;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskQuery;
import expunge.task.TaskState;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges a world that has come to its end. */
public final class Checker {
  private static final Pattern DOORBELL =
      Pattern.compile("\\{\"version\":1,\"taskId\":\"[0-9a-z]{26}\"(,\"batch\":[1-9][0-9]*)?}");
  private static final JsonType<LogEntry> ENTRIES = Jsonb.instance().type(LogEntry.class);
  private static final Pattern IDENTIFIER = Pattern.compile("(?i)person-");
  private static final int RARELY = 16;
  private static final int PAGE = 100;
  private static final Pattern NOTE_STATE = Pattern.compile("\"state\"\\s*:\\s*\"([A-Z_]+)\"");
  private static final Pattern NOTE_TASK = Pattern.compile("\"taskId\"\\s*:\\s*\"([0-9a-z]+)\"");

  private final World world;
  private final Watch watch;
  private final List<Violation> violations = new ArrayList<>();

  private Checker(World world, Watch watch) {
    this.world = world;
    this.watch = watch;
  }

  /** What was broken, the first found first; empty where every promise was kept. */
  public static List<Violation> check(World world, Watch watch) {
    return new Checker(world, watch).check();
  }

  private List<Violation> check() {
    violations.addAll(watch.violations());
    if (world.isEndless()) {
      expect(false, "P5", "it goes on for ever");
      return violations;
    }
    expect(world.unfinished().isEmpty(), "P5", "a task never ends, whoever looks after it");
    expect(world.isSettled(), "P5", "the end of a task is never told");
    expect(
        world.endedByItself() || world.faults().tally().lostSomething() || world.dependsOnPeople(),
        "P5",
        "a task does not end by itself, though nothing was lost");
    violations.addAll(new ControlCheck(world, watch).check());
    if (world.scenario().importing().isPresent()) {
      new CustomerCheck(world, watch, violations).check();
    } else {
      checkDeletions();
    }
    boolean plans = world.isByIndex() || world.scenario().importing().isPresent();
    boolean missed = plans && world.faults().tally().lostSomething();
    expect(missed || world.objects().keys("work/").isEmpty(), "P8", "something is left in work/");
    expect(world.messages().stream().allMatch(Checker::isDoorbell), "P8", "a bell says too much");
    expect(tasks().noneMatch(this::namesSomebody), "P8", "a task's record names a person");
    expect(world.entries().stream().noneMatch(this::namesSomebody), "P8", "the log names a person");
    return violations;
  }

  private void checkDeletions() {
    checkTasks();
    List<Verdict> verdicts = new ArrayList<>();
    for (Upload upload : world.uploads()) {
      Optional<Task> task = world.tasks().find(upload.task()).filter(t -> t.state().isTerminal());
      task.ifPresent(
          ended -> verdicts.addAll(new TaskCheck(world, watch, upload, ended, violations).check()));
    }
    RetryCheck retries = new RetryCheck(world);
    expect(world.uploads().stream().allMatch(retries::isRight), "P3", "a retry takes other rows");
    if (world.unfinished().isEmpty()) {
      checkProfiles(verdicts);
      checkNote();
    }
  }

  /**
   * All that an entry holds is looked at, and how it is written where it can say most; else that is
   * looked at now and then: it is a matter of speed.
   */
  private boolean namesSomebody(LogEntry entry) {
    boolean written = entry.level() != LogEntry.Level.INFO || world.scenario().seed() % RARELY == 0;
    return namesSomebody(entry.toString()) || (written && namesSomebody(ENTRIES.toJson(entry)));
  }

  /** In whatever its record and those of its batches hold as text. */
  private boolean namesSomebody(Task task) {
    Request request = task.request();
    return namesSomebody(task.toString())
        || Stream.of(request.description(), request.reason(), request.requestedBy())
            .flatMap(Optional::stream)
            .anyMatch(Checker::namesSomebody)
        || world.tasks().batches(task.id(), 0, PAGE).stream()
            .anyMatch(batch -> namesSomebody(batch.toString()));
  }

  private static boolean namesSomebody(String text) {
    return IDENTIFIER.matcher(text).find();
  }

  private Stream<Task> tasks() {
    return world.tasks().list(TaskQuery.all(TaskQuery.LARGEST_PAGE)).tasks().stream()
        .flatMap(summary -> world.tasks().find(summary.id()).stream());
  }

  private static boolean isDoorbell(String body) {
    return DOORBELL.matcher(body).matches();
  }

  private void checkTasks() {
    Set<TaskId> expected = new HashSet<>();
    world.uploads().stream()
        .filter(upload -> upload.version().key().startsWith("drop/"))
        .filter(upload -> !world.isWithdrawn(upload))
        .forEach(upload -> expected.add(upload.task()));
    Set<TaskId> found = new HashSet<>();
    Set<TaskId> retried = new HashSet<>();
    boolean single = true;
    for (Task task : tasks().toList()) {
      Optional<Origin.Retry> retry = task.request().retryOf();
      if (retry.isEmpty()) {
        found.add(task.id());
      } else if (task.state() == TaskState.REJECTED) {
        boolean tired = task.intakeAttempts() > TaskCheck.MOST_INTAKES;
        boolean done = new RetryCheck(world).isDone(retry.get().parent());
        expect(tired || done, "P5", "a retry was rejected");
      } else if (!task.endedUnaccepted()) {
        single &= retried.add(retry.get().parent());
      }
    }
    expect(single, "P4", "a retry has two children");
    expect(found.equals(expected), "P5", found.size() + " tasks for " + expected.size() + " files");
  }

  private void checkProfiles(List<Verdict> verdicts) {
    if (world.scenario().riches().isEmpty()) {
      new ProfileCheck(world, verdicts, violations).check();
      return;
    }
    Riches riches = world.scenario().riches().get();
    RichWatch rich = watch.rich().orElseThrow();
    rich.look();
    violations.addAll(rich.list().atTheEnd());
    int most = RichWatch.most(riches);
    for (Verdict row : verdicts) {
      new RowCheck(world, rich, riches.identifier(), most, row, violations).check();
    }
  }

  private void checkNote() {
    String key = ResultKeys.byFile(world.uploads().getFirst().version().key());
    Optional<byte[]> content = world.objects().read(key);
    if (world.uploads().stream().allMatch(world::isWithdrawn)) {
      return;
    }
    if (content.isEmpty()) {
      expect(false, "P9", "there is no note beside the file");
      return;
    }
    String note = new String(content.get(), StandardCharsets.UTF_8);
    String task = found(NOTE_TASK, note);
    String state = found(NOTE_STATE, note);
    boolean isTrue =
        world.uploads().stream()
            .filter(upload -> upload.task().value().equals(task))
            .flatMap(upload -> world.tasks().find(upload.task()).stream())
            .anyMatch(known -> known.state().name().equals(state));
    expect(isTrue, "P9", "the note beside the file says " + state);
  }

  private static String found(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }

  private void expect(boolean holds, String promise, String otherwise) {
    if (!holds) {
      violations.add(new Violation(promise, otherwise));
    }
  }
}
