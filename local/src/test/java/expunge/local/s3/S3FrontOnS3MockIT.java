package expunge.local.s3;

import expunge.local.TestMachine;
import java.net.URI;

class S3FrontOnS3MockIT extends S3FrontContract {
  @Override
  URI upstream() {
    return TestMachine.emulators().s3().endpoint();
  }
}
