package expunge.simulator.openapi;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.avaje.json.mapper.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The schemas of a description, each made ready once. They are of draft 2020-12, as 3.1 has it. */
final class Schemas {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  private final Map<String, Schema> ready = new ConcurrentHashMap<>();
  private final Description description;

  Schemas(Description description) {
    this.description = description;
  }

  /** What is wrong with a JSON document, each after its place; empty where nothing is. */
  List<String> problems(Node schema, String json) {
    return ready
        .computeIfAbsent(Description.json(schema), this::schema)
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Schemas::told)
        .toList();
  }

  /** The same of a text. */
  List<String> problemsOfText(Node schema, String text) {
    return problems(schema, JSON.toJson(text));
  }

  /**
   * References begin at the root of the document, so the schema takes the document's parts along.
   */
  private Schema schema(String own) {
    String components = Description.json(description.root().at("components"));
    return registry.getSchema(
        "{\"allOf\": [" + own + "], \"components\": " + components + "}", InputFormat.JSON);
  }

  private static String told(Error error) {
    return error.getInstanceLocation() + " " + error.getMessage();
  }
}
