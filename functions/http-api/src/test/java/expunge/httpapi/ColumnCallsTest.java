package expunge.httpapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import expunge.access.Role;
import expunge.dataset.Datasets;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import org.junit.jupiter.api.Test;

class ColumnCallsTest {
  private static final JsonType<ColumnsView> JSON = Jsonb.instance().type(ColumnsView.class);
  private static final Datasets DATASETS =
      Datasets.parse(
          """
          {"datasets": {
             "customers": {
               "profiles": {"table": "customers", "key": "MaestraId"},
               "identifiers": [
                 {"name": "email", "index": "by-email", "normalization": "lower-case",
                  "pattern": "[^@]+@[^@]+", "matches": "first",
                  "order": {"attribute": "createdAt", "descending": true}},
                 {"name": "phone", "index": "by-phone", "normalization": "phone",
                  "matches": "all", "limit": 50},
                 {"name": "customer_id", "index": "by-id", "type": "number"},
                 {"name": "cookie"}]},
             "members": {"profiles": {"table": "members", "key": "id", "keyPattern": "[0-9]+"}}},
           "default": "customers"}
          """);

  private final Gateway gateway = new Gateway().as(Role.VIEWER);

  @Test
  void theKeyIsFirstAndEachIdentifierTellsWhatItsValuesMean() {
    assertThat(columns("customers"))
        .isEqualTo(
            """
            {"dataset":"customers","columns":[\
            {"name":"MaestraId","key":true,"type":"text","normalization":"none","mostBytes":2048,\
            "deletable":true},\
            {"name":"email","key":false,"type":"text","pattern":"[^@]+@[^@]+",\
            "normalization":"lower-case","mostBytes":2048,"deletable":true,\
            "matches":{"rule":"first","orderedBy":"createdAt","descending":true}},\
            {"name":"phone","key":false,"type":"text","normalization":"phone","mostBytes":2048,\
            "deletable":true,"matches":{"rule":"all","limit":50,"descending":false}},\
            {"name":"customer_id","key":false,"type":"number","normalization":"none",\
            "mostBytes":2048,"deletable":true,"matches":{"rule":"ambiguous"}},\
            {"name":"cookie","key":false,"type":"text","normalization":"none","mostBytes":2048,\
            "deletable":false}]}\
            """);
  }

  @Test
  void aPatternOfTheKeyIsTold() {
    assertThat(columns("members")).contains("\"pattern\":\"[0-9]+\"");
  }

  @Test
  void theDefaultDatasetIsMeantWhereNoneIsNamed() {
    assertThat(gateway.get("/columns").getBody()).startsWith("{\"dataset\":\"customers\"");
  }

  @Test
  void anUnknownDatasetIsToldWithThoseThatAreDeclared() {
    APIGatewayV2HTTPResponse answer = gateway.query("dataset", "secret").get("/columns");

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody())
        .contains("dataset has to be one of customers, members, leads, contacts, odd")
        .doesNotContain("secret");
  }

  private static String columns(String dataset) {
    return JSON.toJson(ColumnsView.of(DATASETS.of(dataset)));
  }
}
