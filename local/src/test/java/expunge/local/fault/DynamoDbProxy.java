package expunge.local.fault;

import expunge.local.fault.DynamoDbCall.Meddler;
import expunge.local.fault.HttpMessage.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;

/** Between the functions and DynamoDB: can be cut, and lets a meddler into every call. */
final class DynamoDbProxy implements AutoCloseable {
  private static final Set<String> PASSED_ON =
      Set.of("authorization", "content-type", "x-amz-target", "x-amz-date");

  private final ServerSocket server;
  private final URI upstream;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private volatile Meddler meddler = Meddler.NONE;
  private volatile boolean cut;
  private final Phaser mended = new Phaser(1);

  private DynamoDbProxy(ServerSocket server, URI upstream) {
    this.server = server;
    this.upstream = upstream;
  }

  /** Listens when this returns. */
  static DynamoDbProxy start(URI upstream) {
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
      DynamoDbProxy proxy = new DynamoDbProxy(server, upstream);
      proxy.threads.execute(proxy::accept);
      return proxy;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /** From the next call on. */
  void meddler(Meddler next) {
    meddler = next;
  }

  /** Calls get no answer from now on, as where packets are dropped; those under way get none. */
  void cut() {
    cut = true;
  }

  /** The network is whole again. Connections from before are lost. */
  void mend() {
    cut = false;
    mended.arrive();
    connections.forEach(DynamoDbProxy::close);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        threads.execute(() -> serve(connection));
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      while (true) {
        HttpMessage message = HttpMessage.read(connection.getInputStream());
        awaitNetwork();
        Answer answer =
            meddler.answer(
                DynamoDbCall.of(message), call -> forwarded(message.headers(), call.json()));
        awaitNetwork();
        connection.getOutputStream().write(HttpMessage.answer(answer));
      }
    } catch (IOException _) {
      // one of the two has gone
    } finally {
      connections.remove(connection);
    }
  }

  private void awaitNetwork() {
    int phase = mended.getPhase();
    if (cut) {
      mended.awaitAdvance(phase);
    }
  }

  private Answer forwarded(Map<String, String> headers, String json) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(upstream).POST(HttpRequest.BodyPublishers.ofString(json));
    headers.forEach(
        (name, value) -> {
          if (PASSED_ON.contains(name)) {
            request.header(name, value);
          }
        });
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception _) {
      // it is gone either way
    }
  }

  @Override
  public void close() {
    close(server);
    mend();
    threads.shutdownNow();
    client.shutdownNow();
  }
}
