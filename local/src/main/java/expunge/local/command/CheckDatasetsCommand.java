package expunge.local.command;

import expunge.aws.AwsClients;
import expunge.dataset.Datasets;
import expunge.local.LocalProblem;
import expunge.local.tables.DatasetCheck;
import expunge.local.tables.DynamoTables;
import expunge.run.InvalidSettings;
import expunge.run.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Compares a declaration with the tables that are there. Only looks. */
@Command(
    name = "check-datasets",
    mixinStandardHelpOptions = true,
    description =
        "Compares the declaration of datasets with the tables in DynamoDB, as the AWS SDK's"
            + " environment names it (AWS_REGION, AWS_PROFILE, AWS_ENDPOINT_URL_DYNAMODB); changes"
            + " nothing. Ends with 1 where something does not fit.")
final class CheckDatasetsCommand implements Callable<Integer> {
  private static final String DECLARATION = "EXPUNGE_DATASETS";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--datasets",
      paramLabel = "FILE",
      description =
          "the declaration; without it, what EXPUNGE_DATASETS names, or datasets.json beside the"
              + " template")
  private @Nullable Path file;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      Datasets datasets = declared(System.getenv());
      List<String> problems = problems(datasets);
      problems.forEach(out::println);
      if (problems.isEmpty()) {
        out.println(
            counted(datasets.names().size(), "dataset")
                + ", "
                + counted(DatasetCheck.tables(datasets).size(), "table")
                + ", no problem");
      }
      return problems.isEmpty() ? 0 : 1;
    } catch (InvalidSettings wrong) {
      wrong.problems().forEach(out::println);
      return 1;
    }
  }

  private Datasets declared(Map<String, String> environment) {
    if (file == null && environment.containsKey(DECLARATION)) {
      Settings settings = new Settings(environment);
      Optional<Datasets> datasets = settings.document(DECLARATION, Datasets::parse);
      settings.check();
      return datasets.orElseThrow();
    }
    Path path = file == null ? StackOptions.root().resolve("datasets.json") : file;
    try {
      return Datasets.parse(Files.readString(path));
    } catch (IOException unreadable) {
      throw new LocalProblem(
          path + " can't be read; give the path of a JSON file in UTF-8 with --datasets.");
    }
  }

  private static List<String> problems(Datasets datasets) {
    try (AwsClients clients = AwsClients.fromEnvironment()) {
      return new DatasetCheck(new DynamoTables(clients.dynamoDb())).problems(datasets);
    } catch (SdkClientException nowhere) {
      throw new LocalProblem(
          "No DynamoDB is named: set AWS_REGION, or AWS_PROFILE, as for the AWS CLI.");
    }
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
