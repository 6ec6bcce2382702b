package expunge.local;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A moto_server, a Python program, of a test's own. */
public final class Moto implements AutoCloseable {
  private static final InetAddress HOST = InetAddress.ofLiteral("127.0.0.1");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private Moto(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts one and waits until it answers. Where there is none, the test is skipped; in a
   * continuous integration, which sets {@code CI}, it fails, for there nobody reads what was
   * skipped.
   */
  public static Moto start() {
    if (!isThere()) {
      String missing = "there is no moto_server on the path (pip install 'moto[server]')";
      if (System.getenv("CI") == null) {
        abort("skipped: " + missing);
      }
      fail(missing + ", and with CI set the tests on moto must run");
    }
    Moto moto = onFreePort(Ports.free().of(Ports.Service.S3));
    Eventually.within(PATIENCE, moto::answers);
    return moto;
  }

  /** Where it answers. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  private static Moto onFreePort(int port) {
    Path log =
        Path.of(
            System.getProperty("expunge.root", "."), "local/target/moto-%d.log".formatted(port));
    try {
      return new Moto(
          new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", String.valueOf(port))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start(),
          port);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** A file of that name is not enough: it may be a shim without a program behind it. */
  private static boolean isThere() {
    try {
      Process help =
          new ProcessBuilder("moto_server", "--help")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return help.waitFor(60, TimeUnit.SECONDS) && help.exitValue() == 0;
    } catch (IOException missing) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(HOST, port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
