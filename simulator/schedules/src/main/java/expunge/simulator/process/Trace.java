package expunge.simulator.process;

import expunge.simulator.fault.Fault;
import expunge.simulator.fault.PortCall;
import expunge.simulator.timeline.Chance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What happened in a run: always as one number, and as text where somebody wants to read it. */
public final class Trace {
  private static final double SECONDS = 1e-6;

  private final boolean written;
  private final List<String> lines = new ArrayList<>();
  private long hash;

  /**
   * Empty.
   *
   * @param written whether the text is kept
   */
  public Trace(boolean written) {
    this.written = written;
  }

  /** A process makes a call. */
  void called(long time, Invocation invocation, PortCall call, Optional<Fault> fault, long name) {
    hash = Chance.mix(hash, time, name);
    if (written) {
      String wrong = fault.map(kind -> "  ! " + kind.label()).orElse("");
      line(time, invocation.label() + "  " + call.label() + wrong);
    }
  }

  /** Something else happens. */
  public void happened(long time, long name, Supplier<String> what) {
    hash = Chance.mix(hash, time, name);
    if (written) {
      line(time, what.get());
    }
  }

  /** Whether the text is kept. */
  public boolean isWritten() {
    return written;
  }

  /** The text, if it was kept. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** Equal for equal runs. */
  public long hash() {
    return hash;
  }

  private void line(long time, String what) {
    lines.add(String.format(Locale.ROOT, "%14.6f s  %s", time * SECONDS, what));
  }
}
