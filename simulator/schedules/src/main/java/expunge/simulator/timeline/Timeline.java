package expunge.simulator.timeline;

import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * What happens when, in one world. Whoever runs also moves the time on: it takes the events that
 * are due before its own, until one of them is another fiber's turn. For one driver.
 */
public final class Timeline {
  /** A place behind all that names give. */
  private static final long LAST = Long.MAX_VALUE - Integer.MAX_VALUE;

  /** A place before all that names give. */
  private static final long FIRST = Long.MIN_VALUE + Integer.MAX_VALUE;

  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private final long longest;
  private long now;
  private long steps;
  private int ways;
  private int guests;
  private boolean over;
  private @Nullable Fiber driver;
  private @Nullable Fiber running;
  private @Nullable Throwable failure;

  /**
   * At time 0, with nothing to come.
   *
   * @param longest after how many steps a world is taken to be one that never ends
   */
  public Timeline(long longest) {
    this.longest = longest;
  }

  /** Something to come: an event, or a fiber's turn. */
  private record Entry(long time, long tie, @Nullable Runnable event, @Nullable Fiber fiber)
      implements Comparable<Entry> {
    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(time, other.time);
      return byTime == 0 ? Long.compare(tie, other.tie) : byTime;
    }

    boolean isBefore(long otherTime, long otherTie) {
      return time < otherTime || (time == otherTime && tie < otherTie);
    }
  }

  /** Microseconds since the world began. */
  public long now() {
    return now;
  }

  /** Whether it was stopped because it never ended by itself. */
  public boolean isOver() {
    return over;
  }

  /** Whose turn it is; null while an event runs. */
  public @Nullable Fiber running() {
    return running;
  }

  /**
   * Lets an event happen that does not wait.
   *
   * @param tie its place among those of the same time
   */
  public void at(long time, long tie, Runnable event) {
    entries.add(new Entry(Math.max(time, now), tie, event, null));
  }

  /** Lets a fiber begin, or go on, at {@code time}. */
  public void start(Fiber fiber, long time, long tie) {
    entries.add(new Entry(Math.max(time, now), tie, null, fiber));
  }

  /** Waits, as the running fiber. Without a switch if nothing is due before. */
  public void waitUntil(long time, long tie) {
    Entry head = entries.peek();
    if (head == null || !head.isBefore(time, tie)) {
      now = Math.max(now, time);
      count();
    } else if (running != null) {
      Fiber self = running;
      start(self, time, tie);
      giveWay(self);
    }
    if (over) {
      throw new Fiber.Stopped();
    }
  }

  /** Whether somebody or something else is due at this instant. */
  public boolean isContended() {
    Entry head = entries.peek();
    return head != null && head.time <= now;
  }

  /**
   * Waits, as the running fiber, until nothing else is left to happen at this instant: the others
   * have ended, wait for a later one, or have given way after it.
   */
  public void giveWay() {
    waitUntil(now, LAST + ways++);
  }

  /**
   * Lets a fiber begin before anything else that is due, and waits, as the running fiber, until the
   * guest has ended, waits itself, or has given way.
   */
  public void letIn(Fiber guest) {
    guests += 2;
    start(guest, now, FIRST - guests);
    waitUntil(now, FIRST - guests + 1);
  }

  /** Waits, as the running fiber, until somebody lets it go on with {@link #start}. */
  public void pause() {
    if (running != null) {
      giveWay(running);
    }
  }

  /** Runs everything that is to come, and what comes of it. */
  public void run() {
    Fiber self = Fiber.driver(this);
    driver = self;
    giveWay(self);
    if (failure != null) {
      throw new IllegalStateException("the world broke", failure);
    }
  }

  private void giveWay(Fiber self) {
    Fiber next = next();
    if (!next.equals(self)) {
      next.pass();
      self.await();
    }
    running = self.equals(driver) ? null : self;
  }

  /** The life of a fiber, on its own thread. */
  void live(Fiber self, Runnable body) {
    self.await();
    running = self;
    try {
      body.run();
    } catch (Fiber.Stopped end) {
      // its process is dead, and so is it
    } catch (RuntimeException | Error broken) {
      fail(broken);
    }
    next().pass();
  }

  private Fiber next() {
    running = null;
    try {
      for (Entry entry = poll(); entry != null; entry = poll()) {
        now = entry.time;
        count();
        if (entry.fiber != null) {
          return entry.fiber;
        }
        if (entry.event != null && !over) {
          entry.event.run();
        }
      }
    } catch (RuntimeException | Error broken) {
      fail(broken);
    }
    if (driver == null) {
      throw new IllegalStateException("nobody drives");
    }
    return driver;
  }

  private @Nullable Entry poll() {
    return failure == null ? entries.poll() : null;
  }

  private void count() {
    over |= ++steps > longest;
  }

  private void fail(Throwable broken) {
    failure = failure == null ? broken : failure;
  }
}
