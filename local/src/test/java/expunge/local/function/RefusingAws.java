package expunge.local.function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import expunge.local.system.Endpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Refuses every call for good, and counts them; the SDK finds it as long as this is open. */
final class RefusingAws implements AutoCloseable {
  private static final List<String> PROPERTIES =
      List.of(
          "aws.endpointUrlS3",
          "aws.endpointUrlSqs",
          "aws.endpointUrlDynamoDb",
          "aws.region",
          "aws.accessKeyId",
          "aws.secretAccessKey");

  private final AtomicInteger calls = new AtomicInteger();
  private final HttpServer server;

  RefusingAws() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::refuse);
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    new Endpoints(uri, uri, uri).useInThisProcess();
  }

  int calls() {
    return calls.get();
  }

  private void refuse(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(400, -1);
    exchange.close();
  }

  @Override
  public void close() {
    PROPERTIES.forEach(System::clearProperty);
    server.stop(0);
  }
}
