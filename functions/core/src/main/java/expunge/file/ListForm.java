package expunge.file;

import org.apache.commons.csv.CSVRecord;

/** Rows that list identifiers of profiles. */
final class ListForm extends Form {
  private final IdentifierColumns identifiers;
  private final Spaces spaces;

  ListForm(IdentifierColumns identifiers, Spaces spaces) {
    this.identifiers = identifiers;
    this.spaces = spaces;
  }

  @Override
  HeaderRule header(FileOptions options) throws UnacceptableFile {
    return ColumnRule.of(identifiers, options.identifier());
  }

  @Override
  Records records(Layout layout) {
    ValueRules rules = new ValueRules(identifiers.named(layout.identifier()));
    return (line, fields) -> row(layout, rules, line, fields);
  }

  @Override
  int identifiers(Layout layout) {
    return 1;
  }

  private Row row(Layout layout, ValueRules rules, int line, CSVRecord fields) {
    int column = layout.identifierColumn();
    String value = column < fields.size() ? value(fields.get(column)) : "";
    if (fields.size() != layout.columns().size()) {
      return new Row.Invalid(line, value, InvalidReason.FIELDS);
    }
    return rules
        .broken(value)
        .<Row>map(reason -> new Row.Invalid(line, value, reason))
        .orElseGet(() -> new Row.Valid(line, value, rules.normal(value)));
  }

  private String value(String field) {
    return switch (spaces) {
      case DROPPED -> ValueRules.stripped(field);
      case KEPT -> field;
    };
  }
}
