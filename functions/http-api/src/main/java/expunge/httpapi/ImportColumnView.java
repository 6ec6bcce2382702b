package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.ImportColumn;
import expunge.dataset.Imports;
import expunge.file.Form;
import expunge.task.ImportSettings;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A column that a file of customers may have.
 *
 * @param name the header, exactly so
 * @param is {@code identifier}, {@code attribute} or {@code setting}
 * @param type {@code text}, {@code number} or {@code flag}
 * @param finds whether profiles are found by it: a row needs one of these
 * @param pattern what a whole value has to match, in the syntax of RE2
 * @param hint what to write
 */
@Json
record ImportColumnView(
    String name,
    String is,
    String type,
    boolean finds,
    @Nullable String pattern,
    @Nullable String hint) {
  static List<ImportColumnView> allOf(Dataset dataset) {
    List<String> names = Form.importColumns(dataset);
    List<String> examples = Form.importExample(dataset);
    return IntStream.range(0, names.size())
        .mapToObj(i -> of(dataset, names.get(i), examples.get(i)))
        .toList();
  }

  private static ImportColumnView of(Dataset dataset, String name, String example) {
    return dataset
        .identifier(name)
        .map(identifier -> of(dataset, identifier, example))
        .or(() -> dataset.declaredImports().column(name).map(ImportColumnView::of))
        .orElseGet(() -> new ImportColumnView(name, "setting", "text", false, null, hint(name)));
  }

  private static ImportColumnView of(Dataset dataset, Identifier identifier, String example) {
    boolean finds = dataset.deletableBy().contains(identifier);
    return new ImportColumnView(
        identifier.name(),
        "identifier",
        identifier.type().name().toLowerCase(Locale.ROOT),
        finds,
        identifier.pattern().map(Object::toString).orElse(null),
        hint(identifier, finds, example));
  }

  private static String hint(Identifier identifier, boolean finds, String example) {
    String what =
        (finds ? "finds the profile that has it" : "the profile gets it, and is not found by it")
            + (example.isEmpty() ? "" : ", such as " + example);
    return switch (identifier.normalization()) {
      case NONE -> what;
      case LOWER_CASE -> what + "; capitals do not matter";
      case PHONE -> what + "; spaces and punctuation do not matter";
    };
  }

  private static ImportColumnView of(ImportColumn column) {
    return new ImportColumnView(
        column.name(),
        "attribute",
        column.type().word(),
        false,
        column.pattern().map(Object::toString).orElse(null),
        column.hint().orElse(null));
  }

  private static String hint(String setting) {
    return switch (setting) {
      case Imports.ENDPOINT ->
          "where the data came from; " + ImportSettings.ENDPOINT + " unless something is said";
      case Imports.TOUCHPOINT -> "through which it came; that of the endpoint";
      case Imports.SEGMENT -> "the id of a segment that the customer joins, made where it is new";
      default -> "what the activity feed says; " + ImportSettings.SOURCE_ACTION;
    };
  }
}
