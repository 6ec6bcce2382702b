package expunge.aws;

import expunge.log.Log;
import expunge.log.LogEntry;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crac.Context;
import org.crac.Resource;

/**
 * What a function is made of, on an instance of its own: made at once, and made anew by every
 * process that wakes from a snapshot. Nothing that was in the snapshot is used again.
 *
 * <p>Whoever takes snapshots holds this weakly. The function has to keep it.
 */
public final class Restorable<T> implements Supplier<T>, Resource {
  private final Supplier<Instance> instances;
  private final BiFunction<Instance, Log, T> wiring;
  private final Function<Instance, Log> logs;
  private final Consumer<Instance> priming;
  private volatile Running<T> running;

  private Restorable(
      Supplier<Instance> instances,
      BiFunction<Instance, Log, T> wiring,
      Function<Instance, Log> logs,
      Consumer<Instance> priming) {
    this.instances = instances;
    this.wiring = wiring;
    this.logs = logs;
    this.priming = priming;
    this.running = started();
  }

  private record Running<T>(Instance instance, Log log, T parts) {}

  /**
   * Starts an instance and wires the function on it. Costs nothing more unless a snapshot is taken.
   *
   * @param instances starts one each time
   * @param wiring makes the function on an instance and its log; keeps nothing from one call to the
   *     next
   * @param logs makes an instance's log; each restore is entered in that of the new instance
   * @param priming what this function does to be warm, beside what all do, on an instance whose
   *     calls are answered from memory
   * @param checkpoints takes what wants to be told of snapshots
   */
  public static <T> Restorable<T> of(
      Supplier<Instance> instances,
      BiFunction<Instance, Log, T> wiring,
      Function<Instance, Log> logs,
      Consumer<Instance> priming,
      Consumer<Resource> checkpoints) {
    Restorable<T> restorable = new Restorable<>(instances, wiring, logs, priming);
    checkpoints.accept(restorable);
    return restorable;
  }

  /** The function on the present instance; after a restore, another one. */
  @Override
  public T get() {
    return running.parts();
  }

  /**
   * Primes, then lets go of all connections. Where priming fails, everything stays as it was and
   * works, and there must be no snapshot: no network is needed, so it would fail in each instance.
   */
  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    Priming.run(priming);
    running.instance().close();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    running = started();
    running.log().write(new LogEntry.Restored());
  }

  private Running<T> started() {
    Instance instance = instances.get();
    Log log = logs.apply(instance);
    return new Running<>(instance, log, wiring.apply(instance, log));
  }
}
