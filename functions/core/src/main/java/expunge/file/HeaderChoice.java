package expunge.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the delimiter by which the header makes sense. Where none is declared, the header is read
 * with each one, because quotes mean something only at the start of a field and so depend on it.
 */
final class HeaderChoice {
  private final Form.HeaderRule rule;
  private final List<Header> readings = new ArrayList<>();
  private final List<UnacceptableFile> failures = new ArrayList<>();

  private HeaderChoice(Form.HeaderRule rule) {
    this.rule = rule;
  }

  static Header of(
      Window file, Beginning beginning, Optional<String> declared, Form.HeaderRule rule)
      throws UnacceptableFile {
    HeaderChoice choice = new HeaderChoice(rule);
    for (Delimiter delimiter : candidates(declared)) {
      choice.read(file, beginning, delimiter);
    }
    return choice.only();
  }

  private static List<Delimiter> candidates(Optional<String> declared) throws UnacceptableFile {
    return declared.isPresent()
        ? List.of(Delimiter.named(declared.get()).orElseThrow(OptionRefusal::unknownDelimiter))
        : List.of(Delimiter.values());
  }

  private void read(Window file, Beginning beginning, Delimiter delimiter) {
    try {
      readings.add(Header.read(file, beginning, delimiter));
    } catch (UnacceptableFile e) {
      failures.add(e);
    }
  }

  private Header only() throws UnacceptableFile {
    if (readings.isEmpty()) {
      throw furthest(failures);
    }
    Collection<Header> usable = different(readings.stream().filter(rule::isIn).toList());
    if (usable.size() > 1) {
      throw HeaderRefusal.ambiguousDelimiter(usable.iterator().next().line());
    }
    // where none is usable, the one with the most columns shows best what is wrong
    return usable.stream()
        .findFirst()
        .orElseGet(() -> readings.stream().max(byColumns()).orElseThrow());
  }

  /** Where nothing is readable, the right delimiter fails last. */
  private static UnacceptableFile furthest(List<UnacceptableFile> failures) {
    return failures.stream()
        .max(Comparator.comparingInt(failure -> failure.problem().column().orElse(0)))
        .orElseThrow();
  }

  /** A delimiter that doesn't occur reads one column; whichever it is, that is one reading. */
  private static Collection<Header> different(List<Header> headers) {
    Map<List<String>, Header> byColumns = new LinkedHashMap<>();
    headers.forEach(header -> byColumns.putIfAbsent(header.columns(), header));
    return byColumns.values();
  }

  private static Comparator<Header> byColumns() {
    return Comparator.comparingInt(header -> header.columns().size());
  }
}
