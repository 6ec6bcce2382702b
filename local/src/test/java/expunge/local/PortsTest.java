package expunge.local;

import static expunge.local.Ports.Service.API;
import static expunge.local.Ports.Service.DYNAMODB;
import static expunge.local.Ports.Service.S3;
import static expunge.local.Ports.Service.SQS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void theUsualPortsAreThoseOfTheOriginals() {
    assertThat(Stream.of(S3, SQS, DYNAMODB, API).map(Ports.usual()::of))
        .containsExactly(9090, 9324, 8000, 3000);
  }

  @Test
  void freePortsAreDifferentAndFree() {
    Ports free = Ports.free();

    assertThat(Stream.of(S3, SQS, DYNAMODB, API).map(free::of)).doesNotHaveDuplicates();
    assertThatCode(() -> free.requireFree(S3, SQS, DYNAMODB, API)).doesNotThrowAnyException();
  }

  @Test
  void aPortThatCannotBeHadNamesItsServiceTheOptionAndWhy() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 0, InetAddress.ofLiteral("127.0.0.1"))) {
      Ports ports = Ports.free().with(SQS, taken.getLocalPort());

      assertThatThrownBy(() -> ports.requireFree(S3, SQS))
          .isInstanceOf(LocalProblem.class)
          .hasMessageContainingAll(
              "" + taken.getLocalPort(), "SQS", "in use", "--sqs-port", "--ports auto");
    }
  }

  @Test
  void onePortForTwoServicesIsRefused() {
    Ports free = Ports.free();
    Ports ports = free.with(API, free.of(S3));

    assertThatThrownBy(() -> ports.requireFree(S3, SQS, DYNAMODB, API))
        .isInstanceOf(LocalProblem.class)
        .hasMessageContainingAll("was given to S3 too", "--api-port");
  }

  @Test
  void aNumberThatIsNoPortIsRefused() {
    assertThatThrownBy(() -> Ports.usual().with(API, 70_000))
        .isInstanceOf(LocalProblem.class)
        .hasMessageContaining("--api-port");
  }
}
