package expunge.local.events;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schema in the repository that every event meets. */
final class EventSchema {
  private static final Path DOCS = Path.of(System.getProperty("expunge.root", ".."), "docs");

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text(), InputFormat.JSON);

  static String text() {
    return page("task-state-event.schema.json");
  }

  /** A page of the documentation. */
  static String page(String name) {
    try {
      return Files.readString(DOCS.resolve(name));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** What is wrong with an event's detail; empty where nothing is. */
  List<String> problems(String detail) {
    return schema.validate(detail, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }
}
