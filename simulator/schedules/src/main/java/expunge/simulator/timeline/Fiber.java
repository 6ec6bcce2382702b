package expunge.simulator.timeline;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A line of execution that runs only when it is its turn. */
public class Fiber {
  private final Timeline timeline;
  private final Runnable body;
  private @Nullable Thread thread;
  private volatile boolean turn;

  /** One that has not begun; {@link Timeline#start} lets it. */
  protected Fiber(Timeline timeline, Runnable body) {
    this.timeline = timeline;
    this.body = body;
  }

  /** The thread that runs already, and drives the timeline. */
  static Fiber driver(Timeline timeline) {
    Fiber driver = new Fiber(timeline, () -> {});
    driver.thread = Thread.currentThread();
    return driver;
  }

  /** Gives it the turn. */
  final void pass() {
    turn = true;
    if (thread == null) {
      // known before it runs, since it may have passed the turn on before start() returns
      Thread own = Thread.ofVirtual().unstarted(() -> timeline.live(this, body));
      thread = own;
      own.start();
    } else {
      LockSupport.unpark(thread);
    }
  }

  /** Waits for its turn. */
  final void await() {
    while (!turn) {
      LockSupport.park(this);
    }
    turn = false;
  }

  /** What a fiber gets to feel when its world ends, or its process is dead. Nobody may catch it. */
  public static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;

    /** Costs nothing: it has no trace. */
    public Stopped() {
      super("stopped", null, false, false);
    }
  }
}
