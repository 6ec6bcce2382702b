package expunge.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.dataset.Datasets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstStepsTest {
  private static List<String> steps(String profiles) {
    return FirstSteps.of(
        Datasets.parse("{\"datasets\":{\"a\":{\"profiles\":{" + profiles + "}}}}")
            .defaultDataset());
  }

  @Test
  void tableAndKeyAreThoseOfTheDeclaration() {
    assertThat(steps("\"table\":\"leads\",\"key\":\"LeadId\""))
        .startsWith(
            "aws dynamodb put-item --table-name leads --item '{\"LeadId\": {\"S\": \"1000\"}}'",
            "printf 'LeadId\\n1000\\n' | aws s3 cp - \"s3://$EXPUNGE_BUCKET/drop/first.csv\"");
  }

  @Test
  void aNumberIsPutAsANumber() {
    assertThat(steps("\"table\":\"t\",\"key\":\"k\",\"keyType\":\"number\"").getFirst())
        .contains("{\"k\": {\"N\": \"1000\"}}");
  }

  @Test
  void whereKeysHaveAFormOfTheirOwnTheReaderGivesOne() {
    assertThat(steps("\"table\":\"t\",\"key\":\"k\",\"keyPattern\":\"C[0-9]+\""))
        .element(1)
        .asString()
        .startsWith("printf 'k\\nYOUR-KEY\\n'");
  }
}
