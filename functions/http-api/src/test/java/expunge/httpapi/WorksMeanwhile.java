package expunge.httpapi;

import expunge.run.Scheduler;
import expunge.simulator.MemorySystem;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** While somebody waits, the other functions do their work. */
record WorksMeanwhile(MemorySystem system, Runnable work) implements Scheduler {
  @Override
  public Instant now() {
    return system.scheduler.now();
  }

  @Override
  public void waitUntil(Instant moment) {
    work.run();
    system.scheduler.waitUntil(moment);
  }

  @Override
  public <T> List<T> runAll(List<? extends Supplier<? extends T>> calls, int atMost) {
    return system.scheduler.runAll(calls, atMost);
  }

  @Override
  public double random() {
    return system.scheduler.random();
  }

  @Override
  public String newId() {
    return system.scheduler.newId();
  }

  @Override
  public void fillRandomly(byte[] bytes) {
    system.scheduler.fillRandomly(bytes);
  }
}
