package expunge.local.template;

import expunge.local.lambda.DeployedFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A deployed function calls AWS itself; one on a developer's machine never does. */
final class EndpointRule implements Rule {
  private static final Set<String> LOCAL =
      Set.of(
          "AWS_ENDPOINT_URL_S3",
          "AWS_ENDPOINT_URL_SQS",
          "AWS_ENDPOINT_URL_DYNAMODB",
          "AWS_REQUEST_CHECKSUM_CALCULATION");

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    for (DeployedFunction function : DeployedFunction.values()) {
      for (Situation situation : Situation.ALL) {
        Set<String> ours =
            new TreeSet<>(situation.variables(expanded, function.logicalId()).keySet());
        ours.removeIf(name -> !name.startsWith("AWS_"));
        if (!ours.equals(situation.equals(Situation.LOCAL) ? LOCAL : Set.of())) {
          problems.add(function + " has other endpoints, " + situation + ": " + ours);
        }
      }
    }
    return problems;
  }
}
