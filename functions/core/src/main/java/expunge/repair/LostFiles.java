package expunge.repair;

import expunge.intake.ArrivedFile;
import expunge.intake.Intake;
import expunge.log.Failure;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ListedVersion;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.run.Deadline;
import expunge.run.Scheduler;
import expunge.task.TaskStore;
import java.util.List;
import java.util.Optional;

/**
 * Finds dropped files that nobody has told intake about. A file that was removed before anybody
 * read it was not meant to run, also where another one lies in its place.
 */
final class LostFiles {
  private static final String DROPPED = "drop/";
  private static final int PAGE = 500;

  private final TaskStore tasks;
  private final ObjectStore objects;
  private final Intake intake;
  private final Scheduler scheduler;
  private final Log log;
  private final RepairRules rules;

  LostFiles(
      TaskStore tasks,
      ObjectStore objects,
      Intake intake,
      Scheduler scheduler,
      Log log,
      RepairRules rules) {
    this.tasks = tasks;
    this.objects = objects;
    this.intake = intake;
    this.scheduler = scheduler;
    this.log = log;
    this.rules = rules;
  }

  /** Answers how many files were found without a task. */
  int find(Deadline deadline) {
    int found = 0;
    Optional<String> removed = Optional.empty();
    List<ListedVersion> page = objects.list(DROPPED, Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      for (ListedVersion file : page) {
        if (!deadline.allows(scheduler.now())) {
          return found;
        }
        String key = file.version().key();
        if (file.isDeletion()) {
          removed = Optional.of(key);
        } else if (!removed.equals(Optional.of(key))) {
          found += takenInUnlessItFails(file) ? 1 : 0;
        }
      }
      page = objects.list(DROPPED, Optional.of(page.getLast().version()), PAGE);
    }
    return found;
  }

  private boolean takenInUnlessItFails(ListedVersion file) {
    try {
      boolean lost = isLate(file) && isLost(file.version());
      if (lost) {
        log.write(new LogEntry.FileWithoutTask());
        ObjectVersion version = file.version();
        intake.fileArrived(new ArrivedFile(objects.bucket(), version.key(), version.versionId()));
      }
      return lost;
    } catch (RuntimeException failure) {
      log.write(new LogEntry.Fault(Failure.of(failure)));
      return true;
    }
  }

  private boolean isLate(ListedVersion file) {
    return !file.version().key().endsWith("/")
        && !file.lastModified().plus(rules.eventLate()).isAfter(scheduler.now());
  }

  private boolean isLost(ObjectVersion version) {
    return tasks.find(Intake.idOf(objects.bucket(), version)).isEmpty();
  }
}
