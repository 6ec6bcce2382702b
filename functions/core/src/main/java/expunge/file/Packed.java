package expunge.file;

import java.util.Arrays;
import java.util.Optional;

/** Files that hold a file: seen by their first bytes, because names can be wrong. */
enum Packed {
  GZIP("a gzip archive", "\u001F\u008B"),
  ZIP("a zip archive or an .xlsx workbook", "PK\u0003\u0004"),
  EMPTY_ZIP("an empty zip archive", "PK\u0005\u0006"),
  BZIP2("a bzip2 archive", "BZh?1AY&SY"),
  XZ("an xz archive", "\u00FD7zXZ"),
  ZSTANDARD("a Zstandard archive", "(\u00B5/\u00FD"),
  SEVEN_ZIP("a 7z archive", "7z\u00BC\u00AF'\u001C"),
  OLD_WORKBOOK("an .xls workbook", "\u00D0\u00CF\u0011\u00E0");

  private final String name;
  private final String magic;

  Packed(String name, String magic) {
    this.name = name;
    this.magic = magic;
  }

  static void refuseIn(Window file) throws UnacceptableFile {
    Optional<Packed> packed =
        Arrays.stream(values()).filter(kind -> file.startsWith(kind.magic)).findFirst();
    if (packed.isPresent()) {
      throw FileRefusal.archive(packed.get().name);
    }
  }
}
