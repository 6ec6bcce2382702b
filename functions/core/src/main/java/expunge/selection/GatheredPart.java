package expunge.selection;

import expunge.file.KeyFile;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import java.io.ByteArrayOutputStream;
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
 * Keys that were found, as they lie in the bucket until all are: a line that says where to go on,
 * then a line for each key. The place names people too, and therefore lies nowhere else.
 */
final class GatheredPart {
  private static final String END = ".";
  private static final String NUMBER = "N";
  private static final String TEXT = "S";
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  private final Optional<Cursor> next;
  private final byte[] lines;

  private GatheredPart(Optional<Cursor> next, byte[] lines) {
    this.next = next;
    this.lines = lines;
  }

  /** Where to go on; empty after the last part of a lane. */
  Optional<Cursor> next() {
    return next;
  }

  static GatheredPart of(Optional<Cursor> next, List<ProfileKey> keys) {
    return new GatheredPart(next, KeyFile.lines(keys.stream().map(ProfileKey::value).toList()));
  }

  byte[] write() {
    ByteArrayOutputStream part = new ByteArrayOutputStream(lines.length + END.length());
    String place = next.map(GatheredPart::write).orElse(END) + "\n";
    part.writeBytes(place.getBytes(StandardCharsets.US_ASCII));
    part.writeBytes(lines);
    return part.toByteArray();
  }

  static GatheredPart read(byte[] part) {
    int end = endOfPlace(part);
    String place = new String(part, 0, end, StandardCharsets.US_ASCII);
    Optional<Cursor> next = place.equals(END) ? Optional.empty() : Optional.of(cursor(place));
    return new GatheredPart(next, linesOf(part));
  }

  /** What of a part's bytes goes into the file. */
  static byte[] linesOf(byte[] part) {
    return Arrays.copyOfRange(part, endOfPlace(part) + 1, part.length);
  }

  private static int endOfPlace(byte[] part) {
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
        String type = attribute.getValue() instanceof Value.Numeric ? NUMBER : TEXT;
        csv.printRecord(attribute.getKey(), type, attribute.getValue().asText().orElseThrow());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory takes every character", impossible);
    }
    return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Cursor cursor(String place) {
    String text = new String(Base64.getDecoder().decode(place), StandardCharsets.UTF_8);
    Map<String, Value> position = new LinkedHashMap<>();
    try (CSVParser records = CSVParser.parse(text, FORMAT)) {
      for (CSVRecord attribute : records) {
        String value = attribute.get(2);
        position.put(
            attribute.get(0),
            attribute.get(1).equals(NUMBER) ? new Value.Numeric(value) : new Value.Text(value));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("text in memory can always be read", impossible);
    }
    return new Cursor(position);
  }
}
