package expunge.aws;

import io.avaje.json.mapper.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Answers in the place of AWS, without a network: a table that holds the record last put, a bucket
 * without objects, and for everything else the shortest answer that says it is done.
 */
final class MemoryHttpClient implements SdkHttpClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NOTHING = "{}";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private String found = NOTHING;

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(request);
      }

      @Override
      public void abort() {}
    };
  }

  @Override
  public void close() {}

  private HttpExecuteResponse answer(HttpExecuteRequest request) throws IOException {
    Optional<String> operation = request.httpRequest().firstMatchingHeader("X-Amz-Target");
    if (operation.isEmpty()) {
      boolean reading = request.httpRequest().method() == SdkHttpMethod.GET;
      return response(reading ? NOT_FOUND : OK, "");
    }
    if (operation.get().endsWith(".PutItem")) {
      found = JSON.toJson(Map.of("Item", item(request)));
    }
    return response(OK, operation.get().endsWith(".GetItem") ? found : NOTHING);
  }

  private static Object item(HttpExecuteRequest request) throws IOException {
    ContentStreamProvider body = request.contentStreamProvider().orElseThrow();
    try (InputStream in = body.newStream()) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Objects.requireNonNull(JSON.fromJsonObject(text).get("Item"));
    }
  }

  private static HttpExecuteResponse response(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(status).build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }
}
