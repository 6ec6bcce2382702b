package expunge.simulator.scenario;

import expunge.dataset.Dataset;
import expunge.file.Limits;
import expunge.repair.RepairRules;
import expunge.simulator.fault.Mishap;
import expunge.simulator.fault.PortCall;
import expunge.work.WorkerRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One world before anything happens.
 *
 * @param seed which decides it, and everything that will happen
 * @param profiles the keys in the table
 * @param refused the keys that the table will never delete
 * @param files what is dropped under one key, in order: the second, where there is one, overwrites
 *     the first
 * @param meddling what other writers do to the same table
 * @param controls what people do with the first task, and when
 * @param guarded whether every file waits for its confirmation
 * @param dryRun whether nothing is to be deleted
 * @param retries whether somebody retries what has failed or was cancelled
 * @param riches what there is beside the keys of profiles; empty where there is nothing
 * @param importing what there is where the files are imported, each by a task of its own; empty
 *     where they are deleted
 */
public record Scenario(
    long seed,
    Dataset dataset,
    Set<String> profiles,
    Set<String> refused,
    List<byte[]> files,
    List<Meddling> meddling,
    List<Control> controls,
    boolean guarded,
    boolean dryRun,
    boolean retries,
    Platform platform,
    Optional<Riches> riches,
    Optional<Importing> importing) {
  /** The share of all profiles that a guarded file may delete without being confirmed. */
  public static final int GUARDED_PERCENT = 1;

  /** Copies the collections. */
  public Scenario {
    profiles = Set.copyOf(profiles);
    refused = Set.copyOf(refused);
    files = List.copyOf(files);
    meddling = List.copyOf(meddling);
    controls = List.copyOf(controls);
  }

  /** A world of deletions. */
  public Scenario(
      long seed,
      Dataset dataset,
      Set<String> profiles,
      Set<String> refused,
      List<byte[]> files,
      List<Meddling> meddling,
      List<Control> controls,
      boolean guarded,
      boolean dryRun,
      boolean retries,
      Platform platform,
      Optional<Riches> riches) {
    this(
        seed,
        dataset,
        profiles,
        refused,
        files,
        meddling,
        controls,
        guarded,
        dryRun,
        retries,
        platform,
        riches,
        Optional.empty());
  }

  /**
   * What another writer does once.
   *
   * @param trigger the calls that it waits for
   * @param after how many of them
   * @param delay microseconds after that
   * @param deeds one, or many where it is an import; in order
   */
  public record Meddling(PortCall trigger, int after, long delay, List<Deed> deeds) {
    /** Copies the deeds. */
    public Meddling {
      deeds = List.copyOf(deeds);
    }

    /**
     * Makes or deletes profiles that are nothing but keys.
     *
     * @param keys one, or many where it is an import
     */
    public Meddling(PortCall trigger, int after, long delay, List<String> keys, boolean made) {
      this(
          trigger,
          after,
          delay,
          keys.stream().distinct().map(key -> made ? bare(key) : new Deed.Delete(key)).toList());
    }

    private static Deed bare(String key) {
      return new Deed.Make(key, Map.of());
    }

    /** What kind of trouble that is. */
    public Mishap kind() {
      return deeds.getFirst().kind();
    }
  }

  /** A call of the API. */
  public enum Call {
    /** With the number that the task shows. */
    CONFIRM,
    /** With another number. */
    CONFIRM_WRONG,
    /** Pauses. */
    PAUSE,
    /** Resumes. */
    RESUME,
    /** Cancels. */
    CANCEL,
    /** Retries. */
    RETRY;

    /** Its place, for names. */
    @SuppressWarnings("EnumOrdinal") // nothing outlives a run but its seed
    public int number() {
      return ordinal();
    }
  }

  /**
   * What somebody does once.
   *
   * @param trigger the calls that it waits for
   * @param after how many of them
   * @param delay microseconds after that
   */
  public record Control(PortCall trigger, int after, long delay, Call call) {}

  /** Whether all of it goes on without anybody. */
  public boolean isLeftAlone() {
    return controls.isEmpty() && !guarded && !retries;
  }

  /**
   * How large and patient the platform is; times in microseconds.
   *
   * @param workers how many may run at once
   * @param messages the most messages in one event
   * @param workerTime after which an invocation of the worker is killed
   * @param intakeTime after which an invocation of intake is killed
   * @param visibility how long a message is hidden after it was received
   * @param faultsEnd when the world becomes fair
   * @param slowTable whether deletions of profiles take seconds
   * @param rounds when housekeeping runs while faults last
   * @param repair how patient it is
   */
  public record Platform(
      int workers,
      int messages,
      long workerTime,
      long intakeTime,
      long visibility,
      long faultsEnd,
      boolean slowTable,
      Limits limits,
      WorkerRules rules,
      List<Long> rounds,
      RepairRules repair) {
    /** Copies the rounds. */
    public Platform {
      rounds = List.copyOf(rounds);
    }

    /** With other bounds of a file, and at least so much time for a worker. */
    Platform with(Limits others, long leastTime) {
      long time = Math.max(workerTime, leastTime);
      return new Platform(
          workers,
          messages,
          time,
          intakeTime,
          6 * time,
          faultsEnd,
          slowTable,
          others,
          rules,
          rounds,
          repair);
    }
  }
}
