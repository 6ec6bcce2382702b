package expunge.simulator.platform;

import expunge.control.Retry;
import expunge.control.TaskControl;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.deletion.Deletions;
import expunge.deletion.People;
import expunge.deletionworker.DeletionWorkerHandler;
import expunge.fileintake.FileIntakeHandler;
import expunge.housekeeping.HousekeepingHandler;
import expunge.imports.CustomerImports;
import expunge.imports.CustomerStore;
import expunge.imports.ImportPorts;
import expunge.importworker.ImportWorkerHandler;
import expunge.intake.Guard;
import expunge.intake.Intake;
import expunge.intake.IntakeRules;
import expunge.linked.LinkedStore;
import expunge.log.Log;
import expunge.object.ObjectStore;
import expunge.profile.ProfileStore;
import expunge.repair.Repair;
import expunge.report.FileNote;
import expunge.run.Scheduler;
import expunge.simulator.MemorySystem;
import expunge.simulator.scenario.Scenario;
import expunge.suppression.SuppressionKeys;
import expunge.suppression.SuppressionList;
import expunge.task.Doorbells;
import expunge.task.Ringer;
import expunge.task.TaskKind;
import expunge.task.TaskStore;
import expunge.work.DeadLetters;
import expunge.work.Worker;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Wires the functions as their own wiring does, on other ports. */
record Functions(
    Scenario scenario,
    TaskStore tasks,
    ObjectStore objects,
    ProfileStore profiles,
    LinkedStore linked,
    CustomerStore customers,
    SuppressionList suppressions,
    Doorbells doorbells,
    Scheduler scheduler,
    Log log,
    Plant plant) {
  private static final Duration MARGIN = Duration.ofSeconds(20);
  private static final Duration OLDEST = Duration.ofDays(90);
  private static final int INTAKE_ATTEMPTS = 5;
  private static final String API = "https://api.example";

  /** A new process of the worker. */
  Workers.Handler worker() {
    return scenario.importing().isPresent() ? importWorker()::handle : deletionWorker()::handle;
  }

  private ImportWorkerHandler importWorker() {
    Ringer ringer = new Ringer(doorbells, scheduler);
    FileNote note = new FileNote(objects, API);
    CustomerImports imports = imports(() -> MemorySystem.KEY);
    Worker worker =
        new Worker(TaskKind.IMPORT, imports, tasks, objects, ringer, note, scheduler, log);
    return new ImportWorkerHandler(worker, scheduler, log, plant.margin(MARGIN));
  }

  private CustomerImports imports(SuppressionKeys keys) {
    return new CustomerImports(
        datasets(),
        tasks,
        objects,
        new ImportPorts(profiles, customers, suppressions, keys),
        scheduler,
        log,
        plant.rules(scenario.platform().rules()));
  }

  /**
   * The one queue of a world is that of its kind of tasks; bells at another one are never heard.
   */
  private Ringer ringer() {
    TaskKind here = scenario.importing().isPresent() ? TaskKind.IMPORT : TaskKind.DELETION;
    return new Ringer(kind -> kind == here ? doorbells : (_, _) -> List.of(), scheduler);
  }

  private DeletionWorkerHandler deletionWorker() {
    Worker worker =
        new Worker(
            TaskKind.DELETION,
            new Deletions(
                datasets(),
                tasks,
                objects,
                new People(profiles, linked, () -> MemorySystem.KEY),
                new Ringer(doorbells, scheduler),
                scheduler,
                log,
                plant.rules(scenario.platform().rules())),
            tasks,
            objects,
            new Ringer(doorbells, scheduler),
            new FileNote(objects, API),
            scheduler,
            log);
    return new DeletionWorkerHandler(worker, scheduler, log, plant.margin(MARGIN));
  }

  /** A new process of intake. */
  FileIntakeHandler intake(long process) {
    return new FileIntakeHandler(reader(process), log);
  }

  private Intake reader(long process) {
    Intake intake =
        new Intake(
            datasets(),
            tasks,
            objects,
            profiles,
            ringer(),
            new FileNote(objects, API),
            scheduler,
            log,
            new IntakeRules(
                plant.limits(scenario.platform().limits(), process),
                INTAKE_ATTEMPTS,
                OLDEST,
                guard()));
    return intake;
  }

  private Guard guard() {
    return scenario.guarded()
        ? new Guard(
            OptionalLong.empty(), OptionalInt.of(Scenario.GUARDED_PERCENT), OptionalInt.empty())
        : Guard.OFF;
  }

  /** A new process of housekeeping. */
  HousekeepingHandler housekeeping() {
    Ringer ringer = ringer();
    FileNote note = new FileNote(objects, API);
    Repair repair =
        new Repair(
            tasks, objects, reader(0), ringer, note, scheduler, log, scenario.platform().repair());
    Deletions deletions =
        new Deletions(
            datasets(),
            tasks,
            objects,
            new People(profiles, linked),
            ringer,
            scheduler,
            log,
            plant.rules(scenario.platform().rules()));
    DeadLetters deadLetters =
        new DeadLetters(
            kind -> kind == TaskKind.IMPORT ? imports(SuppressionKeys.NONE) : deletions,
            tasks,
            objects,
            ringer,
            note,
            scheduler,
            log,
            plant.rules(scenario.platform().rules()));
    return new HousekeepingHandler(repair, deadLetters, scheduler, log, MARGIN);
  }

  /** What the API does with a task. */
  TaskControl control() {
    return new TaskControl(tasks, ringer(), scheduler, log);
  }

  /** What the API does with a task that has ended. */
  Retry retry() {
    return new Retry(datasets(), tasks, ringer(), scheduler, log);
  }

  private Datasets datasets() {
    Dataset dataset = scenario.dataset();
    return new Datasets(List.of(dataset), dataset.name());
  }
}
