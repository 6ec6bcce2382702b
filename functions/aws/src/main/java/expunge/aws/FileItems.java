package expunge.aws;

import expunge.file.FileOptions;
import expunge.file.Layout;
import expunge.file.Limits;
import expunge.file.Problem;
import expunge.file.Slice;
import expunge.file.TextEncoding;

/** What a record says of a file: its options, bounds, layout, slices and problem. */
final class FileItems {
  private FileItems() {}

  static ItemWriter write(FileOptions options) {
    return new ItemWriter()
        .text("encoding", options.encoding())
        .text("delimiter", options.delimiter())
        .text("identifier", options.identifier());
  }

  static FileOptions options(ItemReader map) {
    return new FileOptions(
        map.optionalText("encoding"),
        map.optionalText("delimiter"),
        map.optionalText("identifier"));
  }

  static ItemWriter write(Limits limits) {
    return new ItemWriter()
        .number("bytes", limits.bytes())
        .number("rows", limits.rows())
        .number("recordBytes", limits.recordBytes())
        .number("sliceRows", limits.sliceRows())
        .number("sliceBytes", limits.sliceBytes());
  }

  static Limits limits(ItemReader map) {
    return new Limits(
        map.number("bytes"),
        map.integer("rows"),
        map.integer("recordBytes"),
        map.integer("sliceRows"),
        map.integer("sliceBytes"));
  }

  static ItemWriter write(Layout layout) {
    return new ItemWriter()
        .text("encoding", layout.encoding().name())
        .number("dataStart", layout.dataStart())
        .number("dataLine", layout.dataLine())
        .text("delimiter", String.valueOf(layout.delimiter()))
        .texts("columns", layout.columns())
        .number("identifierColumn", layout.identifierColumn());
  }

  static Layout layout(ItemReader map) {
    return new Layout(
        TextEncoding.valueOf(map.text("encoding")),
        map.number("dataStart"),
        map.integer("dataLine"),
        map.text("delimiter").charAt(0),
        map.texts("columns"),
        map.integer("identifierColumn"));
  }

  static ItemWriter write(Problem problem) {
    ItemWriter map =
        new ItemWriter()
            .text("type", problem.type())
            .text("title", problem.title())
            .text("detail", problem.detail())
            .text("remedy", problem.remedy());
    problem.line().ifPresent(line -> map.number("line", line));
    problem.column().ifPresent(column -> map.number("column", column));
    problem.position().ifPresent(position -> map.number("position", position));
    return map;
  }

  static Problem problem(ItemReader map) {
    return new Problem(
        map.text("type"),
        map.text("title"),
        map.text("detail"),
        map.text("remedy"),
        map.optionalInteger("line"),
        map.optionalInteger("column"),
        map.optionalNumber("position"));
  }

  static ItemWriter write(Slice slice) {
    return new ItemWriter()
        .number("start", slice.start())
        .number("length", slice.length())
        .number("line", slice.line())
        .number("rows", slice.rows());
  }

  static Slice slice(ItemReader record) {
    return new Slice(
        record.number("start"),
        record.integer("length"),
        record.integer("line"),
        record.integer("rows"));
  }
}
