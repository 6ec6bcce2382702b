package expunge.file;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** How a file's bytes stand for characters. UTF-16 has one constant for each byte order. */
public enum TextEncoding {
  UTF_8("UTF-8", 1, "\u00EF\u00BB\u00BF"),
  ISO_8859_1("ISO-8859-1", 1, ""),
  WINDOWS_1251("Windows-1251", 1, ""),
  WINDOWS_1252("Windows-1252", 1, ""),
  UTF_16LE("UTF-16LE", 2, "\u00FF\u00FE"),
  UTF_16BE("UTF-16BE", 2, "\u00FE\u00FF");

  private final String label;
  private final Charset charset;
  private final int unitBytes;
  private final String mark;

  TextEncoding(String label, int unitBytes, String mark) {
    this.label = label;
    this.charset = Charset.forName(label);
    this.unitBytes = unitBytes;
    this.mark = mark;
  }

  /** The name by which people declare it. */
  public String label() {
    return label;
  }

  public Charset charset() {
    return charset;
  }

  /** Bytes per code unit: 2 for UTF-16, otherwise 1. */
  public int unitBytes() {
    return unitBytes;
  }

  /** Upper and lower case are the same; {@code UTF-16} alone leaves the byte order open: empty. */
  static Optional<TextEncoding> named(String label) {
    return Arrays.stream(values()).filter(e -> e.label.equalsIgnoreCase(label)).findFirst();
  }

  /** The encoding whose byte order mark the file starts with. */
  static Optional<TextEncoding> markedAt(Window file) {
    return Arrays.stream(values()).filter(e -> e.hasMark() && file.startsWith(e.mark)).findFirst();
  }

  private boolean hasMark() {
    return !mark.isEmpty();
  }

  int markBytes() {
    return mark.length();
  }
}
