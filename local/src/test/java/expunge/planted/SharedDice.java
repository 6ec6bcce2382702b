package expunge.planted;

import expunge.run.Scheduler;
import expunge.run.SystemScheduler;

/** Rolls dice that every process waking from the same snapshot would have too. */
public final class SharedDice {
  private static final Scheduler DICE = new SystemScheduler();

  private SharedDice() {}

  static String id() {
    return DICE.newId();
  }
}
