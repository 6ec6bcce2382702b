package expunge.file;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads whole records twice: {@link RecordScanner} says where they are, Commons CSV says what is in
 * them, and both must see the same records on the same lines with the same number of fields. A
 * place where two readers differ is a place where the wrong person could be deleted.
 */
final class RecordReader {
  /** Takes the records in file order. */
  interface Sink {
    void accept(int line, CSVRecord fields) throws UnacceptableFile;
  }

  private final TextEncoding encoding;
  private final char delimiter;
  private final CSVFormat format;

  RecordReader(TextEncoding encoding, char delimiter) {
    this.encoding = encoding;
    this.delimiter = delimiter;
    this.format =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
  }

  /**
   * Reads every record.
   *
   * @param bytes whole records
   * @param start their offset in the file
   * @param line the line of their first byte
   */
  void read(byte[] bytes, long start, int line, Sink sink) throws UnacceptableFile {
    RecordScanner scanner = new RecordScanner(encoding, delimiter, line);
    try (CSVParser parser = parser(decode(bytes, start, line))) {
      for (CSVRecord fields : parser) {
        boolean agreed =
            nextRecord(scanner, bytes)
                && scanner.fields() == fields.size()
                && scanner.line() == line + parser.getCurrentLineNumber();
        if (!agreed) {
          throw RecordRefusal.ambiguousRecords(scanner.recordLine());
        }
        sink.accept(scanner.recordLine(), fields);
      }
    } catch (IOException | UncheckedIOException _) {
      throw RecordRefusal.ambiguousRecords(scanner.recordLine());
    }
    if (nextRecord(scanner, bytes)) {
      throw RecordRefusal.ambiguousRecords(scanner.recordLine());
    }
  }

  private CSVParser parser(Reader text) throws IOException {
    return CSVParser.builder().setReader(text).setFormat(format).get();
  }

  private static boolean nextRecord(RecordScanner scanner, byte[] bytes) throws UnacceptableFile {
    while (scanner.advance(bytes, 0, bytes.length)) {
      if (scanner.contentBytes() > 0) {
        return true;
      }
    }
    return scanner.finish(bytes.length);
  }

  private Reader decode(byte[] bytes, long start, int line) throws UnacceptableFile {
    CharsetDecoder decoder =
        encoding
            .charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length / encoding.unitBytes() + 1);
    if (decoder.decode(in, out, true).isError()) {
      throw undecodable(bytes, in.position(), start, line);
    }
    return new CharArrayReader(out.array(), 0, out.position());
  }

  private UnacceptableFile undecodable(byte[] bytes, int position, long start, int line)
      throws UnacceptableFile {
    RecordScanner scanner = new RecordScanner(encoding, delimiter, line);
    while (scanner.advance(bytes, 0, position)) {}
    return RecordRefusal.undecodableByte(
        encoding, bytes[position], start + position, scanner.line(), scanner.fields());
  }
}
