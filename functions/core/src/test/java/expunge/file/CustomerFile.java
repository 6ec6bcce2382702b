package expunge.file;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.dataset.Imports;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;

/** A file of customers, with what reading it gives. */
final class CustomerFile {
  /** As many columns of texts as, with the longest ones, pass what a row may hold. */
  static final List<String> TEXTS = IntStream.range(0, 8).mapToObj(i -> "text" + i).toList();

  private static final Dataset CLUB =
      Datasets.parse(
              """
              {"datasets": {"club": {
                "profiles": {"table": "club", "key": "person"},
                "identifiers": [
                  {"name": "email", "index": "by-email", "normalization": "lower-case",
                   "matches": "ambiguous", "pattern": "[^@]+@[^@]+"},
                  {"name": "phone", "index": "by-phone", "normalization": "phone",
                   "matches": "ambiguous"},
                  {"name": "cookie"}],
                "linked": [
                  {"name": "memberships", "table": "memberships", "rule": "delete",
                   "key": {"partition": "segment", "sort": "person"},
                   "link": {"attribute": "person", "index": "by-person"}},
                  {"name": "feed", "table": "feed", "rule": "delete",
                   "key": {"partition": "person", "sort": "entry"},
                   "link": {"attribute": "person"}}],
                "segments": {"table": "club-segments",
                             "members": {"linked": "memberships", "segment": "segment"}},
                "import": {
                  "activities": "feed",
                  "columns": [
                    {"name": "name"},
                    {"name": "language", "pattern": "[a-z]{2}"},
                    {"name": "visits", "type": "number"},
                    {"name": "vip", "type": "flag"}%s]}}}}
              """
                  .formatted(
                      TEXTS.stream()
                          .map(", {\"name\": \"%s\"}"::formatted)
                          .collect(Collectors.joining())))
          .defaultDataset();

  private final byte[] bytes;
  private final FileOptions options;
  private final Dataset dataset;
  private final Limits limits;

  private CustomerFile(byte[] bytes, FileOptions options, Dataset dataset, Limits limits) {
    this.bytes = bytes;
    this.options = options;
    this.dataset = dataset;
    this.limits = limits;
  }

  /** Of a club whose new customers get a key by themselves. */
  static CustomerFile of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  static CustomerFile of(byte[] bytes) {
    return new CustomerFile(bytes, FileOptions.none(), CLUB, Limits.defaults());
  }

  CustomerFile encoded(String name) {
    return with(new FileOptions(Optional.of(name), options.delimiter(), Optional.empty()));
  }

  CustomerFile delimited(String name) {
    return with(new FileOptions(options.encoding(), Optional.of(name), Optional.empty()));
  }

  /** Where each new customer needs a key in the file. */
  CustomerFile withGivenKeys() {
    Imports imports = dataset.declaredImports();
    Imports given = new Imports(imports.columns(), imports.activities(), Imports.NewKeys.GIVEN);
    return new CustomerFile(bytes, options, dataset.importing(given), limits);
  }

  /** Where nobody can be made a member of a segment. */
  CustomerFile withoutSegments() {
    Dataset none =
        new Dataset(
            dataset.name(),
            dataset.profiles(),
            dataset.key(),
            dataset.identifiers(),
            dataset.deletionTypes(),
            dataset.linked(),
            Optional.empty(),
            Optional.empty(),
            dataset.imports());
    return new CustomerFile(bytes, options, none, limits);
  }

  CustomerFile ofAtMost(int rows) {
    return new CustomerFile(
        bytes, options, dataset, new Limits(1 << 30, rows, 1 << 20, 2, 1 << 20));
  }

  private CustomerFile with(FileOptions other) {
    return new CustomerFile(bytes, other, dataset, limits);
  }

  FileReader open() throws IOException, UnacceptableFile {
    return FileReader.open(
        new ByteArrayInputStream(bytes), bytes.length, options, Form.imports(dataset), limits);
  }

  List<ReadSlice> slices() throws IOException, UnacceptableFile {
    FileReader reader = open();
    List<ReadSlice> slices = new ArrayList<>();
    for (Optional<ReadSlice> next = reader.next(); next.isPresent(); next = reader.next()) {
      slices.add(next.get());
    }
    return slices;
  }

  /** What a worker reads, slice by slice, knowing the layout alone. */
  List<Row> rowsOfWorker() throws IOException, UnacceptableFile {
    Layout layout = open().layout();
    List<Row> rows = new ArrayList<>();
    for (ReadSlice slice : slices()) {
      int start = Math.toIntExact(slice.slice().start());
      byte[] range = new byte[slice.slice().length()];
      System.arraycopy(bytes, start, range, 0, range.length);
      rows.addAll(new SliceReader(layout, Form.imports(dataset)).read(slice.slice(), range));
    }
    return rows;
  }

  List<Row> rows() {
    try {
      return slices().stream().flatMap(slice -> slice.rows().stream()).toList();
    } catch (IOException | UnacceptableFile e) {
      throw new AssertionError(e);
    }
  }

  /** Its first row, which describes a customer. */
  Row.Customer customer() {
    return rows().getFirst() instanceof Row.Customer row ? row : Assertions.fail("it is invalid");
  }

  /** Its first row, which is invalid. */
  Row.Invalid invalid() {
    return rows().getFirst() instanceof Row.Invalid row ? row : Assertions.fail("it is valid");
  }

  Problem problem() {
    return Assertions.catchThrowableOfType(UnacceptableFile.class, this::slices).problem();
  }
}
