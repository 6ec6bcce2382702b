package expunge.local.template;

import expunge.aws.AwsClients;
import expunge.deletionworker.DeletionWorkerFunction;
import expunge.fileintake.FileIntakeFunction;
import expunge.housekeeping.HousekeepingFunction;
import expunge.httpapi.HttpApiFunction;
import expunge.importworker.ImportWorkerFunction;
import expunge.local.lambda.DeployedFunction;
import expunge.run.InvalidSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real functions start with the variables that the template gives them, in any stack. */
final class StartRule implements Rule {
  private static final String DATASETS =
      "{\"datasets\": {\"customers\": {\"profiles\": {\"table\": \"any\", \"key\": \"Id\"}}}}";

  /** What an artifact holds beside its classes, by the path that it has in AWS. */
  private final Map<String, String> files =
      Map.of(
          "@/var/task/datasets.json", "@" + file(DATASETS),
          "@/var/task/api-keys", "@" + file(Situation.KEY));

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    // The SDK wants a region; all tests have the same.
    System.setProperty("aws.region", "us-east-1");
    try (AwsClients clients = AwsClients.fromEnvironment()) {
      for (Situation situation : Situation.ALL) {
        for (DeployedFunction function : DeployedFunction.values()) {
          Map<String, String> variables = situation.variables(expanded, function.logicalId());
          variables.replaceAll((_, value) -> files.getOrDefault(value, value));
          try {
            start(function, variables, clients);
          } catch (InvalidSettings invalid) {
            problems.add(function + " does not start, " + situation + ": " + invalid.problems());
          }
        }
      }
    }
    return problems;
  }

  private static Object start(
      DeployedFunction function, Map<String, String> variables, AwsClients clients) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return switch (function) {
      case FILE_INTAKE -> new FileIntakeFunction(variables, clients, nowhere);
      case DELETION_WORKER -> new DeletionWorkerFunction(variables, clients, nowhere);
      case IMPORT_WORKER -> new ImportWorkerFunction(variables, clients, nowhere);
      case HTTP_API -> new HttpApiFunction(variables, clients, nowhere);
      case HOUSEKEEPING -> new HousekeepingFunction(variables, clients, nowhere);
    };
  }

  private static Path file(String content) {
    try {
      Path file = Files.createTempFile("template", null);
      file.toFile().deleteOnExit();
      return Files.writeString(file, content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
