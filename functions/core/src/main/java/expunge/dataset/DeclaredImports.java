package expunge.dataset;

import com.google.re2j.Pattern;
import expunge.dataset.Imports.NewKeys;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what files of customers may bring to a dataset. */
final class DeclaredImports {
  /** What keys of new profiles look like; which one it is does not matter to a pattern. */
  private static final String DERIVED = "0k3v9x2m7q4t8w1z5c6b0n2p4r";

  private static final SequencedMap<String, NewKeys> NEW_KEYS = newKeys();
  private static final SequencedMap<String, ImportColumn.Type> TYPES = types();

  private final Section declared;
  private final ProfileTable table;
  private final List<Identifier> identifiers;
  private final List<LinkedTable> linked;
  private final Optional<Segments> segments;

  private DeclaredImports(
      Section declared,
      ProfileTable table,
      List<Identifier> identifiers,
      List<LinkedTable> linked,
      Optional<Segments> segments) {
    this.declared = declared;
    this.table = table;
    this.identifiers = identifiers;
    this.linked = linked;
    this.segments = segments;
  }

  /**
   * Of a dataset.
   *
   * @param identifiers the table's key first
   */
  static Optional<Imports> imports(
      Section dataset,
      ProfileTable table,
      List<Identifier> identifiers,
      List<LinkedTable> linked,
      Optional<Segments> segments) {
    return dataset
        .optionalSection("import")
        .flatMap(
            section ->
                new DeclaredImports(section, table, identifiers, linked, segments).imports());
  }

  private Optional<Imports> imports() {
    Optional<LinkedTable> activities = activities();
    NewKeys keys = declared.oneOf("newKeys", NEW_KEYS);
    if (keys == NewKeys.DERIVED) {
      checkDerived();
    }
    List<ImportColumn> columns = columns();
    identifiers.stream()
        .map(Identifier::name)
        .filter(Imports.SETTINGS::contains)
        .forEach(name -> declared.problem("needs another name for the identifier " + name));
    declared.refuseTheRest();
    return activities.map(feed -> new Imports(columns, feed, keys));
  }

  /** What is deleted with its profile, and found by it: each customer has a feed of their own. */
  private Optional<LinkedTable> activities() {
    String name = declared.text("activities");
    Optional<LinkedTable> feed = linked.stream().filter(one -> one.name().equals(name)).findFirst();
    if (declared.has("activities") && feed.isEmpty()) {
      declared.problem("activities", "is no linked table of this dataset");
    }
    feed.ifPresent(this::checkFeed);
    return feed;
  }

  private void checkFeed(LinkedTable feed) {
    if (!(feed.rule() instanceof LinkedRule.Delete)) {
      declared.problem("activities", "needs the rule delete, as a feed goes with its customer");
    }
    boolean hasSort = feed.sort().filter(sort -> sort.type() == KeyType.TEXT).isPresent();
    if (!feed.link().isByKey() || !hasSort) {
      declared.problem(
          "activities",
          "needs a table whose partition key is the link, and whose sort key is a text");
    }
  }

  private void checkDerived() {
    Identifier key = identifiers.getFirst();
    if (key.type() != KeyType.TEXT) {
      declared.problem("newKeys", "has to be given, as the table's key is a number");
    } else if (key.pattern().filter(pattern -> !pattern.matches(DERIVED)).isPresent()) {
      declared.problem(
          "newKeys", "has to be given, as 26 digits and letters do not match keyPattern");
    }
  }

  private List<ImportColumn> columns() {
    Set<String> names = new HashSet<>(Imports.SETTINGS);
    Set<String> attributes = new HashSet<>(table.keyAttributes());
    table.protectedBy().ifPresent(attributes::add);
    segments.flatMap(Segments::attribute).ifPresent(attributes::add);
    for (Identifier identifier : identifiers) {
      names.add(identifier.name());
      attributes.add(identifier.attribute());
    }
    List<ImportColumn> columns = new ArrayList<>();
    for (Section section : declared.list("columns").toList()) {
      ImportColumn column = column(section);
      if (!names.add(column.name())) {
        section.problem("name", "is that of another column, an identifier or a setting");
      }
      if (!attributes.add(column.attribute())) {
        section.problem("attribute", "names an attribute declared before");
      }
      columns.add(column);
    }
    if (columns.size() + identifiers.size() > Imports.MOST_COLUMNS) {
      declared.problem("columns", "are, with the identifiers, more than " + Imports.MOST_COLUMNS);
    }
    return columns;
  }

  private static ImportColumn column(Section section) {
    String name = DeclaredIdentifier.columnName(section, "name");
    Optional<Pattern> pattern = DeclaredIdentifier.pattern(section, "pattern");
    ImportColumn column =
        new ImportColumn(
            name,
            section.optionalAttribute("attribute").orElse(name),
            section.oneOf("type", TYPES),
            pattern,
            section.optionalText("hint"));
    section.refuseTheRest();
    return column;
  }

  private static SequencedMap<String, NewKeys> newKeys() {
    SequencedMap<String, NewKeys> words = new LinkedHashMap<>();
    words.put("derived", NewKeys.DERIVED);
    words.put("given", NewKeys.GIVEN);
    return words;
  }

  private static SequencedMap<String, ImportColumn.Type> types() {
    SequencedMap<String, ImportColumn.Type> words = new LinkedHashMap<>();
    Stream.of(ImportColumn.Type.values()).forEach(type -> words.put(type.word(), type));
    return words;
  }
}
