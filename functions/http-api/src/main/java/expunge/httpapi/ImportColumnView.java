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
    return Form.importColumns(dataset).stream().map(name -> of(dataset, name)).toList();
  }

  private static ImportColumnView of(Dataset dataset, String name) {
    return dataset
        .identifier(name)
        .map(identifier -> of(dataset, identifier))
        .or(() -> dataset.declaredImports().column(name).map(ImportColumnView::of))
        .orElseGet(() -> new ImportColumnView(name, "setting", "text", false, null, hint(name)));
  }

  private static ImportColumnView of(Dataset dataset, Identifier identifier) {
    return new ImportColumnView(
        identifier.name(),
        "identifier",
        identifier.type().name().toLowerCase(Locale.ROOT),
        dataset.deletableBy().contains(identifier),
        identifier.pattern().map(Object::toString).orElse(null),
        null);
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
