package expunge.file;

import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** A file with what is declared of it, and what reading it gives. */
final class Sample {
  static final IdentifierColumns CUSTOMERS =
      new IdentifierColumns(List.of(identifier("MaestraId")), List.of(identifier("email")));

  private final byte[] bytes;
  private final FileOptions options;
  private final IdentifierColumns identifiers;
  private final Limits limits;

  private Sample(byte[] bytes, FileOptions options, IdentifierColumns identifiers, Limits limits) {
    this.bytes = bytes;
    this.options = options;
    this.identifiers = identifiers;
    this.limits = limits;
  }

  static Sample of(byte[] bytes) {
    return new Sample(bytes, FileOptions.none(), CUSTOMERS, Limits.defaults());
  }

  static Sample of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static Identifier identifier(String name) {
    return Identifier.plain(name, KeyType.TEXT);
  }

  Sample encoded(String name) {
    return with(new FileOptions(Optional.of(name), options.delimiter(), options.identifier()));
  }

  Sample delimited(String name) {
    return with(new FileOptions(options.encoding(), Optional.of(name), options.identifier()));
  }

  Sample identifiedBy(String name) {
    return with(new FileOptions(options.encoding(), options.delimiter(), Optional.of(name)));
  }

  /** With identifiers that a file may delete by, and no others. */
  Sample deletingBy(String... usable) {
    List<Identifier> all = Stream.of(usable).map(Sample::identifier).toList();
    return new Sample(bytes, options, new IdentifierColumns(all, List.of()), limits);
  }

  Sample within(Limits other) {
    return new Sample(bytes, options, identifiers, other);
  }

  Sample sliced(int sliceRows, int sliceBytes) {
    return within(new Limits(1 << 30, 1_000_000, 1 << 20, sliceRows, sliceBytes));
  }

  private Sample with(FileOptions other) {
    return new Sample(bytes, other, identifiers, limits);
  }

  FileReader open(InputStream stream) throws IOException, UnacceptableFile {
    return FileReader.open(stream, bytes.length, options, identifiers, limits);
  }

  FileReader open() {
    try {
      return open(new ByteArrayInputStream(bytes));
    } catch (IOException | UnacceptableFile e) {
      throw new AssertionError(e);
    }
  }

  List<ReadSlice> slices() {
    try {
      return slices(new ByteArrayInputStream(bytes));
    } catch (IOException | UnacceptableFile e) {
      throw new AssertionError(e);
    }
  }

  List<ReadSlice> slices(InputStream stream) throws IOException, UnacceptableFile {
    FileReader reader = open(stream);
    List<ReadSlice> slices = new ArrayList<>();
    for (Optional<ReadSlice> next = reader.next(); next.isPresent(); next = reader.next()) {
      slices.add(next.get());
    }
    return slices;
  }

  List<Row> rows() {
    return slices().stream().flatMap(slice -> slice.rows().stream()).toList();
  }

  /** The rows as {@code line value} or {@code line value !reason}. */
  List<String> written() {
    return rows().stream().map(Sample::written).toList();
  }

  Problem problem() {
    return problem(new ByteArrayInputStream(bytes));
  }

  Problem problem(InputStream stream) {
    return Assertions.catchThrowableOfType(UnacceptableFile.class, () -> slices(stream)).problem();
  }

  private static String written(Row row) {
    return switch (row) {
      case Row.Valid(int line, String value, _) -> line + " " + value;
      case Row.Customer one -> one.line() + " " + one.identifiers() + " " + one.cells();
      case Row.Invalid(int line, String value, InvalidReason reason, Optional<String> column) ->
          line
              + " "
              + value
              + " !"
              + column.map(name -> name + " ").orElse("")
              + reason.name().toLowerCase(Locale.ROOT);
    };
  }
}
