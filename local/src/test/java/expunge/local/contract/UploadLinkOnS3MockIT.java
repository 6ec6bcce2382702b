package expunge.local.contract;

import expunge.local.TestMachine;
import java.net.URI;

class UploadLinkOnS3MockIT extends UploadLinkIT {
  @Override
  URI upstream() {
    return TestMachine.emulators().s3().endpoint();
  }
}
