package expunge.local.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import expunge.local.Ending;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * S3 as clients of the local stack see it: an emulator, and before it this server, which checks
 * presigned URLs and sends an event for each new object. Requests signed in a header, or not at
 * all, pass unchecked. Buckets stand in the path.
 */
public final class S3Front implements AutoCloseable {
  private static final Duration TIME_TO_END = Duration.ofSeconds(2);

  private final HttpServer server;
  private final Upstream upstream;
  private final PresignedUrls presignedUrls;
  private final InstantSource clock;
  private final Subscription subscription;
  private final EventDelivery delivery;
  private final AtomicLong sequence;
  private final JsonType<S3Notification> json = Jsonb.builder().build().type(S3Notification.class);
  private final FirstPuts firstPuts = new FirstPuts();
  private final ReadWriteLock running = new ReentrantReadWriteLock();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private S3Front(
      HttpServer server,
      URI upstream,
      AccessKey accessKey,
      InstantSource clock,
      Subscription subscription) {
    this.server = server;
    this.upstream = new Upstream(upstream, accessKey);
    this.presignedUrls = new PresignedUrls(accessKey, clock);
    this.clock = clock;
    this.subscription = subscription;
    this.delivery = new EventDelivery(subscription);
    this.sequence = new AtomicLong(Math.multiplyExact(clock.millis(), 1_000_000L));
  }

  /**
   * Answers on 127.0.0.1 when this returns.
   *
   * @param port 0 for any free one
   * @param upstream where the emulator answers, without a path
   * @throws IOException if it can't listen on the port
   */
  public static S3Front start(
      int port, URI upstream, AccessKey accessKey, InstantSource clock, Subscription subscription)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port);
    HttpServer server = HttpServer.create(address, 0);
    S3Front front = new S3Front(server, upstream, accessKey, clock, subscription);
    server.createContext("/", front::answer);
    server.setExecutor(front.threads);
    server.start();
    return front;
  }

  /** Where SDK clients find it, with path-style access; without a path. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(HttpExchange exchange) throws IOException {
    running.readLock().lock();
    try (exchange) {
      S3Call call = S3Call.of(exchange);
      Optional<Refusal> refusal = presignedUrls.refusal(call);
      if (refusal.isPresent()) {
        refusal.get().writeTo(exchange);
      } else {
        passOn(call, exchange);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      running.readLock().unlock();
    }
  }

  private void passOn(S3Call call, HttpExchange exchange) throws IOException, InterruptedException {
    InputStream body = body(call, exchange);
    HttpResponse<InputStream> response;
    Lock turn = firstPuts.lockFor(call);
    turn.lockInterruptibly();
    try {
      response = upstream.send(call, body);
    } catch (IOException _) {
      failure(body).writeTo(exchange);
      return;
    } finally {
      turn.unlock();
    }
    Optional<Creation> creation = call.creation().filter(_ -> subscription.covers(call.key()));
    if (creation.isPresent() && response.statusCode() == 200) {
      passOnAndTell(call, creation.get(), response, exchange);
    } else {
      UpstreamAnswer.of(response).writeTo(exchange, response.body());
    }
  }

  private static InputStream body(S3Call call, HttpExchange exchange) {
    String sha256 = call.headers().getFirst("x-amz-checksum-sha256");
    String length = call.headers().getFirst("Content-Length");
    boolean verified = call.isPresigned() && sha256 != null && length != null;
    return verified
        ? new VerifiedBody(exchange.getRequestBody(), Long.parseLong(length), sha256)
        : exchange.getRequestBody();
  }

  private static Refusal failure(InputStream body) {
    return body instanceof VerifiedBody verified && verified.refuted()
        ? new Refusal(400, "BadDigest", "The body does not have the signed SHA-256.")
        : new Refusal(503, "ServiceUnavailable", "The emulator of S3 did not answer.");
  }

  /** The event goes out after the answer, and also when nobody hears the answer any more. */
  private void passOnAndTell(
      S3Call call, Creation creation, HttpResponse<InputStream> response, HttpExchange exchange)
      throws IOException, InterruptedException {
    byte[] body = response.body().readAllBytes();
    boolean created =
        !creation.failsWithStatus200() || !new String(body, UTF_8).contains("<Error>");
    Optional<String> event =
        created ? Optional.of(event(call, creation, response)) : Optional.empty();
    try {
      UpstreamAnswer.of(response).writeTo(exchange, new ByteArrayInputStream(body));
    } finally {
      event.ifPresent(delivery::submit);
    }
  }

  private String event(S3Call call, Creation creation, HttpResponse<?> response)
      throws IOException, InterruptedException {
    Optional<String> versionId =
        response.headers().firstValue("x-amz-version-id").filter(id -> !id.equals("null"));
    StoredObject stored = upstream.head(call, versionId);
    return json.toJson(
        S3Notification.of(
            creation, call.bucket(), stored, clock.instant(), sequence.incrementAndGet()));
  }

  /**
   * Takes no more requests, lets the running ones end within two seconds, and returns when every
   * event was accepted or given up, also for taking too long. A second call does nothing.
   */
  @Override
  public void close() {
    awaitRunning();
    delivery.close();
    server.stop(0);
    Ending.within(TIME_TO_END, threads);
    upstream.close();
  }

  /** The server's own waiting may take all of its time although nothing runs. */
  private void awaitRunning() {
    try {
      if (running.writeLock().tryLock(TIME_TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
        running.writeLock().unlock();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
