package expunge.local;

import expunge.httpapi.OpenApi;
import expunge.simulator.openapi.Conformance;
import expunge.simulator.openapi.Description;
import expunge.simulator.openapi.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * A client of the HTTP API to which an answer that {@code openapi.json} does not describe is a
 * failure. It follows redirects; what the bucket answers is not looked at.
 */
public final class DescribedHttp extends HttpClient {
  private static final Conformance CONFORMANCE =
      new Conformance(Description.of(OpenApi.document()));

  private final HttpClient http = HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
  private final String authority;

  /** Of the API at this place. */
  public DescribedHttp(URI api) {
    this.authority = api.getAuthority();
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler)
      throws IOException, InterruptedException {
    HttpResponse<T> last = http.send(request, handler);
    Optional<HttpResponse<T>> response = Optional.of(last);
    while (response.isPresent()) {
      check(response.get());
      response = response.get().previousResponse();
    }
    return last;
  }

  private void check(HttpResponse<?> response) {
    if (response.uri().getAuthority().equals(authority)) {
      CONFORMANCE.check(
          new Exchange(
              response.request().method(),
              response.uri().getPath(),
              parameters(response.uri()),
              response.request().bodyPublisher().map(DescribedHttp::text).orElse(""),
              response.statusCode(),
              headers(response),
              response.body() instanceof String body ? body : ""));
    }
  }

  private static Set<String> parameters(URI uri) {
    return Optional.ofNullable(uri.getQuery()).stream()
        .flatMap(query -> Arrays.stream(query.split("&", -1)))
        .map(parameter -> parameter.split("=", 2)[0])
        .collect(Collectors.toSet());
  }

  private static Map<String, String> headers(HttpResponse<?> response) {
    Map<String, String> headers = new TreeMap<>();
    response.headers().map().forEach((name, all) -> headers.put(name, String.join(", ", all)));
    return headers;
  }

  /** What a publisher of a text publishes, which it does at once and as often as it is asked. */
  private static String text(BodyPublisher publisher) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    publisher.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(ByteBuffer part) {
            byte[] some = new byte[part.remaining()];
            part.get(some);
            bytes.writeBytes(some);
          }

          @Override
          public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
          }

          @Override
          public void onComplete() {}
        });
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler) {
    throw new UnsupportedOperationException("these tests wait for their answers");
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(
      HttpRequest request, BodyHandler<T> handler, @Nullable PushPromiseHandler<T> pushes) {
    throw new UnsupportedOperationException("these tests wait for their answers");
  }

  @Override
  public void close() {
    http.close();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return http.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return http.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return http.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return http.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return http.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return http.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return http.authenticator();
  }

  @Override
  public Version version() {
    return http.version();
  }

  @Override
  public Optional<Executor> executor() {
    return http.executor();
  }
}
