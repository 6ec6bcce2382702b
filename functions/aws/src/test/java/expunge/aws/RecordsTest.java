package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.run.Ids;
import expunge.run.SystemScheduler;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.http.HttpExecuteRequest;

@ExtendWith(InRegion.class)
class RecordsTest {
  private static final Pattern TOKEN =
      Pattern.compile("\"ClientRequestToken\":\"([0-9a-z]{" + Ids.LENGTH + "})\"");

  private final CountedHttpClient http = new CountedHttpClient();

  @Test
  void aTransactionHasATokenFromTheOneSourceOfRandomness() throws IOException {
    try (AwsClients clients = http.clients()) {
      Records records = new Records(clients.dynamoDb(), "tasks", new SystemScheduler());
      records.transact(List.of());
      records.transact(List.of());
    }

    assertThat(http.requests).hasSize(2);
    assertThat(token(http.requests.getFirst())).isNotEqualTo(token(http.requests.getLast()));
  }

  private static String token(HttpExecuteRequest request) throws IOException {
    try (InputStream body = request.contentStreamProvider().orElseThrow().newStream()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      Matcher token = TOKEN.matcher(text);
      assertThat(token.find()).as(text).isTrue();
      return token.group(1);
    }
  }
}
