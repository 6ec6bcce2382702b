package expunge.aws;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** Answers from memory, and keeps what it was asked and whether it was closed. */
final class CountedHttpClient implements SdkHttpClient {
  final List<HttpExecuteRequest> requests = new ArrayList<>();
  boolean closed;

  private final MemoryHttpClient memory = new MemoryHttpClient();

  AwsClients clients() {
    AwsBasicCredentials credentials = AwsBasicCredentials.create("id", "secret");
    return AwsClients.over(this, () -> StaticCredentialsProvider.create(credentials));
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    requests.add(request);
    return memory.prepareRequest(request);
  }

  @Override
  public void close() {
    closed = true;
  }
}
