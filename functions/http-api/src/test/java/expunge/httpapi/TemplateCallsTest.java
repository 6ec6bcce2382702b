package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCallsTest {
  private final Gateway gateway = new Gateway().as(Role.VIEWER);

  @Test
  void theTemplateIsTheHeaderOfTheDefaultDatasetsKey() {
    APIGatewayV2HTTPResponse response = gateway.get("/template.csv");

    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(response.getBody()).isEqualTo("MaestraId\r\n");
    assertThat(response.getHeaders())
        .containsEntry("Content-Type", "text/csv; charset=utf-8; header=present")
        .containsEntry("Content-Disposition", "attachment; filename=\"template.csv\"")
        .containsEntry("Cache-Control", "no-store");
  }

  @ParameterizedTest
  @CsvSource({
    "dataset, leads, LeadId",
    "dataset, customers, MaestraId",
    "dataset, ' ', MaestraId",
    "kind, deletion, MaestraId",
    "identifier, MaestraId, MaestraId",
    "identifier, phone, phone",
    "identifier, '', MaestraId"
  })
  void parametersChooseAnotherColumn(String parameter, String value, String header) {
    assertThat(gateway.query(parameter, value).get("/template.csv").getBody())
        .isEqualTo(header + "\r\n");
  }

  @Test
  void aHeaderThatHoldsADelimiterIsQuoted() {
    assertThat(gateway.query("dataset", "odd").get("/template.csv").getBody())
        .isEqualTo("\"odd;name\"\r\n");
  }

  @ParameterizedTest
  @CsvSource({
    "dataset, Customers, 'customers, members, leads, contacts, odd'",
    "dataset, 'customers,leads', 'customers, members, leads, contacts, odd'",
    "kind, imports, 'deletion, import'",
    "kind, Deletion, 'deletion, import'"
  })
  void aValueThatIsNotDeclaredIsToldWithThoseThatAre(
      String parameter, String value, String accepted) {
    APIGatewayV2HTTPResponse response = gateway.query(parameter, value).get("/template.csv");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody())
        .contains("\"detail\":\"" + parameter + " has to be one of " + accepted + "\"")
        .contains("\"parameter\":\"" + parameter + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "customers, cookie, 'MaestraId, email, phone'",
    "customers, LeadId, 'MaestraId, email, phone'",
    "leads, MaestraId, LeadId"
  })
  void anIdentifierThatIntakeWouldNotDeleteByGetsNoTemplate(
      String dataset, String identifier, String usable) {
    APIGatewayV2HTTPResponse response =
        gateway.query("dataset", dataset).query("identifier", identifier).get("/template.csv");

    assertThat(response.getStatusCode()).isEqualTo(400);
    assertThat(response.getBody()).contains("identifier has to be one of " + usable);
  }

  @Test
  void allWrongParametersAreToldAtOnceWithoutTheirValues() {
    assertThat(
            gateway
                .query("kind", "secret")
                .query("dataset", "secret")
                .get("/template.csv")
                .getBody())
        .isEqualTo(
            """
            {"type":"/problems/invalid-parameter","title":"A parameter is not acceptable",\
            "status":400,"detail":"kind has to be one of deletion, import; dataset has to be one of \
            customers, members, leads, contacts, odd","errors":[{"parameter":"kind","detail":"has \
            to be one of deletion, import","accepted":["deletion","import"]},\
            {"parameter":"dataset","detail":"has to be one of customers, members, leads, contacts, \
            odd","accepted":["customers","members","leads","contacts","odd"]}]}\
            """);
  }
}
