package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.Index;
import expunge.dataset.Matches;
import expunge.dataset.Order;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which columns a file for a dataset may have.
 *
 * @param columns of a deletion: the key first, then in the order of the declaration
 * @param importColumns of a file of customers; left out where the dataset takes none
 */
@Json
record ColumnsView(
    String dataset, List<Column> columns, @Nullable List<ImportColumnView> importColumns) {
  static ColumnsView of(Dataset dataset) {
    return new ColumnsView(
        dataset.name(),
        dataset.allIdentifiers().stream()
            .map(identifier -> Column.of(dataset, identifier))
            .toList(),
        dataset.imports().isPresent() ? ImportColumnView.allOf(dataset) : null);
  }

  /**
   * One kind of identifier.
   *
   * @param name the header, exactly so
   * @param key whether it is the table's key
   * @param type {@code text} or {@code number}
   * @param pattern what a whole value in normal form has to match, in the syntax of RE2
   * @param normalization how a value is brought to the form that the table has
   * @param mostBytes of a value in UTF-8
   * @param deletable whether a file can delete by it
   * @param matches what a row means that several profiles match; absent where none can, and where
   *     nothing is deleted by it
   */
  @Json
  record Column(
      String name,
      boolean key,
      String type,
      @Nullable String pattern,
      String normalization,
      int mostBytes,
      boolean deletable,
      @Nullable MatchesView matches) {
    static Column of(Dataset dataset, Identifier identifier) {
      return new Column(
          identifier.name(),
          identifier.equals(dataset.key()),
          identifier.type().name().toLowerCase(Locale.ROOT),
          identifier.pattern().map(Object::toString).orElse(null),
          identifier.normalization().word(),
          identifier.mostBytes(),
          dataset.deletableBy().contains(identifier),
          identifier.index().map(Index::matches).map(MatchesView::of).orElse(null));
    }
  }

  /**
   * What several matches mean, in the words of the declaration.
   *
   * @param rule {@code first}, {@code all} or {@code ambiguous}
   * @param limit the most that one row takes, of {@code all}
   * @param orderedBy the attribute that tells which is the first; the key, where it is absent
   * @param descending whether its largest value comes first
   */
  @Json
  record MatchesView(
      String rule,
      @Nullable Integer limit,
      @Nullable String orderedBy,
      @Nullable Boolean descending) {
    static MatchesView of(Matches matches) {
      return switch (matches) {
        case Matches.First first -> ordered("first", null, first.order());
        case Matches.All all -> ordered("all", all.limit(), all.order());
        case Matches.Ambiguous _ -> new MatchesView("ambiguous", null, null, null);
      };
    }

    private static MatchesView ordered(String rule, @Nullable Integer limit, Order order) {
      return new MatchesView(rule, limit, order.attribute().orElse(null), order.descending());
    }
  }
}
