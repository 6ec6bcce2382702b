package expunge.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import expunge.local.Tool;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Makefile as {@code sam build} calls it: in a copy of the tree that has no history, nothing
 * built, and no file that may be executed. The targets share one copy, so that what they share is
 * built once.
 */
@DisabledOnOs(OS.WINDOWS)
class MakefileIT {
  private static final Path ROOT = Path.of(System.getProperty("expunge.root", "."));
  private static final Path LOG = ROOT.resolve("local/target/make.log");

  /** What whoever deploys may have put beside the Makefile. */
  private static final List<String> OWN = List.of("datasets.json", "api-keys");

  private static final long PATIENCE_SECONDS = 600;

  @TempDir private static Path tree;

  @BeforeAll
  static void copy() throws IOException {
    Tool.required(List.of("make"), "apt install make", "--version");
    TreeCopy.make(ROOT, tree);
    for (String file : OWN) {
      Files.deleteIfExists(tree.resolve(file));
    }
  }

  @Test
  void aTargetFillsItsFolderWithWhatTheZipHolds() throws Exception {
    Path artifacts = tree.resolve("artifacts of file intake");

    make(DeployedFunction.FILE_INTAKE, artifacts.toString());

    assertThat(files(artifacts)).isEqualTo(entries(DeployedFunction.FILE_INTAKE.zip(ROOT)));
  }

  @Test
  void aFolderThatAnOlderBuildFilledEndsUpTheSame() throws Exception {
    Path artifacts = tree.resolve("artifacts of/deletion worker");
    Files.createDirectories(artifacts.resolve("lib"));
    Files.writeString(artifacts.resolve("lib/s3-1.0.jar"), "old");
    Files.writeString(artifacts.resolve("datasets.json"), "old");

    make(DeployedFunction.DELETION_WORKER, "artifacts of/deletion worker");

    assertThat(files(artifacts)).isEqualTo(entries(DeployedFunction.DELETION_WORKER.zip(ROOT)));
  }

  @Test
  void aDeclarationAndKeysBesideTheMakefileGoWithIt() throws Exception {
    Path artifacts = tree.resolve("artifacts of http api");
    for (String file : OWN) {
      Files.writeString(tree.resolve(file), "own " + file);
    }

    make(DeployedFunction.HTTP_API, artifacts.toString());

    for (String file : OWN) {
      Files.delete(tree.resolve(file));
      assertThat(artifacts.resolve(file)).hasContent("own " + file);
      Files.delete(artifacts.resolve(file));
    }
    assertThat(files(artifacts)).isEqualTo(entries(DeployedFunction.HTTP_API.zip(ROOT)));
  }

  @Test
  void withoutAFolderItSaysWhatIsMissing() throws Exception {
    assertThat(run(DeployedFunction.HTTP_API, "")).isNotZero();

    assertThat(LOG).content().contains("ARTIFACTS_DIR is missing", "make build-");
  }

  /** Its zip has the same bytes as ours, though it was built elsewhere, at another time. */
  private static void make(DeployedFunction function, String artifacts) throws Exception {
    assertThat(run(function, artifacts)).as(() -> contentOf(LOG.toFile())).isZero();
    assertThat(function.zip(tree)).hasSameBinaryContentAs(function.zip(ROOT));
  }

  private static int run(DeployedFunction function, String artifacts)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("make", "build-" + function.logicalId())
            .directory(tree.toFile())
            .redirectErrorStream(true)
            .redirectOutput(LOG.toFile());
    String repository = System.getProperty("expunge.maven.repository");
    Map<String, String> environment = builder.environment();
    environment.put("ARTIFACTS_DIR", artifacts);
    environment.put("MAVEN_ARGS", "-o -Dmaven.repo.local=" + repository);
    // A jar says on which JDK Maven ran.
    environment.put("JAVA_HOME", System.getProperty("expunge.maven.jdk"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** The checksum of each file, by its path. */
  private static Map<String, Long> files(Path folder) throws IOException {
    Map<String, Long> checksums = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        CRC32 checksum = new CRC32();
        checksum.update(Files.readAllBytes(file));
        String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
        checksums.put(path, checksum.getValue());
      }
    }
    return checksums;
  }

  private static Map<String, Long> entries(Path file) throws IOException {
    Map<String, Long> checksums = new TreeMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach((ZipEntry entry) -> checksums.put(entry.getName(), entry.getCrc()));
    }
    return checksums;
  }
}
