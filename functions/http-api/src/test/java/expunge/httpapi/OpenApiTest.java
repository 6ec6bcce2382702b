package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private final Gateway gateway = new Gateway();

  @Test
  void whoeverAsksGetsTheDescriptionAsItIsWritten() throws IOException {
    APIGatewayV2HTTPResponse answer = gateway.get("/openapi.json");

    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/json");
    assertThat(answer.getBody())
        .isEqualTo(Files.readString(Path.of("src/main/resources/expunge/httpapi/openapi.json")));
  }

  @Test
  void itTakesNoParameters() {
    assertThat(gateway.query("version", "2").get("/openapi.json").getBody())
        .contains("/problems/unknown-parameter");
  }
}
