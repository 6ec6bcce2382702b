package expunge.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is deployed, and what must never be. */
class ArtifactIT {
  private static final Path ROOT = Path.of(System.getProperty("expunge.root", "."));
  private static final String OURS = "0.1.0-SNAPSHOT";
  private static final Pattern NEVER =
      Pattern.compile(
          "(?i).*(junit|assertj|archunit|simulator|local|emulator|elasticmq|s3mock|sqlite|netty"
              + "|serialization|runtime-interface|picocli|jackson-(databind|annotations)).*");

  @ParameterizedTest
  @EnumSource
  void itHoldsItsOwnClassesAndItsLibrariesAndNothingElse(DeployedFunction function)
      throws IOException {
    String own = "expunge/%s/".formatted(function.module().replace("-", ""));

    assertThat(files(function))
        .allMatch(
            file ->
                file.startsWith(own)
                    || file.startsWith("META-INF/services/")
                    || file.matches("lib/[^/]+\\.jar"));
  }

  @ParameterizedTest
  @EnumSource
  void itsLibrariesAreThoseOfTheFunctionAlone(DeployedFunction function) throws IOException {
    assertThat(files(function))
        .filteredOn(file -> file.startsWith("lib/"))
        .contains("lib/core-" + OURS + ".jar", "lib/aws-" + OURS + ".jar")
        .anyMatch(file -> file.startsWith("lib/slf4j-nop-"))
        .noneMatch(file -> NEVER.matcher(file).matches())
        .filteredOn(file -> file.contains(OURS))
        .hasSize(2);
  }

  /** Planted bugs stay where they were planted. */
  @ParameterizedTest
  @EnumSource
  void noClassOfTheSimulatorIsInItsLibraries(DeployedFunction function) throws IOException {
    assertThat(filesOfLibraries(function))
        .contains("expunge/task/Task.class")
        .noneMatch(file -> file.contains("expunge/simulator"));
  }

  /** So that what the tests start is what is deployed. */
  @ParameterizedTest
  @EnumSource
  void theTemplateCallsItByTheSameNames(DeployedFunction function) {
    assertThat(ROOT.resolve("template.yaml"))
        .content()
        .contains("  %s:\n    Type: AWS::Serverless::Function\n".formatted(function.logicalId()))
        .contains("Handler: %s\n".formatted(function.handler()));
  }

  private static List<String> filesOfLibraries(DeployedFunction function) throws IOException {
    List<String> files = new ArrayList<>();
    try (ZipFile zip = new ZipFile(function.zip(ROOT).toFile())) {
      for (ZipEntry library : zip.stream().filter(e -> e.getName().endsWith(".jar")).toList()) {
        ZipInputStream jar = new ZipInputStream(zip.getInputStream(library));
        for (ZipEntry e = jar.getNextEntry(); e != null; e = jar.getNextEntry()) {
          files.add(e.getName());
        }
      }
    }
    return files;
  }

  private static List<String> files(DeployedFunction function) throws IOException {
    try (ZipFile zip = new ZipFile(function.zip(ROOT).toFile())) {
      return zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
    }
  }
}
