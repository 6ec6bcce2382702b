package expunge.simulator;

import expunge.run.Scheduler;
import expunge.run.SystemScheduler;
import expunge.simulator.contract.SchedulerContract;

class SystemSchedulerTest extends SchedulerContract {
  private final Scheduler scheduler = new SystemScheduler();

  @Override
  protected Scheduler scheduler() {
    return scheduler;
  }
}
