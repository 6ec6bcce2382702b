package expunge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.local.Ports;
import expunge.local.system.LocalOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StackOptionsTest {
  private static LocalOptions options(String... arguments) {
    return CommandLine.populateCommand(new StackOptions(), arguments).options();
  }

  private static Stream<Integer> ports(LocalOptions options) {
    return Arrays.stream(Ports.Service.values()).map(options.ports()::of);
  }

  @Test
  void nothingGivenIsTheSampleOnOurOwnEmulators() {
    LocalOptions options = options();

    assertThat(ports(options)).containsExactly(9090, 9324, 8000, 3000);
    assertThat(options.work()).isEqualTo(options.root().resolve(".expunge"));
    assertThat(options.backend()).isEmpty();
    assertThat(options.datasets()).isEmpty();
    assertThat(options.workers()).isEqualTo(LocalOptions.WORKERS);
  }

  @Test
  void everyOptionArrives() {
    LocalOptions options =
        options(
            ("--s3-port 1 --sqs-port 2 --dynamodb-port 3 --api-port 4 --workers 0"
                    + " --backend http://127.0.0.1:5000 --datasets my.json")
                .split(" "));

    assertThat(ports(options)).containsExactly(1, 2, 3, 4);
    assertThat(options.workers()).isZero();
    assertThat(options.backend()).contains(URI.create("http://127.0.0.1:5000"));
    assertThat(options.datasets()).contains(Path.of("my.json"));
  }

  @Test
  void freePortsMayBeMixedWithChosenOnes() {
    LocalOptions options = options("--ports", "auto", "--api-port", "4");

    assertThat(ports(options)).doesNotContain(9090, 9324, 8000, 3000).endsWith(4);
  }
}
