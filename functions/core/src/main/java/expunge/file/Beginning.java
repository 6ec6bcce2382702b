package expunge.file;

import java.util.Optional;

/**
 * A file's encoding and the length of its byte order mark, settled from its first line. What is
 * declared decides; the mark settles the byte order of UTF-16 and must not contradict.
 */
record Beginning(TextEncoding encoding, int markBytes) {
  private static final String EITHER_UTF_16 = "UTF-16";

  static Beginning of(Window file, Optional<String> declared) throws UnacceptableFile {
    Optional<TextEncoding> marked = TextEncoding.markedAt(file);
    TextEncoding encoding =
        declared.isPresent() ? declared(declared.get(), marked) : TextEncoding.UTF_8;
    if (marked.isPresent() && marked.get() != encoding) {
      throw OptionRefusal.otherByteOrderMark(marked.get(), encoding);
    }
    if (encoding.unitBytes() == 1 && firstLineHasNul(file)) {
      throw OptionRefusal.looksLikeUtf16(encoding);
    }
    return new Beginning(encoding, marked.isPresent() ? encoding.markBytes() : 0);
  }

  static boolean isEncoding(String name) {
    return name.equalsIgnoreCase(EITHER_UTF_16) || TextEncoding.named(name).isPresent();
  }

  private static TextEncoding declared(String name, Optional<TextEncoding> marked)
      throws UnacceptableFile {
    if (name.equalsIgnoreCase(EITHER_UTF_16)) {
      // RFC 2781: without a mark it is big-endian
      return marked.filter(mark -> mark.unitBytes() == 2).orElse(TextEncoding.UTF_16BE);
    }
    return TextEncoding.named(name).orElseThrow(OptionRefusal::unknownEncoding);
  }

  private static boolean firstLineHasNul(Window file) {
    byte[] bytes = file.copy(0, Math.min(file.length(), Header.MAX_BYTES));
    for (int i = 0; i < bytes.length && bytes[i] != '\n'; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
