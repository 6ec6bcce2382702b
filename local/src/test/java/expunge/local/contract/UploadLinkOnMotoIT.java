package expunge.local.contract;

import expunge.local.Moto;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Skipped where there is no moto, unless CI is set. */
class UploadLinkOnMotoIT extends UploadLinkIT {
  private static Optional<Moto> moto = Optional.empty();

  @BeforeAll
  static void startMoto() {
    moto = Optional.of(Moto.start());
  }

  @AfterAll
  static void stopMoto() {
    moto.ifPresent(Moto::close);
  }

  @Override
  URI upstream() {
    return moto.orElseThrow().endpoint();
  }
}
