package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.CallCounter;
import expunge.access.Role;
import expunge.log.LogEntry;
import expunge.run.ExpungeException;
import org.junit.jupiter.api.Test;

class FaultTest {
  private final Gateway gateway = new Gateway();

  @Test
  void anUnexpectedFaultIsLoggedAndToldWithoutItsInnerText() {
    APIGatewayV2HTTPResponse response =
        callOverACounterThatFailsWith(new IllegalStateException("secret"));

    assertThat(response.getStatusCode()).isEqualTo(500);
    assertThat(response.getBody())
        .isEqualTo(
            """
            {"type":"/problems/internal-error","title":"Something went wrong here","status":500,\
            "detail":"The call could not be answered."}\
            """);
    assertThat(gateway.logged).singleElement().isInstanceOf(LogEntry.Fault.class);
    assertThat(gateway.logged.toString()).doesNotContain("secret");
  }

  @Test
  void aBusyServiceIsWorthAnotherTry() {
    APIGatewayV2HTTPResponse response =
        callOverACounterThatFailsWith(new ExpungeException.Retryable("throttled", null));

    assertThat(response.getStatusCode()).isEqualTo(503);
    assertThat(response.getHeaders()).containsEntry("Retry-After", "2");
    assertThat(response.getBody()).contains("/problems/unavailable").doesNotContain("throttled");
    assertThat(gateway.logged).hasSize(1);
  }

  @Test
  void aPermanentFaultIsNotWorthAnotherTry() {
    APIGatewayV2HTTPResponse response =
        callOverACounterThatFailsWith(new ExpungeException.Permanent("no table", null));

    assertThat(response.getStatusCode()).isEqualTo(500);
    assertThat(response.getHeaders()).doesNotContainKey("Retry-After");
  }

  @Test
  void anEventThatIsNoCallIsAFault() {
    APIGatewayV2HTTPResponse response =
        gateway.call(gateway.tasks, APIGatewayV2HTTPEvent.builder().build());

    assertThat(response.getStatusCode()).isEqualTo(500);
    assertThat(gateway.logged).hasSize(1);
  }

  @Test
  void anEventMayHaveNeitherHeadersNorQuery() {
    APIGatewayV2HTTPEvent event = gateway.event("/health");
    event.setHeaders(null);
    event.setQueryStringParameters(null);

    assertThat(gateway.call(gateway.tasks, event).getStatusCode()).isEqualTo(200);
  }

  private APIGatewayV2HTTPResponse callOverACounterThatFailsWith(RuntimeException fault) {
    APIGatewayV2HTTPEvent event = gateway.as(Role.VIEWER).event("/tasks");
    CallCounter failing =
        (_, _, _) -> {
          throw fault;
        };
    return gateway.call(gateway.ports(failing, gateway.tasks), event);
  }
}
