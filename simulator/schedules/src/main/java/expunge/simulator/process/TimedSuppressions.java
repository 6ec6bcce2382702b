package expunge.simulator.process;

import expunge.dataset.Suppression;
import expunge.simulator.fault.PortCall;
import expunge.suppression.EntryId;
import expunge.suppression.Lifting;
import expunge.suppression.SuppressionList;
import java.time.Instant;
import java.util.Set;

/** The suppression lists, as workers call them. */
public final class TimedSuppressions implements SuppressionList {
  private final Calls calls;
  private final SuppressionList lists;

  /** In front of {@code lists}. */
  public TimedSuppressions(Calls calls, SuppressionList lists) {
    this.calls = calls;
    this.lists = lists;
  }

  @Override
  public Set<EntryId> standing(Suppression list, Set<EntryId> entries, Instant now) {
    return calls.make(PortCall.STANDING, () -> lists.standing(list, entries, now));
  }

  /**
   * People lift entries, and no function of a world does.
   *
   * @throws IllegalStateException always
   */
  @Override
  public boolean lift(Suppression list, Lifting lifting) {
    throw new IllegalStateException("no process of a world lifts an entry");
  }
}
