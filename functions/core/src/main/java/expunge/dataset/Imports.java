package expunge.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a file of customers may bring to a dataset.
 *
 * @param columns beside those of the identifiers, in their order
 * @param activities the linked table that is the customers' activity feed, found by its key
 * @param newKeys where the keys of new profiles come from
 */
public record Imports(List<ImportColumn> columns, LinkedTable activities, NewKeys newKeys) {
  /** The column in which a row has an endpoint of its own. */
  public static final String ENDPOINT = "endpoint";

  /** The column in which a row has a touchpoint of its own. */
  public static final String TOUCHPOINT = "touchpoint";

  /** The column in which a row names a segment of its own. */
  public static final String SEGMENT = "segment";

  /** The column in which a row has a source action of its own. */
  public static final String SOURCE_ACTION = "sourceAction";

  /** The columns of settings, which no identifier and no declared column is named after. */
  public static final List<String> SETTINGS = List.of(ENDPOINT, TOUCHPOINT, SEGMENT, SOURCE_ACTION);

  /** The most columns of identifiers and of its own, as one expression of DynamoDB sets all. */
  static final int MOST_COLUMNS = 200;

  /** The most characters of a setting. */
  public static final int LONGEST_SETTING = 200;

  /** Copies the list. */
  public Imports {
    columns = List.copyOf(columns);
  }

  /** The column of exactly this name; empty where none is declared. */
  public Optional<ImportColumn> column(String named) {
    return columns.stream().filter(column -> column.name().equals(named)).findFirst();
  }

  /** All that decides what a column means, and where it is remembered what was written. */
  String fingerprint() {
    String feed =
        String.join(
            "|",
            activities.table(),
            activities.link().attribute().fingerprint(),
            activities.sort().map(KeyAttribute::name).orElse(""),
            activities.link().sortBegins().map(Template::text).orElse(""));
    return columns.stream()
        .map(ImportColumn::fingerprint)
        .collect(Collectors.joining("|", newKeys + "|" + feed + "|", ""));
  }

  /** Where the key of a profile comes from that an import makes. */
  public enum NewKeys {
    /** It is made of the row's first identifier, always the same. */
    DERIVED,
    /** The file has it. */
    GIVEN
  }
}
