package expunge.planted;

import java.time.Instant;

/** Looks at the system's clock and waits on its own. */
public final class ImpatientUseCase {
  private ImpatientUseCase() {}

  static Instant later() {
    Thread.onSpinWait();
    return Instant.now();
  }
}
