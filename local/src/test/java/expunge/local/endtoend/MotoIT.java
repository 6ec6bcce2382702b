package expunge.local.endtoend;

import expunge.local.Moto;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;

/** The same suite with moto as the backend; skipped where there is none, unless CI is set. */
class MotoIT {
  private static Optional<Moto> moto = Optional.empty();

  @BeforeAll
  static void startMoto() {
    moto = Optional.of(Moto.start());
  }

  @AfterAll
  static void stopMoto() {
    moto.ifPresent(Moto::close);
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class FileDeletion extends FileDeletionSuite {
    @Override
    Stack start() {
      return Stack.start(moto.map(Moto::endpoint), 2);
    }
  }
}
