package expunge.simulator.platform;

import expunge.simulator.process.Invocation;

/** One invocation of a function, from its begin to its one end: done, failed, dead or killed. */
abstract class Turn {
  private final World world;
  private final Invocation invocation;
  private boolean ended;

  Turn(World world, Invocation invocation) {
    this.world = world;
    this.invocation = invocation;
  }

  final Invocation invocation() {
    return invocation;
  }

  /**
   * Begins now.
   *
   * @param time in microseconds, after which the platform kills it
   * @param tie the place of that among what happens at the same time
   */
  final void begin(long time, long tie) {
    invocation.endAt(world.now() + time);
    world.timeline().at(invocation.endsAt(), tie, this::isKilled);
    world.begin(invocation, this::live, this::isKilled);
  }

  /** What it is about, for traces; begins with a space, or is empty. */
  String about() {
    return "";
  }

  /**
   * Calls the handler.
   *
   * @return whether the platform has nothing left to do for it
   */
  abstract boolean work();

  /** What the platform does then; called once, however it ended. */
  abstract void hasEnded(boolean fine);

  private void live() {
    boolean fine = false;
    try {
      world.tell(invocation.name(), () -> invocation.label() + " begins" + about());
      fine = work();
    } catch (RuntimeException failure) {
      world.tell(invocation.name(), () -> invocation.label() + " failed: " + failure);
    } finally {
      end(fine);
    }
  }

  private void isKilled() {
    if (!ended) {
      world.tell(invocation.name(), () -> invocation.label() + " is killed");
      invocation.die();
      end(false);
    }
  }

  private void end(boolean fine) {
    if (!ended) {
      ended = true;
      hasEnded(fine);
    }
  }
}
