package expunge.file;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.ImportColumn;
import expunge.dataset.Imports;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows that describe customers: identifiers, attributes, and settings of their own. */
final class CustomerForm extends Form implements Form.HeaderRule {
  private final Dataset dataset;
  private final List<Identifier> identifiers;
  private final List<String> names;

  CustomerForm(Dataset dataset) {
    this.dataset = dataset;
    this.identifiers = dataset.allIdentifiers();
    this.names = namesOf(dataset);
  }

  /** The headers that a file may have, in the order in which people are shown them. */
  static List<String> namesOf(Dataset dataset) {
    List<String> names = new ArrayList<>();
    dataset.allIdentifiers().forEach(identifier -> names.add(identifier.name()));
    dataset.declaredImports().columns().forEach(column -> names.add(column.name()));
    Imports.SETTINGS.stream()
        .filter(setting -> dataset.takesMembers() || !setting.equals(Imports.SEGMENT))
        .forEach(names::add);
    return names;
  }

  @Override
  HeaderRule header(FileOptions options) {
    return this;
  }

  @Override
  public boolean isIn(Header header) {
    return names.containsAll(header.columns());
  }

  @Override
  public int columnIn(Header header) throws UnacceptableFile {
    if (header.columns().size() > Header.MAX_COLUMNS) {
      throw HeaderRefusal.tooManyColumns(header, Header.MAX_COLUMNS);
    }
    Set<String> seen = new HashSet<>();
    for (int column = 1; column <= header.columns().size(); column++) {
      String name = header.columns().get(column - 1);
      if (!names.contains(name)) {
        throw ImportRefusal.unknownColumn(
            header.line(), column, names, NearMiss.in(List.of(name), names));
      }
      if (!seen.add(name)) {
        throw ImportRefusal.repeatedColumn(header.line(), column, name);
      }
    }
    return leading(header);
  }

  private int leading(Header header) throws UnacceptableFile {
    List<String> usable = dataset.deletableBy().stream().map(Identifier::name).toList();
    return usable.stream()
        .filter(header.columns()::contains)
        .findFirst()
        .map(header.columns()::indexOf)
        .orElseThrow(() -> ImportRefusal.noIdentifier(header.line(), usable));
  }

  @Override
  Records records(Layout layout) {
    return new CustomerRecords(this, layout);
  }

  @Override
  int identifiers(Layout layout) {
    return Math.toIntExact(
        identifiers.stream().map(Identifier::name).filter(layout.columns()::contains).count());
  }

  /** In the dataset's order, the table's key first. */
  List<Identifier> identifiers() {
    return identifiers;
  }

  /** Whether profiles are found by it. */
  boolean isLookable(Identifier identifier) {
    return dataset.deletableBy().contains(identifier);
  }

  /** The declared column of this name; empty for an identifier and a setting. */
  Optional<ImportColumn> column(String name) {
    return dataset.declaredImports().column(name);
  }
}
