package expunge.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.avaje.json.mapper.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page on events shows is as the schema says, and its rule finds it. */
class EventsPageTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");

  private final List<String> examples =
      EXAMPLE
          .matcher(EventSchema.page("events.md"))
          .results()
          .map(block -> block.group(1))
          .toList();

  @Test
  void theSchemaIsOne() {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                .validate(EventSchema.text(), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void theExampleIsAnEvent() {
    assertThat(new EventSchema().problems(examples.getFirst())).isEmpty();
  }

  @Test
  void whatIsNoEventIsRefused() {
    String event = examples.getFirst();
    assertThat(new EventSchema().problems(event.replace("\"10000\"", "10000"))).isNotEmpty();
    assertThat(new EventSchema().problems(event.replace("FINISHING", "DONE"))).isNotEmpty();
    assertThat(new EventSchema().problems(event.replace("\"rows\"", "\"lines\""))).isNotEmpty();
  }

  @Test
  void theRuleThatIsShownFindsTheExample() {
    Map<String, Object> event =
        Map.of(
            "source", "expunge",
            "detail-type", "Expunge task state changed",
            "detail", JSON.fromJsonObject(examples.getFirst()));
    assertThat(EventPattern.of(examples.getLast()).matches(event)).isTrue();
  }
}
