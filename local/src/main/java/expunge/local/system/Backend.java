package expunge.local.system;

import expunge.local.LocalProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Another emulator of S3, SQS and DynamoDB, which somebody else has started. */
final class Backend {
  private static final int MILLIS_TO_ANSWER = 3_000;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  private Backend() {}

  /**
   * Tells early, and in words for a user, that it is not there.
   *
   * @throws LocalProblem if nothing listens at its address
   */
  static void requireListening(URI address) {
    int port = address.getPort() > 0 ? address.getPort() : usualPort(address);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.getHost(), port), MILLIS_TO_ANSWER);
    } catch (IOException _) {
      throw new LocalProblem(
          "--backend %s: nothing answers there; start the emulator first.".formatted(address));
    }
  }

  private static int usualPort(URI address) {
    return address.getScheme().equals("https") ? HTTPS : HTTP;
  }
}
