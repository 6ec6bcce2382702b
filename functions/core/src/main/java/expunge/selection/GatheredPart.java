package expunge.selection;

import expunge.file.KeyFile;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.run.ExpungeException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * Keys that were found, as they lie in the bucket until all are: a line with the version, the
 * writer, how many were found in the lane so far and where to go on, then a line for each key. The
 * place names people too, and therefore lies nowhere else.
 */
final class GatheredPart {
  private static final String VERSION = "1";
  private static final String END = ".";
  private static final String NUMBER = "N";
  private static final String TEXT = "S";
  private static final String BYTES = "B";
  private static final int WORDS = 4;
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final String writer;
  private final long found;
  private final Optional<Cursor> next;
  private final byte[] lines;

  private GatheredPart(String writer, long found, Optional<Cursor> next, byte[] lines) {
    this.writer = writer;
    this.found = found;
    this.next = next;
    this.lines = lines;
  }

  /**
   * A new one.
   *
   * @param writer tells who wrote it from others
   * @param before how many were found in the lane before
   */
  static GatheredPart of(String writer, long before, Optional<Cursor> next, List<ProfileKey> keys) {
    List<String> values = keys.stream().map(ProfileKey::value).toList();
    return new GatheredPart(writer, before + keys.size(), next, KeyFile.lines(values));
  }

  /** Whether the same writer wrote it. */
  boolean isBy(String other) {
    return writer.equals(other);
  }

  /** How many were found in the lane, up to the end of this part. */
  long found() {
    return found;
  }

  /** Where to go on; empty after the last part of a lane. */
  Optional<Cursor> next() {
    return next;
  }

  byte[] write() {
    String place = next.map(GatheredPart::write).orElse(END);
    byte[] head =
        (String.join(" ", VERSION, writer, Long.toString(found), place) + "\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] part = Arrays.copyOf(head, head.length + lines.length);
    System.arraycopy(lines, 0, part, head.length, lines.length);
    return part;
  }

  /**
   * Reads one.
   *
   * @throws ExpungeException.Permanent if it is of another version
   */
  static GatheredPart read(byte[] part) {
    String[] head = new String(part, 0, endOfHead(part), StandardCharsets.US_ASCII).split(" ", -1);
    if (head.length != WORDS || !head[0].equals(VERSION)) {
      throw new ExpungeException.Permanent("keys that were gathered by another version", null);
    }
    String place = head[3];
    Optional<Cursor> next = place.equals(END) ? Optional.empty() : Optional.of(cursor(place));
    return new GatheredPart(head[1], Long.parseLong(head[2]), next, linesOf(part));
  }

  /** What of a part's bytes goes into the file. */
  static byte[] linesOf(byte[] part) {
    return Arrays.copyOfRange(part, endOfHead(part) + 1, part.length);
  }

  private static int endOfHead(byte[] part) {
    int end = 0;
    while (part[end] != '\n') {
      end++;
    }
    return end;
  }

  private static String write(Cursor cursor) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, FORMAT)) {
      for (Map.Entry<String, Value> attribute : cursor.position().entrySet()) {
        csv.printRecord(typed(attribute.getKey(), attribute.getValue()));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory takes every character", impossible);
    }
    return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> typed(String name, Value value) {
    return switch (value) {
      case Value.Text(String text) -> List.of(name, TEXT, text);
      case Value.Numeric(String number) -> List.of(name, NUMBER, number);
      case Value.Bytes(String base64) -> List.of(name, BYTES, base64);
      case Value.Flag _, Value.Several _, Value.Other _ ->
          throw new IllegalArgumentException("no key is of this type");
    };
  }

  private static Value value(String type, String text) {
    return switch (type) {
      case NUMBER -> new Value.Numeric(text);
      case BYTES -> new Value.Bytes(text);
      default -> new Value.Text(text);
    };
  }

  private static Cursor cursor(String place) {
    String text = new String(Base64.getDecoder().decode(place), StandardCharsets.UTF_8);
    Map<String, Value> position = new LinkedHashMap<>();
    try (CSVParser records = CSVParser.parse(text, FORMAT)) {
      for (CSVRecord attribute : records) {
        position.put(attribute.get(0), value(attribute.get(1), attribute.get(2)));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory can always be read", impossible);
    }
    return new Cursor(position);
  }
}
