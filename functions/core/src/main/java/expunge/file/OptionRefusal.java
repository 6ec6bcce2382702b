package expunge.file;

import java.util.List;

/** Refuses what was declared of a file; the declared text is not repeated, it may be anything. */
final class OptionRefusal {
  private OptionRefusal() {}

  static UnacceptableFile unknownEncoding() {
    return new UnacceptableFile(
        Problem.of(
            "unknown-encoding",
            "Unknown encoding",
            "The declared encoding is not one of " + FileOptions.ENCODINGS + ".",
            "Declare one of these, or none for UTF-8."));
  }

  static UnacceptableFile unknownDelimiter() {
    return new UnacceptableFile(
        Problem.of(
            "unknown-delimiter",
            "Unknown delimiter",
            "The declared delimiter is not one of " + FileOptions.DELIMITERS + ".",
            "Declare one of these, or none to have it seen in the header."));
  }

  static UnacceptableFile unknownIdentifier(List<String> known) {
    return new UnacceptableFile(
        Problem.of(
            "unknown-identifier",
            "Unknown identifier",
            "The declared identifier is not one of the dataset's: " + Wording.listed(known) + ".",
            "Declare one of these, or none if the file has only one."));
  }

  static UnacceptableFile identifierNotDeletable(String wanted, List<String> usable) {
    return new UnacceptableFile(notDeletable(wanted, usable));
  }

  /** The same, whether the option or the header names the identifier. */
  static Problem notDeletable(String named, List<String> usable) {
    String names = Wording.listed(usable);
    return Problem.of(
        "identifier-not-deletable",
        "This identifier can't be used to delete",
        "A file deletes by %s, and not by %s, for which no index is declared."
            .formatted(names, named),
        "List the profiles by %s under that header. %s".formatted(names, Wording.TEMPLATE));
  }

  static UnacceptableFile otherByteOrderMark(TextEncoding marked, TextEncoding read) {
    String name = marked.unitBytes() == 2 ? "UTF-16" : marked.label();
    return new UnacceptableFile(
        Problem.of(
                "other-byte-order-mark",
                "The file is not in the declared encoding",
                "The file starts with the byte order mark of %s and would be read as %s."
                    .formatted(marked.label(), read.label()),
                "Declare the encoding %s, or save the file as UTF-8.".formatted(name))
            .at(1));
  }

  static UnacceptableFile looksLikeUtf16(TextEncoding read) {
    return new UnacceptableFile(
        Problem.of(
                "looks-like-utf-16",
                "The file is not in the declared encoding",
                "The first line holds a zero byte, which a text in "
                    + read.label()
                    + " never does.",
                "Declare the encoding UTF-16LE or UTF-16BE, or save the file as UTF-8.")
            .at(1));
  }
}
