package expunge.simulator.run;

import expunge.balance.Balance;
import expunge.simulator.fault.Tally;
import expunge.simulator.run.Simulation.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** Many seeds, as many at once as there are cores, each in a world of its own. */
public final class Campaign {
  private final long from;
  private final long seeds;
  private final int enough;
  private final Function<Long, Simulation> simulations;

  /**
   * Of {@code seeds} seeds, from {@code from} on.
   *
   * @param enough how many failures end it
   */
  public Campaign(long from, long seeds, int enough, Function<Long, Simulation> simulations) {
    this.from = from;
    this.seeds = seeds;
    this.enough = enough;
    this.simulations = simulations;
  }

  /** Runs until all are through, or enough have failed. */
  public Figures run() {
    AtomicLong next = new AtomicLong(from);
    AtomicInteger failures = new AtomicInteger();
    List<Figures> parts = Collections.synchronizedList(new ArrayList<>());
    Cores.occupy(() -> parts.add(runSeeds(next, failures)));
    Figures all = new Figures();
    parts.forEach(all::add);
    return all;
  }

  private Figures runSeeds(AtomicLong next, AtomicInteger failures) {
    Figures part = new Figures();
    long end = from + seeds;
    for (long seed = next.getAndIncrement(); seed < end; seed = next.getAndIncrement()) {
      Result result = simulations.apply(seed).run();
      part.add(result);
      if (!result.violations().isEmpty() && failures.incrementAndGet() >= enough) {
        next.set(end);
      }
    }
    return part;
  }

  /** What a campaign adds up to. */
  public static final class Figures {
    private static final int LARGEST = 1_000;

    private final int[] calls = new int[LARGEST];
    private final int[] faults = new int[LARGEST];
    private final Tally tally = new Tally();
    private final List<Result> failed = new ArrayList<>();
    private Balance balance = Balance.EMPTY;
    private long seeds;
    private long faulty;

    void add(Result result) {
      seeds++;
      calls[(int) Math.min(LARGEST - 1, result.calls())]++;
      faults[(int) Math.min(LARGEST - 1, result.tally().total())]++;
      faulty += result.tally().total() > 0 ? 1 : 0;
      tally.add(result.tally());
      balance = balance.plus(result.balance());
      if (!result.violations().isEmpty()) {
        failed.add(result);
      }
    }

    void add(Figures other) {
      for (int i = 0; i < LARGEST; i++) {
        calls[i] += other.calls[i];
        faults[i] += other.faults[i];
      }
      tally.add(other.tally);
      balance = balance.plus(other.balance);
      failed.addAll(other.failed);
      seeds += other.seeds;
      faulty += other.faulty;
    }

    /** How many seeds ran. */
    public long seeds() {
      return seeds;
    }

    /** The seeds that broke a promise. */
    public List<Result> failed() {
      return List.copyOf(failed);
    }

    /** What went wrong in all of them. */
    public Tally tally() {
      return tally;
    }

    /** What became of all rows. */
    public Balance balance() {
      return balance;
    }

    /** The share of seeds in which something went wrong. */
    public double shareWithFaults() {
      return seeds == 0 ? 0 : (double) faulty / seeds;
    }

    /** The port calls of a seed below which {@code share} of all seeds are. */
    public int callsAt(double share) {
      return at(calls, share);
    }

    /** The faults of a seed below which {@code share} of all seeds are. */
    public int faultsAt(double share) {
      return at(faults, share);
    }

    private int at(int[] counts, double share) {
      long left = (long) (seeds * share);
      int value = 0;
      while (value < LARGEST - 1 && left >= counts[value]) {
        left -= counts[value++];
      }
      return value;
    }
  }
}
