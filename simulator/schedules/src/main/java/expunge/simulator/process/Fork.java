package expunge.simulator.process;

import expunge.simulator.timeline.Chance;
import expunge.simulator.timeline.Fiber;
import expunge.simulator.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls of one process that run side by side, on as many strands as may be under way at once. */
final class Fork<T> {
  private final Timeline timeline;
  private final Strand parent;
  private final List<? extends Supplier<? extends T>> work;
  private final long name;
  private final int strands;
  private final List<Done<T>> done;
  private int begun;
  private int living;

  Fork(Timeline timeline, Strand parent, List<? extends Supplier<? extends T>> work, int atMost) {
    this.timeline = timeline;
    this.parent = parent;
    this.work = work;
    this.name = parent.nextFork();
    this.strands = Math.min(atMost, work.size());
    this.done = new ArrayList<>(work.size());
  }

  /** How one call ended: with its answer, or its failure. */
  private record Done<T>(int place, @Nullable T answer, @Nullable RuntimeException failure) {}

  /** Runs all; answers, or fails, when every one has ended. */
  List<T> join() {
    living = strands;
    for (int i = 0; i < strands; i++) {
      long strand = Chance.mix(name, i);
      Strand child = new Strand(timeline, parent.invocation(), strand, this::workOff);
      timeline.start(child, timeline.now(), strand);
    }
    if (strands > 0) {
      timeline.pause();
    }
    if (parent.invocation().isDead() || timeline.isOver()) {
      throw new Fiber.Stopped();
    }
    done.sort((one, other) -> Integer.compare(one.place, other.place));
    return answers();
  }

  private void workOff() {
    try {
      while (begun < work.size()) {
        int place = begun++;
        if (timeline.running() instanceof Strand self) {
          self.rename(Chance.mix(name, place, 1));
        }
        done.add(result(place));
      }
    } finally {
      if (--living == 0) {
        timeline.start(parent, timeline.now(), name);
      }
    }
  }

  private Done<T> result(int place) {
    try {
      return new Done<>(place, work.get(place).get(), null);
    } catch (RuntimeException failure) {
      return new Done<>(place, null, failure);
    }
  }

  private List<T> answers() {
    List<T> answers = new ArrayList<>(done.size());
    @Nullable RuntimeException first = null;
    for (Done<T> one : done) {
      if (one.failure == null) {
        answers.add(one.answer);
      } else if (first == null) {
        first = one.failure;
      } else if (!first.equals(one.failure)) {
        first.addSuppressed(one.failure);
      }
    }
    if (first != null) {
      throw first;
    }
    return answers;
  }
}
