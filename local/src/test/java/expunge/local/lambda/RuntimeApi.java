package expunge.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * Lambda's Runtime API for one process: hands it events one after the other, and takes its answers.
 */
final class RuntimeApi implements AutoCloseable {
  private static final String RUNTIME = "/2018-06-01/runtime";
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
  private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
  private final CompletableFuture<Answer> start = new CompletableFuture<>();
  private final CompletableFuture<Void> restored = new CompletableFuture<>();

  private record Invocation(String id, String event) {}

  private RuntimeApi(HttpServer server) {
    this.server = server;
  }

  /** Answers on 127.0.0.1 when this returns. */
  static RuntimeApi start() throws IOException {
    InetAddress host = InetAddress.ofLiteral("127.0.0.1");
    RuntimeApi api = new RuntimeApi(HttpServer.create(new InetSocketAddress(host, 0), 0));
    api.server.setExecutor(api.threads);
    api.server.createContext(RUNTIME + "/invocation/next", api::next);
    api.server.createContext(RUNTIME + "/invocation/", api::answered);
    api.server.createContext(RUNTIME + "/restore/next", api::restored);
    api.server.createContext(RUNTIME + "/init/error", api::notStarted);
    api.server.createContext(RUNTIME + "/restore/error", api::notStarted);
    api.server.start();
    return api;
  }

  /** Host and port, as {@code AWS_LAMBDA_RUNTIME_API} says them. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Hands an event to the process when it asks for the next one. */
  CompletableFuture<Answer> invoke(String event) {
    Invocation invocation = new Invocation(UUID.randomUUID().toString(), event);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    answers.put(invocation.id(), answer);
    waiting.add(invocation);
    return answer;
  }

  /** How the process's start ends: a failure, or a reply once it asks for its first event. */
  CompletableFuture<Answer> started() {
    return start;
  }

  /** Done once the process has said that it could be frozen, and was told to go on. */
  CompletableFuture<Void> restored() {
    return restored;
  }

  private void next(HttpExchange exchange) throws IOException {
    start.complete(new Answer.Reply(""));
    try (exchange) {
      Invocation invocation = waiting.take();
      Headers headers = exchange.getResponseHeaders();
      headers.add("Lambda-Runtime-Aws-Request-Id", invocation.id());
      headers.add(
          "Lambda-Runtime-Deadline-Ms", String.valueOf(Instant.now().plus(TIMEOUT).toEpochMilli()));
      headers.add(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:us-east-1:123456789012:function:local:live");
      headers.add("Lambda-Runtime-Trace-Id", "Root=1-5f5b4f5e-000000000000000000000000;Sampled=0");
      headers.add("Content-Type", "application/json");
      byte[] event = invocation.event().getBytes(UTF_8);
      exchange.sendResponseHeaders(OK, event.length);
      exchange.getResponseBody().write(event);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void answered(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(RUNTIME.length()).split("/", -1);
    Function<String, Answer> kind =
        path[3].equals("response") ? Answer.Reply::new : Answer.Failure::new;
    CompletableFuture<Answer> answer = answers.remove(path[2]);
    accept(exchange, answer == null ? new CompletableFuture<>() : answer, kind);
  }

  private void notStarted(HttpExchange exchange) throws IOException {
    accept(exchange, start, Answer.Failure::new);
  }

  private void restored(HttpExchange exchange) throws IOException {
    try (exchange) {
      restored.complete(null);
      exchange.sendResponseHeaders(OK, -1);
    }
  }

  private static void accept(
      HttpExchange exchange, CompletableFuture<Answer> answer, Function<String, Answer> kind)
      throws IOException {
    try (exchange) {
      answer.complete(kind.apply(new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
      exchange.sendResponseHeaders(ACCEPTED, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
