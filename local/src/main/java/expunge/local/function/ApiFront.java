package expunge.local.function;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import expunge.local.Ending;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP API with one route for everything, as API Gateway would serve it: the same events
 * (payload 2.0), the same limits, and the same answers when the function fails, takes too long or
 * says nothing sensible.
 */
public final class ApiFront implements AutoCloseable {
  /** What API Gateway takes at most; its answer to more is 413. */
  static final int BODY_LIMIT = 10 * 1024 * 1024;

  private static final Duration TIME_TO_END = Duration.ofSeconds(2);

  private final RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler;
  private final FunctionContext function;
  private final Duration patience;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * @param patience how long a client waits for the function at most; API Gateway's is 30 s
   */
  private ApiFront(
      HttpServer server,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      FunctionContext function,
      Duration patience) {
    this.server = server;
    this.handler = handler;
    this.function = function;
    this.patience = patience;
  }

  /**
   * Answers on 127.0.0.1 when this returns.
   *
   * @param port 0 for any free one
   * @throws IOException if it can't listen on the port
   */
  public static ApiFront start(
      int port,
      RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> handler,
      FunctionContext function,
      Duration patience)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    HttpServer server = HttpServer.create(address, 0);
    ApiFront front = new ApiFront(server, handler, function, patience);
    server.createContext("/", front::answer);
    server.setExecutor(front.threads);
    server.start();
    return front;
  }

  /** Where clients find it; without a path. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_LIMIT + 1);
      GatewayAnswer answer =
          body.length > BODY_LIMIT
              ? GatewayAnswer.error(413, "Request Entity Too Large")
              : invoke(HttpApiEvents.of(exchange, body, function.clock().instant()));
      answer.writeTo(exchange);
    }
  }

  private GatewayAnswer invoke(APIGatewayV2HTTPEvent event) {
    Future<APIGatewayV2HTTPResponse> response =
        threads.submit(() -> handler.handleRequest(event, function.invocation()));
    try {
      return GatewayAnswer.of(response.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException _) {
      return GatewayAnswer.error(503, "Service Unavailable");
    } catch (ExecutionException e) {
      String cause = String.valueOf(e.getCause());
      function.log().accept(function.name() + " failed: " + cause);
      return GatewayAnswer.error(500, "Internal Server Error");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return GatewayAnswer.error(503, "Service Unavailable");
    }
  }

  /** Takes no more requests; those that the function is working on are interrupted after 2 s. */
  @Override
  public void close() {
    server.stop(0);
    Ending.within(TIME_TO_END, threads);
  }
}
