package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.run.SystemScheduler;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

@ExtendWith(InRegion.class)
class AwsClientsTest {
  private final CountedHttpClient http = new CountedHttpClient();
  private final List<Credentials> handedOut = new ArrayList<>();

  /** Every client gets its own when it is made, and closes them when it is closed. */
  private static final class Credentials implements AwsCredentialsProvider, AutoCloseable {
    private boolean closed;

    @Override
    public AwsCredentials resolveCredentials() {
      return AwsBasicCredentials.create("id", "secret");
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private AwsClients clients() {
    return AwsClients.over(
        http,
        () -> {
          Credentials credentials = new Credentials();
          handedOut.add(credentials);
          return credentials;
        });
  }

  @Test
  void theClientOfSecretsManagerIsMadeWhenItIsFirstAskedForAndOnce() {
    try (AwsClients clients = clients()) {
      int atTheStart = handedOut.size();
      assertThat(clients.secrets().get()).isSameAs(clients.secrets().get());
      assertThat(handedOut).hasSize(atTheStart + 1);
      assertThat(http.requests).isEmpty();
    }
  }

  @Test
  void portsThatNobodyAsksForTheKeyMakeNoClientOfSecretsManager() {
    try (AwsClients clients = clients()) {
      int atTheStart = handedOut.size();
      SuppressionSecret secret = new SuppressionSecret.InSecretsManager("arn");
      assertThat(new AwsPorts(clients, new SystemScheduler()).suppressionKeys(secret)).isNotNull();
      assertThat(handedOut).hasSize(atTheStart);
    }
  }

  @Test
  void aClientOfSecretsManagerThatWasMadeIsClosedWithTheOthers() {
    AwsClients clients = clients();
    clients.secrets().get();
    clients.close();
    assertThat(handedOut).allMatch(credentials -> credentials.closed);
    assertThat(http.closed).isTrue();
  }

  @Test
  void closingMakesNoClient() {
    AwsClients clients = clients();
    int atTheStart = handedOut.size();
    clients.close();
    assertThat(handedOut).hasSize(atTheStart).allMatch(credentials -> credentials.closed);
  }
}
