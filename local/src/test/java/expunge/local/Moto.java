package expunge.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

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

  /** Starts one and waits until it answers; where there is none, the test is skipped. */
  public static Moto start() {
    Tool.required(List.of("moto_server"), "pip install 'moto[server]'", "--help");
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

  private boolean answers() {
    try (Socket socket = new Socket(HOST, port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
