package expunge.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import expunge.local.LocalProblem;
import expunge.local.Ports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetsFileTest {
  @TempDir private Path work = Path.of(".");

  private DatasetsFile read(Path file) throws IOException {
    return DatasetsFile.of(
        new LocalOptions(work, work, Ports.usual(), Optional.empty(), Optional.of(file), 1));
  }

  @Test
  void withoutAFileTheSampleIsCopiedToWhereFunctionsReadIt() throws IOException {
    DatasetsFile sample = DatasetsFile.of(LocalOptions.standard(work, work, Ports.usual()));

    assertThat(sample.path()).isAbsolute().content().contains("MaestraId");
    assertThat(sample.datasets().names()).containsExactly("customers", "contacts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "{\"datasets\": {}}", "{\"tables\": 1}"})
  void aFileThatIsNoDeclarationIsNamedInOneLine(String content) throws IOException {
    Path file = Files.writeString(work.resolve("bad.json"), content);

    assertThatThrownBy(() -> read(file))
        .isInstanceOf(LocalProblem.class)
        .hasMessageContainingAll("--datasets", file.toString())
        .message()
        .doesNotContain("\n");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Path latin1 =
        Files.writeString(work.resolve("latin.json"), "{\"ö\":1}", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> read(latin1)).hasMessageContaining("in UTF-8");
    assertThatThrownBy(() -> read(work.resolve("absent.json")))
        .isInstanceOf(LocalProblem.class)
        .hasMessageContaining("absent.json");
  }
}
