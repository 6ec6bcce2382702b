package expunge.simulator;

import expunge.control.Retry;
import expunge.control.TaskControl;
import expunge.creation.AwaitedFile;
import expunge.creation.CreationAnswer;
import expunge.creation.TaskCreation;
import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.deletion.Deletions;
import expunge.deletion.People;
import expunge.file.FileOptions;
import expunge.file.Limits;
import expunge.imports.CustomerImports;
import expunge.imports.ImportPorts;
import expunge.intake.ArrivedFile;
import expunge.intake.Guard;
import expunge.intake.Intake;
import expunge.intake.IntakeRules;
import expunge.log.Log;
import expunge.log.LogEntry;
import expunge.object.ObjectStore;
import expunge.object.ObjectVersion;
import expunge.object.Sha256;
import expunge.object.StoredObject;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileStore;
import expunge.repair.Repair;
import expunge.repair.RepairRules;
import expunge.report.FileNote;
import expunge.report.ResultKeys;
import expunge.run.Deadline;
import expunge.segment.SegmentDeletion;
import expunge.segment.SegmentStore;
import expunge.simulator.memory.ManualScheduler;
import expunge.simulator.memory.MemoryCustomerStore;
import expunge.simulator.memory.MemoryDoorbells;
import expunge.simulator.memory.MemoryLinkedStore;
import expunge.simulator.memory.MemoryObjectStore;
import expunge.simulator.memory.MemoryProfileStore;
import expunge.simulator.memory.MemorySegmentStore;
import expunge.simulator.memory.MemorySelection;
import expunge.simulator.memory.MemorySuppressionList;
import expunge.simulator.memory.MemoryTables;
import expunge.simulator.memory.MemoryTaskStore;
import expunge.suppression.SuppressionKey;
import expunge.task.Doorbell;
import expunge.task.Doorbells;
import expunge.task.ImportSettings;
import expunge.task.Origin;
import expunge.task.Request;
import expunge.task.Ringer;
import expunge.task.Slicing;
import expunge.task.SourceFile;
import expunge.task.Task;
import expunge.task.TaskId;
import expunge.task.TaskKind;
import expunge.task.TaskStore;
import expunge.work.Answer;
import expunge.work.DeadLetters;
import expunge.work.Worker;
import expunge.work.WorkerRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The use cases on ports in memory, with a clock that only moves when somebody waits: a file is
 * dropped, bells are answered one after the other until none is left.
 */
public final class MemorySystem {
  /** The bucket, of the same name as that of the local system. */
  public static final String BUCKET = "expunge-files";

  /** Under which identifiers are hashed, as text. */
  public static final String SECRET = "a key of this machine, of which nobody knows";

  /** Under which identifiers are hashed. */
  public static final SuppressionKey KEY = SuppressionKey.of(SECRET);

  private static final Duration INVOCATION = Duration.ofMinutes(2);
  private static final Duration MARGIN = Duration.ofSeconds(15);
  private static final int HOPELESSLY_MANY = 1_000;

  /** The clock of everything. */
  public final ManualScheduler scheduler;

  /** The queue. */
  public final MemoryDoorbells doorbells;

  /** The queue of imports. */
  public final MemoryDoorbells importBells;

  /** The bucket's content. */
  public final MemoryObjectStore objects;

  /** The tables that people have. */
  public final MemoryTables tables = new MemoryTables();

  /** The profile table. */
  public final MemoryProfileStore profiles = new MemoryProfileStore(tables);

  /** The linked tables. */
  public final MemoryLinkedStore linked = new MemoryLinkedStore(tables);

  /** Whom deletions without a file mean. */
  public final MemorySelection selection = new MemorySelection(tables);

  /** Where imports write. */
  public final MemoryCustomerStore customers = new MemoryCustomerStore(tables);

  /** The suppression lists. */
  public final MemorySuppressionList suppressions = new MemorySuppressionList(tables);

  /** The tasks table. */
  public final MemoryTaskStore tasks = new MemoryTaskStore();

  /** The segments. */
  public final MemorySegmentStore segments = new MemorySegmentStore(tables, tasks);

  /** The one dataset. */
  public final Dataset dataset;

  /** What the functions log. */
  public final List<LogEntry> entries = Collections.synchronizedList(new ArrayList<>());

  private final Log log = entries::add;
  private final Limits limits;
  private Guard guard = Guard.OFF;
  private Dataset declared;

  /**
   * An empty system.
   *
   * @param rowsPerBatch the most rows of a batch
   */
  public MemorySystem(Dataset dataset, int rowsPerBatch) {
    this(dataset, new Limits(5_000_000_000L, 10_000_000, 1 << 20, rowsPerBatch, 4 << 20));
  }

  /** An empty system with these bounds of files. */
  public MemorySystem(Dataset dataset, Limits limits) {
    this.scheduler = new ManualScheduler(1);
    this.doorbells = new MemoryDoorbells(scheduler);
    this.importBells = new MemoryDoorbells(scheduler);
    this.objects = new MemoryObjectStore(BUCKET, scheduler);
    this.dataset = dataset;
    this.declared = dataset;
    this.limits = limits;
    profiles.put(dataset, List.of());
    dataset.linked().forEach(table -> tables.make(table.table(), table.key()));
    dataset.suppression().ifPresent(list -> MemorySuppressionList.make(tables, list));
    dataset.segments().ifPresent(declared -> MemorySegmentStore.make(tables, declared));
  }

  /** Puts profiles into the table. */
  public void addProfiles(List<String> keys) {
    profiles.put(dataset, keys.stream().map(ProfileKey::new).toList());
  }

  /** Whether there is such a profile. */
  public boolean hasProfile(String key) {
    return profiles.contains(dataset, new ProfileKey(key));
  }

  /** Puts a file where files are dropped; nobody has noticed it yet. */
  public ArrivedFile put(String name, String text, Map<String, String> metadata) {
    return put(name, text.getBytes(StandardCharsets.UTF_8), metadata);
  }

  /** As {@link #put(String, String, Map)}, of bytes. */
  public ArrivedFile put(String name, byte[] content, Map<String, String> metadata) {
    StoredObject object = objects.put("drop/" + name, content, metadata);
    return new ArrivedFile(BUCKET, object.version().key(), object.version().versionId());
  }

  /** Drops a file, and lets everything run to its end. */
  public Task run(String name, String text) {
    ArrivedFile file = put(name, text, Map.of());
    intake().fileArrived(file);
    answerAll();
    return task(file);
  }

  /** Tells intake of everything that was uploaded for tasks, and lets all run to its end. */
  public void takeInUploads() {
    uploadsArrive();
    answerAll();
  }

  /** Tells intake of everything that was uploaded for tasks. */
  public void uploadsArrive() {
    for (String key : objects.keys("uploads/")) {
      ObjectVersion version = objects.describe(key, Optional.empty()).orElseThrow().version();
      intake().fileArrived(new ArrivedFile(BUCKET, key, version.versionId()));
    }
  }

  /** The task of a file. */
  public Task task(ArrivedFile file) {
    return tasks.find(idOf(file)).orElseThrow();
  }

  /** The id that a file's task has, or will have. */
  public TaskId idOf(ArrivedFile file) {
    return TaskId.derivedFrom(BUCKET, file.key(), file.versionId().orElseThrow());
  }

  /** How new tasks are cut. */
  public Slicing slicing() {
    return Slicing.by(limits, Optional.of(dataset));
  }

  /** The report, as text. */
  public String report(Task task) {
    return objects.text(ResultKeys.report(task.id()));
  }

  /** A new intake, as a new process has it. */
  public Intake intake() {
    return intake(tasks, objects, doorbells);
  }

  /** A new intake on other ports, which may fail. */
  public Intake intake(TaskStore onTasks, ObjectStore onObjects, Doorbells onDoorbells) {
    return new Intake(
        datasets(),
        onTasks,
        onObjects,
        profiles,
        ringer(onDoorbells),
        new FileNote(onObjects, "https://api.example"),
        scheduler,
        log,
        new IntakeRules(limits, 5, Duration.ofDays(90), guard));
  }

  /** Lets dropped files of every intake made from now on be held. */
  public void guardBy(Guard by) {
    guard = by;
  }

  /** Lets every function that starts from now on know this dataset alone. */
  public void declare(Dataset other) {
    declared = other;
  }

  /** Confirms, pauses, resumes and cancels. */
  public TaskControl control() {
    return new TaskControl(tasks, ringer(doorbells), scheduler, log);
  }

  /** Has the members of segments deleted. */
  public SegmentDeletion segmentDeletion() {
    return segmentDeletion(segments);
  }

  /** The same on another port, which may fail. */
  public SegmentDeletion segmentDeletion(SegmentStore onSegments) {
    Ringer ringer = ringer(doorbells);
    return new SegmentDeletion(onSegments, tasks, ringer, scheduler, limits, log);
  }

  /** Makes tasks that wait for their file. */
  public TaskCreation creation() {
    return creation(tasks, objects);
  }

  /** The same on other ports, which may fail. */
  public TaskCreation creation(TaskStore onTasks, ObjectStore onObjects) {
    return new TaskCreation(datasets(), onTasks, onObjects, limits, scheduler, log);
  }

  /** Retries what has failed or was cancelled. */
  public Retry retry() {
    return new Retry(datasets(), tasks, ringer(doorbells), scheduler, log);
  }

  /** A new housekeeping, as a new process has it. */
  public Repair housekeeping() {
    return new Repair(
        tasks,
        objects,
        intake(),
        ringer(doorbells),
        new FileNote(objects, "https://api.example"),
        scheduler,
        log,
        RepairRules.STANDARD);
  }

  /** Who answers the bells that were given up. */
  public DeadLetters deadLetters() {
    Ringer ringer = ringer(doorbells);
    Deletions deletions =
        new Deletions(
            datasets(),
            tasks,
            objects,
            new People(profiles, linked),
            ringer,
            scheduler,
            log,
            WorkerRules.STANDARD);
    return new DeadLetters(
        kind ->
            switch (kind) {
              case DELETION -> deletions;
              case IMPORT -> imports(tasks, objects, importPorts(), WorkerRules.STANDARD);
            },
        tasks,
        objects,
        ringer,
        new FileNote(objects, "https://api.example"),
        scheduler,
        log,
        WorkerRules.STANDARD);
  }

  /** Rings deletions at this queue, and imports at theirs. */
  private Ringer ringer(Doorbells deletions) {
    return new Ringer(kind -> kind == TaskKind.IMPORT ? importBells : deletions, scheduler);
  }

  private Datasets datasets() {
    return new Datasets(List.of(declared), declared.name());
  }

  /** A new worker, as a new process has it. */
  public Worker worker() {
    return worker(tasks, objects, doorbells, people(profiles), WorkerRules.STANDARD);
  }

  /** A new worker on other ports, which may fail, and on the linked tables as they are. */
  public Worker worker(
      TaskStore onTasks,
      ObjectStore onObjects,
      Doorbells onDoorbells,
      ProfileStore onProfiles,
      WorkerRules rules) {
    return worker(onTasks, onObjects, onDoorbells, people(onProfiles), rules);
  }

  private People people(ProfileStore onProfiles) {
    return new People(onProfiles, linked, () -> KEY, selection);
  }

  /** A new worker on other ports, which may fail. */
  public Worker worker(
      TaskStore onTasks,
      ObjectStore onObjects,
      Doorbells onDoorbells,
      People onPeople,
      WorkerRules rules) {
    Ringer ringer = ringer(onDoorbells);
    return new Worker(
        TaskKind.DELETION,
        new Deletions(datasets(), onTasks, onObjects, onPeople, ringer, scheduler, log, rules),
        onTasks,
        onObjects,
        ringer,
        new FileNote(onObjects, "https://api.example"),
        scheduler,
        log);
  }

  /** A new worker of imports, as a new process has it. */
  public Worker importWorker() {
    return importWorker(tasks, objects, importBells, importPorts(), WorkerRules.STANDARD);
  }

  /** The same on other ports, which may fail. */
  public Worker importWorker(
      TaskStore onTasks,
      ObjectStore onObjects,
      Doorbells onDoorbells,
      ImportPorts onPorts,
      WorkerRules rules) {
    return new Worker(
        TaskKind.IMPORT,
        imports(onTasks, onObjects, onPorts, rules),
        onTasks,
        onObjects,
        new Ringer(onDoorbells, scheduler),
        new FileNote(onObjects, "https://api.example"),
        scheduler,
        log);
  }

  /** The tables that imports read and write. */
  public ImportPorts importPorts() {
    return new ImportPorts(profiles, customers, suppressions, () -> KEY);
  }

  private CustomerImports imports(
      TaskStore onTasks, ObjectStore onObjects, ImportPorts onPorts, WorkerRules rules) {
    return new CustomerImports(datasets(), onTasks, onObjects, onPorts, scheduler, log, rules);
  }

  /** Makes an import and uploads its file; nobody has noticed that yet. */
  public ArrivedFile upload(String text, ImportSettings settings) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    AwaitedFile file = new AwaitedFile("customers.csv", content.length, Sha256.of(content));
    CreationAnswer answer = creation().create(importing(settings), file, Optional.empty());
    if (!(answer instanceof CreationAnswer.Created created)) {
      throw new IllegalStateException("no import was made");
    }
    String key = created.task().file().version().key();
    StoredObject object = objects.put(key, content, Map.of());
    return new ArrivedFile(BUCKET, key, object.version().versionId());
  }

  private Request importing(ImportSettings settings) {
    return new Request(
        TaskKind.IMPORT,
        declared.name(),
        "",
        FileOptions.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("a test"),
        false,
        false,
        new Origin.Sent(),
        Optional.of(settings));
  }

  /** An import of this id, which waits for a file of this name. */
  public Task awaitedImport(TaskId id, String name) {
    Slicing slicing = Slicing.by(limits, Optional.of(declared), TaskKind.IMPORT);
    Request request = importing(ImportSettings.NONE);
    String key = "uploads/" + id + "/" + name;
    return tasks.create(Task.pendingUpload(id, request, key, slicing, scheduler.now()));
  }

  /** An import of this id, whose file is taken in; nobody has heard its bells yet. */
  public Task importOf(TaskId id, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    StoredObject object = objects.put("uploads/" + id + "/customers.csv", content, Map.of());
    SourceFile file = new SourceFile(object.version(), object.bytes());
    Slicing slicing = Slicing.by(limits, Optional.of(declared), TaskKind.IMPORT);
    Request request = importing(ImportSettings.NONE);
    intake().takeUp(tasks.create(Task.staging(id, request, file, slicing, scheduler.now())));
    return tasks.find(id).orElseThrow();
  }

  /** Imports a file, and lets everything run to its end. */
  public Task runImport(String text, ImportSettings settings) {
    ArrivedFile file = upload(text, settings);
    intake().fileArrived(file);
    answerImports(importWorker());
    return uploaded(file);
  }

  /** The task of a file that was uploaded for it. */
  public Task uploaded(ArrivedFile file) {
    return tasks.find(new TaskId(file.key().split("/", -1)[1])).orElseThrow();
  }

  /** Answers the bells of imports until none is left; a fault is delivered again at once. */
  public void answerImports(Worker worker) {
    answerAll(importBells, worker);
  }

  /** The deadline of an invocation that begins now. */
  public Deadline deadline() {
    return Deadline.in(scheduler.now(), INVOCATION, MARGIN);
  }

  /** Answers bells until none is left; a fault is delivered again at once. */
  public void answerAll() {
    answerAll(worker());
  }

  /** As {@link #answerAll()}, by this worker. */
  public void answerAll(Worker worker) {
    answerAll(doorbells, worker);
  }

  private void answerAll(MemoryDoorbells queue, Worker worker) {
    for (int answered = 0; !queue.queued().isEmpty(); answered++) {
      if (answered > HOPELESSLY_MANY) {
        throw new IllegalStateException("the bells never end: " + entries.getLast());
      }
      scheduler.waitUntil(queue.queued().getFirst().due());
      queue.takeDue(scheduler.now()).forEach(bell -> answer(queue, worker, bell));
    }
  }

  private void answer(MemoryDoorbells queue, Worker worker, Doorbell bell) {
    if (worker.answer(bell, deadline()) == Answer.FAULT) {
      queue.ring(List.of(bell), Duration.ofMinutes(12));
    }
  }
}
