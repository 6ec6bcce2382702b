package expunge.local.contract;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.local.Moto;
import expunge.object.ObjectStore;
import expunge.run.SystemScheduler;
import expunge.simulator.contract.ListContract;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Pages through versions, which S3Mock can't. Skipped where there is no moto, unless CI is set. */
class S3ListOnMotoIT implements ListContract {
  private static Optional<Moto> moto = Optional.empty();
  private static Optional<AwsClients> clients = Optional.empty();

  private final String folder = UUID.randomUUID() + "/";

  @BeforeAll
  static void startMoto() {
    Moto started = Moto.start();
    moto = Optional.of(started);
    clients = Optional.of(EmulatedAws.clientsWithS3At(started.endpoint()));
    EmulatedAws.makeBucket(clients.get().s3());
  }

  @AfterAll
  static void stopMoto() {
    clients.ifPresent(AwsClients::close);
    moto.ifPresent(Moto::close);
  }

  @Override
  public ObjectStore store() {
    return new AwsPorts(clients.orElseThrow(), new SystemScheduler())
        .objectStore(EmulatedAws.BUCKET);
  }

  @Override
  public String folder() {
    return folder;
  }
}
