package expunge.local.contract;

import expunge.aws.AwsClients;
import expunge.aws.AwsPorts;
import expunge.local.TestMachine;
import expunge.local.UploadClient;
import expunge.local.s3.AccessKey;
import expunge.local.s3.S3Front;
import expunge.local.s3.Subscription;
import expunge.object.ObjectStore;
import expunge.run.SystemScheduler;
import expunge.simulator.contract.UploadLinkContract;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Links as S3's presigner makes them, by the front that judges them as S3 does. */
abstract class UploadLinkIT implements UploadLinkContract {
  private static final String BUCKET = "links";

  private final String folder = UUID.randomUUID() + "/";
  private S3Front front;
  private AwsClients clients;

  /** The emulator behind the front. */
  abstract URI upstream();

  @BeforeEach
  void open() throws IOException {
    AccessKey key = new AccessKey(TestMachine.KEY_ID, TestMachine.SECRET);
    Subscription nobody = new Subscription(List.of(), _ -> {}, Duration.ofMillis(1), _ -> {});
    front = S3Front.start(0, upstream(), key, InstantSource.system(), nobody);
    clients = EmulatedAws.clientsWithS3At(front.endpoint());
    EmulatedAws.makeBucketUnlessThere(clients.s3(), BUCKET);
  }

  @AfterEach
  void close() {
    clients.close();
    front.close();
  }

  @Override
  public ObjectStore store() {
    return new AwsPorts(clients, new SystemScheduler()).objectStore(BUCKET);
  }

  @Override
  public String folder() {
    return folder;
  }

  @Override
  public int send(URI link, Map<String, String> headers, byte[] content) {
    return UploadClient.put(link, headers, content).statusCode();
  }
}
