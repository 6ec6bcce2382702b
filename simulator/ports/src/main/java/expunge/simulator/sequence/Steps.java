package expunge.simulator.sequence;

import java.util.List;
import java.util.Random;

/** Makes the steps of a port. They must not depend on what a step before them has answered. */
public interface Steps<P> {
  /** One more step. */
  Step<P> next(Random random);

  /** Shows all that can be seen of a port in the end. */
  List<Step<P>> last();
}
