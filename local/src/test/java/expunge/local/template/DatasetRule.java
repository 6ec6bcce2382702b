package expunge.local.template;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.KeyType;
import expunge.local.lambda.DeployedFunction;
import expunge.run.InvalidSettings;
import java.util.ArrayList;
import java.util.List;

/** Functions know the profile table that the stack makes, and else what is declared by hand. */
final class DatasetRule implements Rule {
  private static final String VARIABLE = "EXPUNGE_DATASETS";

  @Override
  public List<String> problems(Template expanded) {
    List<String> problems = new ArrayList<>();
    for (DeployedFunction function : DeployedFunction.values()) {
      String name = function.logicalId();
      if (!isSample(expanded, declared(expanded, name, Situation.SAMPLE))) {
        problems.add(name + " does not know the table for trying out");
      }
      if (!declared(expanded, name, Situation.OWN).equals("@/var/task/datasets.json")) {
        problems.add(name + " does not read the operator's declaration");
      }
    }
    return problems;
  }

  private static String declared(Template expanded, String function, Situation situation) {
    return situation.variables(expanded, function).getOrDefault(VARIABLE, "");
  }

  private static boolean isSample(Template expanded, String declaration) {
    try {
      Dataset dataset = Datasets.parse(declaration).defaultDataset();
      Part table = expanded.resource("ProfileTable").at("Properties");
      return dataset.table().equals(Situation.PROFILE_TABLE)
          && dataset.key().type() == KeyType.TEXT
          && members(table, "KeySchema").equals(List.of(dataset.key().name(), "HASH"))
          && members(table, "AttributeDefinitions").equals(List.of(dataset.key().name(), "S"));
    } catch (InvalidSettings invalid) {
      return false;
    }
  }

  private static List<String> members(Part table, String list) {
    return table.at(list).list().stream()
        .flatMap(element -> element.map().values().stream())
        .map(Part::text)
        .toList();
  }
}
