package expunge.file;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import expunge.dataset.ImportColumn;
import expunge.dataset.Imports;
import expunge.dataset.KeyType;
import expunge.dataset.Normalization;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A customer whom nobody is, to show how a file looks. What a pattern takes cannot be told from it
 * in general, so values of many forms are tried.
 */
final class CustomerExample {
  private static final String TEXT = "example";
  private static final String EMAIL = "someone@example.com";

  /** Kept for made-up people, and no number to a spreadsheet, which would take the plus away. */
  private static final String PHONE = "+1 202 555 0123";

  private static final String NUMBER = "123456789";

  /** What people often have patterns for. */
  private static final List<String> FORMS =
      List.of(
          TEXT,
          "Example",
          EMAIL,
          PHONE,
          "+12025550123",
          NUMBER,
          "1",
          "1.5",
          "true",
          "1990-12-31",
          "1990-12-31T12:00:00Z",
          "31.12.1990",
          "12/31/1990",
          "https://example.com",
          "en-US",
          "00000000-0000-4000-8000-000000000001");

  private static final int LONGEST = 40;

  private final Dataset dataset;

  CustomerExample(Dataset dataset) {
    this.dataset = dataset;
  }

  /** As {@link CustomerForm#namesOf} names the columns. */
  List<String> cells() {
    return CustomerForm.namesOf(dataset).stream().map(this::cell).toList();
  }

  private String cell(String name) {
    return dataset
        .identifier(name)
        .map(CustomerExample::ofIdentifier)
        .or(() -> dataset.declaredImports().column(name).map(CustomerExample::ofColumn))
        .orElseGet(() -> ofSetting(name));
  }

  private static String ofIdentifier(Identifier identifier) {
    ValueRules rules = new ValueRules(identifier);
    return first(Stream.of(likely(identifier)), value -> rules.broken(value).isEmpty());
  }

  private static String likely(Identifier identifier) {
    if (identifier.type() == KeyType.NUMBER) {
      return NUMBER;
    }
    return identifier.normalization() == Normalization.PHONE ? PHONE : likely(identifier.name());
  }

  private static String ofColumn(ImportColumn column) {
    String likely =
        switch (column.type()) {
          case TEXT -> likely(column.name());
          case NUMBER -> "1";
          case FLAG -> "true";
        };
    return first(
        Stream.concat(hinted(column), Stream.of(likely)),
        cell -> CustomerRecords.brokenValue(column, cell).isEmpty());
  }

  /** A hint such as "as 1990-12-31" has a value that fits, where a pattern tells it from words. */
  private static Stream<String> hinted(ImportColumn column) {
    Optional<String> hint = column.pattern().flatMap(_ -> column.hint());
    return hint.stream().flatMap(text -> Stream.of(text.split("[\\s,;]+")));
  }

  private static String likely(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.contains("mail")) {
      return EMAIL;
    }
    return lower.contains("phone") ? PHONE : TEXT;
  }

  private static String ofSetting(String name) {
    return switch (name) {
      case Imports.ENDPOINT -> "Example endpoint";
      case Imports.TOUCHPOINT -> "Example touchpoint";
      case Imports.SEGMENT -> "example-segment";
      default -> "Example action";
    };
  }

  private static String first(Stream<String> likely, Predicate<String> isTaken) {
    return Stream.of(likely, FORMS.stream(), runs())
        .flatMap(values -> values)
        .filter(value -> !value.isEmpty())
        .filter(isTaken)
        .findFirst()
        .orElse("");
  }

  /** Ids of every length: digits, letters, and letters before digits. */
  private static Stream<String> runs() {
    return IntStream.rangeClosed(1, LONGEST)
        .boxed()
        .flatMap(
            length ->
                Stream.of(
                    "1".repeat(length),
                    "a".repeat(length),
                    "A".repeat(length),
                    "A" + "1".repeat(length)));
  }
}
