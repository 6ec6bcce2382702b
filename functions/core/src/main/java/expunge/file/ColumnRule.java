package expunge.file;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Which column of a header is the one to delete by: the only one that is an identifier, or the one
 * that the options name. A header matches exactly or not at all.
 *
 * @param usable the headers that a file may delete by
 * @param names the headers that count as identifiers here
 */
record ColumnRule(List<String> usable, List<String> names) implements Form.HeaderRule {

  static ColumnRule of(IdentifierColumns known, Optional<String> wanted) throws UnacceptableFile {
    List<String> usable = known.usableNames();
    if (wanted.isEmpty()) {
      return new ColumnRule(usable, known.names());
    }
    if (!known.names().contains(wanted.get())) {
      throw OptionRefusal.unknownIdentifier(known.names());
    }
    if (!usable.contains(wanted.get())) {
      throw OptionRefusal.identifierNotDeletable(wanted.get(), usable);
    }
    return new ColumnRule(wanted.stream().toList(), wanted.stream().toList());
  }

  @Override
  public boolean isIn(Header header) {
    return header.columns().stream().anyMatch(names::contains);
  }

  @Override
  public int columnIn(Header header) throws UnacceptableFile {
    if (header.columns().size() > Header.MAX_COLUMNS) {
      throw HeaderRefusal.tooManyColumns(header, Header.MAX_COLUMNS);
    }
    List<Integer> found = where(header, names::contains);
    List<String> identifiers = found.stream().map(header.columns()::get).distinct().toList();
    if (found.isEmpty()) {
      throw HeaderRefusal.wrongHeader(header, usable, NearMiss.in(header.columns(), usable));
    }
    if (identifiers.size() > 1) {
      int second = header.columns().indexOf(identifiers.get(1)) + 1;
      throw HeaderRefusal.twoIdentifierColumns(header.line(), second, identifiers);
    }
    if (found.size() > 1) {
      throw HeaderRefusal.repeatedIdentifierColumn(
          header.line(), found.get(1) + 1, identifiers.getFirst());
    }
    if (!usable.contains(identifiers.getFirst())) {
      throw HeaderRefusal.identifierNotDeletable(
          header.line(), found.getFirst() + 1, identifiers.getFirst(), usable);
    }
    return found.getFirst();
  }

  private static List<Integer> where(Header header, Predicate<String> isMeant) {
    return IntStream.range(0, header.columns().size())
        .filter(column -> isMeant.test(header.columns().get(column)))
        .boxed()
        .toList();
  }
}
