package expunge.local.command;

import expunge.local.LocalProblem;
import expunge.local.system.LocalSystem;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;

/** The story of the demo, told while it happens. */
final class Demo {
  private static final String KEY = "drop/customers/erase.csv";
  private static final int REPORT_LINES = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final LocalSystem system;
  private final Path log;
  private final PrintStream out;
  private final SampleData sample;

  /**
   * @param log where the functions of the system write
   */
  Demo(LocalSystem system, Path log, PrintStream out) {
    this.system = system;
    this.log = log;
    this.out = out;
    this.sample = new SampleData(system.clients().dynamoDb());
  }

  /** Whether everything turned out as it should. */
  boolean run() throws IOException, InterruptedException {
    sample.load();
    say(
        "Loaded "
            + grouped(sample.count())
            + " sample profiles into the table 'customers', and what is linked to them.");
    String bucket = system.settings().bucket();
    system
        .clients()
        .s3()
        .putObject(r -> r.bucket(bucket).key(KEY), RequestBody.fromString(SampleData.file()));
    say("Dropped a file of identifiers at s3://" + bucket + "/" + KEY + "; the rest is automatic.");
    try (StatusClient status = new StatusClient(system.settings())) {
      TaskStatus ended = watch(status);
      tell(ended, status.report(ended.id()));
      return isExact(ended);
    }
  }

  private TaskStatus watch(StatusClient status) throws IOException, InterruptedException {
    ProgressBar bar = new ProgressBar(out, isTerminal());
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      Optional<TaskStatus> task = status.newest();
      task.ifPresent(bar::show);
      if (task.filter(TaskStatus::hasEnded).isPresent()) {
        bar.end();
        return task.get();
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
    throw new LocalProblem("The task did not end in time: see " + log + ".");
  }

  private void tell(TaskStatus task, String report) {
    say("\nTask " + task.id() + ": " + task.state() + "\n\nThe balance");
    task.balance().entrySet().stream()
        .filter(count -> count.getValue() > 0)
        .forEach(count -> say(line(count.getKey(), count.getValue())));
    say(line("together", task.done()) + "   of " + grouped(task.rows()) + " rows in the file");
    say("\nThe first lines of the report, which has one for every row");
    report.lines().limit(REPORT_LINES).forEach(line -> say("  " + line));
    say("\nWhat was linked to the deleted profiles");
    sample.links().story().forEach(this::say);
    say(
        "\n"
            + grouped(sample.suppressed())
            + " identifiers of theirs are on the suppression list, as keyed hashes.");
    say(
        "\n"
            + grouped(sample.count())
            + " profiles are left: those not listed, and protected ones.");
    say("\nTry next: './expunge local' keeps all this running and prints what to do with it.");
  }

  private boolean isExact(TaskStatus task) {
    boolean exact =
        task.done() == task.rows()
            && task.profilesDeleted() == SampleData.DELETED
            && sample.count() == SampleData.PROFILES - SampleData.DELETED
            && sample.suppressed() == SampleData.DELETED * SampleData.IDENTIFIERS
            && sample.links().areTreated();
    if (!exact) {
      say("This is not what should have come out: see " + log + ".");
    }
    return exact;
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private static String line(String outcome, long rows) {
    return String.format(Locale.ROOT, "  %-12s %,7d", outcome, rows);
  }

  private static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private void say(String text) {
    out.println(text);
  }
}
