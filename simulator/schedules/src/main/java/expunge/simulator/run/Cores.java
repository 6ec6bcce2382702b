package expunge.simulator.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** All cores of this machine. */
public final class Cores {
  private Cores() {}

  /**
   * Runs the same work once for each core, at once, and waits for all.
   *
   * @throws IllegalStateException if one of them failed, after the others have ended
   */
  public static void occupy(Runnable work) {
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      Thread thread = Thread.ofVirtual().unstarted(work);
      thread.setUncaughtExceptionHandler((_, failure) -> failures.add(failure));
      thread.start();
      threads.add(thread);
    }
    threads.forEach(Cores::join);
    if (!failures.isEmpty()) {
      throw new IllegalStateException("a world broke", failures.peek());
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while worlds ran", interrupted);
    }
  }
}
