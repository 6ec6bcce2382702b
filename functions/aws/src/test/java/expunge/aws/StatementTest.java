package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.item.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;

class StatementTest {
  @Test
  void valuesAreParametersInTheOrderOfTheirPlaces() {
    BatchStatementRequest request =
        Statement.update("people")
            .remove(List.of("a", "b"))
            .set(Map.of("c", new Value.Text("1")))
            .where(Map.of("id", new Value.Numeric("2")))
            .andMissingOr("hold", new Value.Flag(false))
            .andNot("kind", new Value.Text("4"))
            .request();
    assertThat(request.statement())
        .isEqualTo(
            "UPDATE \"people\" REMOVE \"a\" REMOVE \"b\" SET \"c\"=? WHERE \"id\"=?"
                + " AND (\"hold\" IS MISSING OR \"hold\"=?)"
                + " AND (\"kind\" IS MISSING OR \"kind\"<>?)");
    assertThat(request.parameters())
        .containsExactly(
            AttributeValue.fromS("1"),
            AttributeValue.fromN("2"),
            AttributeValue.fromBool(false),
            AttributeValue.fromS("4"));
  }

  @Test
  void aNameCantEndItsQuotes() {
    String name = "x\"=? OR \"y";
    assertThat(
            Statement.delete("people")
                .where(Map.of(name, new Value.Text("1")))
                .request()
                .statement())
        .isEqualTo("DELETE FROM \"people\" WHERE \"x\"\"=? OR \"\"y\"=?");
  }

  @Test
  void whatIsRefusedIsAskedForAsItIs() {
    assertThat(Statement.delete("people").request().returnValuesOnConditionCheckFailureAsString())
        .isEqualTo("ALL_OLD");
  }
}
