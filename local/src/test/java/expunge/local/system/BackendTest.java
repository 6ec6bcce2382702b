package expunge.local.system;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.local.LocalProblem;
import expunge.local.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;

class BackendTest {
  private static URI address(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Test
  void aBackendThatListensIsTaken() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      assertThatCode(() -> Backend.requireListening(address(server.getLocalPort())))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aBackendThatIsNotThereIsNamed() {
    URI nobody = address(Ports.free().of(Ports.Service.S3));

    assertThatThrownBy(() -> Backend.requireListening(nobody))
        .isInstanceOf(LocalProblem.class)
        .hasMessageContainingAll(nobody.toString(), "start the emulator first");
  }

  @Test
  void aHostThatThereIsNotIsNamedToo() {
    assertThatThrownBy(() -> Backend.requireListening(URI.create("https://nobody.invalid")))
        .isInstanceOf(LocalProblem.class)
        .hasMessageContaining("nobody.invalid");
  }
}
