package expunge.simulator.sequence;

import java.util.List;
import java.util.Random;

/** Makes the steps of a port. They must not depend on what a step before them has answered. */
public interface Steps<P> {
  /** What a sequence begins with, so that later steps find something to meet; may be nothing. */
  default List<Step<P>> first(Random random) {
    return List.of();
  }

  /** One more step. */
  Step<P> next(Random random);

  /** Shows all that can be seen of a port in the end. */
  List<Step<P>> last();
}
