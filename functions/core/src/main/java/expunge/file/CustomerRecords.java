package expunge.file;

import expunge.dataset.Identifier;
import expunge.dataset.ImportColumn;
import expunge.dataset.Imports;
import expunge.dataset.Segments;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.apache.commons.csv.CSVRecord;

/** Reads rows that describe customers, and remembers which columns had anything in them. */
final class CustomerRecords implements Form.Records {
  private static final int LARGEST_CELL = 32_768;

  /** A tenth of what DynamoDB takes in one transaction, less room for the rest of it. */
  private static final int LARGEST_ROW = 262_144;

  private final CustomerForm form;
  private final Layout layout;
  private final Map<String, ValueRules> rules = new HashMap<>();
  private final BitSet filled = new BitSet();

  CustomerRecords(CustomerForm form, Layout layout) {
    this.form = form;
    this.layout = layout;
    form.identifiers()
        .forEach(identifier -> rules.put(identifier.name(), new ValueRules(identifier)));
  }

  @Override
  public Row row(int line, CSVRecord fields) {
    List<String> cells = fields.stream().map(ValueRules::stripped).toList();
    for (int i = 0; i < cells.size(); i++) {
      filled.set(i, filled.get(i) || !cells.get(i).isEmpty());
    }
    if (cells.size() != layout.columns().size()) {
      return new Row.Invalid(line, shown(cells), InvalidReason.FIELDS);
    }
    Map<String, String> byName = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        byName.put(layout.columns().get(i), cells.get(i));
      }
    }
    return broken(line, byName).orElseGet(() -> valid(line, byName));
  }

  private String shown(List<String> cells) {
    int column = layout.identifierColumn();
    return column < cells.size() ? cells.get(column) : "";
  }

  @Override
  public void end(int headerLine) throws UnacceptableFile {
    int empty = filled.nextClearBit(0);
    if (empty < layout.columns().size()) {
      throw ImportRefusal.emptyColumn(headerLine, empty + 1, layout.columns().get(empty));
    }
  }

  private Optional<Row> broken(int line, Map<String, String> cells) {
    String shown = shown(cells);
    int bytes = cells.values().stream().mapToInt(CustomerRecords::bytes).sum();
    if (bytes > LARGEST_ROW) {
      return Optional.of(new Row.Invalid(line, shown, InvalidReason.ROW_TOO_LARGE));
    }
    if (!isKnown(cells)) {
      return Optional.of(new Row.Invalid(line, shown, InvalidReason.EMPTY, Optional.empty()));
    }
    return cells.entrySet().stream()
        .flatMap(
            cell ->
                broken(cell.getKey(), cell.getValue()).stream()
                    .map(
                        why -> (Row) new Row.Invalid(line, shown, why, Optional.of(cell.getKey()))))
        .findFirst();
  }

  /** Whether it has an identifier by which a profile can be found. */
  private boolean isKnown(Map<String, String> cells) {
    return form.identifiers().stream()
        .filter(form::isLookable)
        .anyMatch(identifier -> cells.containsKey(identifier.name()));
  }

  /** What people see of a row: the first of its identifiers. */
  private String shown(Map<String, String> cells) {
    return form.identifiers().stream()
        .map(Identifier::name)
        .filter(cells::containsKey)
        .findFirst()
        .map(name -> cells.getOrDefault(name, ""))
        .orElse("");
  }

  private Optional<InvalidReason> broken(String name, String cell) {
    ValueRules identifier = rules.get(name);
    if (identifier != null) {
      return identifier.broken(cell);
    }
    return form.column(name)
        .map(column -> brokenValue(column, cell))
        .orElseGet(() -> brokenSetting(name, cell));
  }

  /** The first rule of a declared column that a stripped cell breaks; empty if it is taken. */
  static Optional<InvalidReason> brokenValue(ImportColumn column, String cell) {
    if (bytes(cell) > LARGEST_CELL) {
      return Optional.of(InvalidReason.VALUE_TOO_LONG);
    }
    if (column.pattern().filter(pattern -> !pattern.matcher(cell).matches()).isPresent()) {
      return Optional.of(InvalidReason.VALUE_FORM);
    }
    return switch (column.type()) {
      case TEXT -> brokenText(cell);
      case NUMBER ->
          CanonicalNumber.is(cell) ? Optional.empty() : Optional.of(InvalidReason.VALUE_NUMBER);
      case FLAG ->
          cell.equals("true") || cell.equals("false")
              ? Optional.empty()
              : Optional.of(InvalidReason.VALUE_FLAG);
    };
  }

  private static Optional<InvalidReason> brokenText(String cell) {
    boolean control =
        cell.chars().anyMatch(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0);
    return control ? Optional.of(InvalidReason.VALUE_CHARACTER) : Optional.empty();
  }

  private static Optional<InvalidReason> brokenSetting(String name, String cell) {
    if (name.equals(Imports.SEGMENT)) {
      return Segments.isId(cell) ? Optional.empty() : Optional.of(InvalidReason.SEGMENT);
    }
    if (cell.length() > Imports.LONGEST_SETTING) {
      return Optional.of(InvalidReason.SETTING_TOO_LONG);
    }
    return cell.chars().anyMatch(Character::isISOControl)
        ? Optional.of(InvalidReason.VALUE_CHARACTER)
        : Optional.empty();
  }

  private Row valid(int line, Map<String, String> cells) {
    SequencedMap<String, String> identifiers = new LinkedHashMap<>();
    Map<String, String> others = new LinkedHashMap<>(cells);
    for (Identifier identifier : form.identifiers()) {
      String cell = others.remove(identifier.name());
      if (cell != null) {
        identifiers.put(identifier.name(), identifier.normalization().of(cell));
      }
    }
    return new Row.Customer(line, shown(cells), identifiers, others);
  }

  private static int bytes(String cell) {
    return cell.getBytes(StandardCharsets.UTF_8).length;
  }
}
