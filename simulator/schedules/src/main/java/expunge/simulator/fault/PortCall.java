package expunge.simulator.fault;

import expunge.task.TaskKind;
import java.util.Set;

/** Every call by which a process meets the world. */
public enum PortCall {
  /** {@code TaskStore.create}. */
  CREATE("tasks.create", Nature.REPEATABLE),
  /** {@code TaskStore.find}. */
  FIND_TASK("tasks.find", Nature.READ),
  /** {@code TaskStore.unsettled}. */
  LIST_UNSETTLED("tasks.unsettled", Nature.READ),
  /** {@code TaskStore.settle}. */
  SETTLE("tasks.settle", Nature.REPEATABLE),
  /** {@code TaskStore.touch}. */
  TOUCH("tasks.touch", Nature.REPEATABLE),
  /** {@code TaskStore.pin}. */
  PIN("tasks.pin", Nature.REPEATABLE),
  /** {@code TaskStore.beginIntake}. */
  BEGIN_INTAKE("tasks.beginIntake", Nature.ONCE),
  /** {@code TaskStore.addBatches}. */
  ADD_BATCHES("tasks.addBatches", Nature.REPEATABLE),
  /** {@code TaskStore.accept}. */
  ACCEPT("tasks.accept", Nature.REPEATABLE),
  /** {@code TaskStore.reject}. */
  REJECT("tasks.reject", Nature.REPEATABLE),
  /** {@code TaskStore.removeBatches}. */
  REMOVE_BATCHES("tasks.removeBatches", Nature.REPEATABLE),
  /** {@code TaskStore.move}. */
  MOVE("tasks.move", Nature.REPEATABLE),
  /** {@code TaskStore.finish}. */
  FINISH("tasks.finish", Nature.REPEATABLE),
  /** {@code TaskStore.batch}. */
  FIND_BATCH("tasks.batch", Nature.READ),
  /** {@code TaskStore.batches}. */
  LIST_BATCHES("tasks.batches", Nature.READ),
  /** {@code TaskStore.lease}. */
  LEASE("tasks.lease", Nature.REPEATABLE),
  /** {@code TaskStore.plan}. */
  PLAN("tasks.plan", Nature.REPEATABLE),
  /** {@code TaskStore.handBack}. */
  HAND_BACK("tasks.handBack", Nature.REPEATABLE),
  /** {@code TaskStore.commit}. */
  COMMIT("tasks.commit", Nature.REPEATABLE),
  /** {@code TaskStore.close}. */
  CLOSE("tasks.close", Nature.REPEATABLE),
  /** {@code ObjectStore.describe}. */
  DESCRIBE("objects.describe", Nature.READ),
  /** {@code ObjectStore.open}. */
  OPEN("objects.open", Nature.READ),
  /** One read of the stream that {@code ObjectStore.open} gave. */
  STREAM("objects.stream", Nature.STREAM),
  /** {@code ObjectStore.read} of a range. */
  READ_RANGE("objects.readRange", Nature.READ),
  /** {@code ObjectStore.read} of a whole object. */
  READ_OBJECT("objects.read", Nature.READ),
  /** {@code ObjectStore.put}. */
  PUT("objects.put", Nature.REPEATABLE),
  /** {@code ObjectStore.replace}. */
  REPLACE("objects.replace", Nature.REPEATABLE),
  /** {@code ObjectStore.join}. */
  JOIN("objects.join", Nature.REPEATABLE),
  /** {@code ObjectStore.list}. */
  LIST_OBJECTS("objects.list", Nature.READ),
  /** {@code ObjectStore.deleteAll}. */
  DELETE_OBJECTS("objects.deleteAll", Nature.REPEATABLE),
  /** {@code ProfileStore.size}. */
  SIZE("profiles.size", Nature.READ),
  /** {@code ProfileStore.find}. */
  FIND_PROFILES("profiles.find", Nature.LOOK_UP),
  /** {@code ProfileStore.erase}. */
  DELETE_PROFILES("profiles.delete", Nature.DELETION),
  /** {@code Doorbells.ring}. */
  RING("doorbells.ring", Nature.SEND),
  /** {@code ProfileStore.matching}. */
  MATCHING("profiles.matching", Nature.READ),
  /** {@code LinkedStore.find}. */
  FIND_LINKED("linked.find", Nature.READ),
  /** {@code LinkedStore.treat}. */
  TREAT_LINKED("linked.treat", Nature.DELETION),
  /** {@code CustomerStore.write}. */
  WRITE_CUSTOMERS("customers.write", Nature.TRANSACTION),
  /** {@code CustomerStore.openSegment}. */
  OPEN_SEGMENT("customers.openSegment", Nature.REPEATABLE),
  /** {@code CustomerStore.linesWritten}. */
  LINES_WRITTEN("customers.linesWritten", Nature.READ),
  /** {@code SuppressionList.standing}. */
  STANDING("suppressions.standing", Nature.READ);

  /** The world makes an import's task, and its workers have no file to guard. */
  private static final Set<PortCall> NOT_OF_IMPORTS =
      Set.of(CREATE, SIZE, DELETE_PROFILES, FIND_LINKED, TREAT_LINKED);

  private static final Set<PortCall> OF_IMPORTS_ALONE =
      Set.of(WRITE_CUSTOMERS, OPEN_SEGMENT, LINES_WRITTEN, STANDING);

  private final String label;
  private final Nature nature;

  PortCall(String label, Nature nature) {
    this.label = label;
    this.nature = nature;
  }

  /** What a fault of a kind can do to a call depends on this alone. */
  enum Nature {
    /** Changes nothing. */
    READ,
    /** The client may repeat it by itself, and finds out that the first one went through. */
    REPEATABLE,
    /** Each repetition counts, so the client marks it and never repeats it unseen. */
    ONCE,
    /** Bytes that come one after the other. */
    STREAM,
    /** Asks for many things, of which some may stay unanswered. */
    LOOK_UP,
    /** Deletes many things, of which some may stay. */
    DELETION,
    /** Sends many things, of which some may not go. */
    SEND,
    /** Writes many things together or none of them; some may have to be sent again. */
    TRANSACTION;

    /** One of its own. */
    @SuppressWarnings("EnumOrdinal") // nothing outlives a run but its seed
    int bit() {
      return 1 << ordinal();
    }
  }

  /** Its place, for names and for tables of counts. */
  @SuppressWarnings("EnumOrdinal") // nothing outlives a run but its seed
  public int number() {
    return ordinal();
  }

  /** As tables and traces show it. */
  public String label() {
    return label;
  }

  /** Whether it may change a record of a task or of a batch. */
  public boolean changesTasks() {
    return nature != Nature.READ && label.startsWith("tasks.");
  }

  /** Whether it may take something from people's tables, or write customers into them. */
  public boolean changesPeoplesTables() {
    return nature == Nature.DELETION || nature == Nature.TRANSACTION;
  }

  /** Whether worlds with tasks of this kind make it. */
  public boolean isMadeFor(TaskKind kind) {
    return !(kind == TaskKind.IMPORT ? NOT_OF_IMPORTS : OF_IMPORTS_ALONE).contains(this);
  }

  Nature nature() {
    return nature;
  }
}
