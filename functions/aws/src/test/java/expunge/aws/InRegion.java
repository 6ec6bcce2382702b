package expunge.aws;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A region for the SDK to find, as there is in Lambda. */
final class InRegion implements BeforeAllCallback, AfterAllCallback {
  private static final String REGION = "aws.region";

  @Override
  public void beforeAll(ExtensionContext context) {
    System.setProperty(REGION, "us-east-1");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    System.clearProperty(REGION);
  }
}
