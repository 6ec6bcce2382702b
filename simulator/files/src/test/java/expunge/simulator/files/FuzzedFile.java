package expunge.simulator.files;

import com.google.re2j.Pattern;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import expunge.file.FileOptions;
import expunge.file.FileReader;
import expunge.file.IdentifierColumns;
import expunge.file.Limits;
import expunge.file.ReadSlice;
import expunge.file.UnacceptableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file with all that reading it depends on, from one input: the first line is {@link #SETTINGS}
 * choices, a character each ({@code 0} is the plainest), and the rest is the file.
 */
final class FuzzedFile {
  static final int SETTINGS = 10;

  private static final String[] ENCODINGS = {
    "",
    "UTF-8",
    "ISO-8859-1",
    "Windows-1251",
    "Windows-1252",
    "UTF-16",
    "UTF-16LE",
    "UTF-16BE",
    "KOI8-R"
  };
  private static final String[] DELIMITERS = {"", ",", ";", "\t", "|", "tab", "colon"};
  private static final String[] WANTED = {"", "MaestraId", "email", "phone"};
  private static final Identifier EMAIL = Identifier.plain("email", KeyType.TEXT);
  private static final Identifier[] KEYS = {
    key(KeyType.TEXT, Optional.empty()),
    key(KeyType.NUMBER, Optional.empty()),
    key(KeyType.TEXT, Optional.of("[0-9a-f]{2,9}"))
  };
  private static final int[] SLICE_ROWS = {1, 2, 3, 7, 1_000};
  private static final int[] SLICE_BYTES = {1 << 16, 1, 2, 7, 20, 64, 300};
  private static final int[] RECORD_BYTES = {1 << 16, 1, 8, 40, 200, 1_000};
  private static final int[] ROWS = {1_000_000, 1, 2, 10};
  private static final byte[] LONG_LINE =
      ("x".repeat(8_000) + "\n").getBytes(StandardCharsets.US_ASCII);
  private static final int LARGE = 100_000;
  private static final int MANY = 1_000;
  private static final int SELDOM = 256;

  private final byte[] bytes;
  private final FileOptions options;
  private final IdentifierColumns identifiers;
  private final Limits limits;
  private final int deliveries;

  private FuzzedFile(
      byte[] bytes,
      FileOptions options,
      IdentifierColumns identifiers,
      Limits limits,
      int deliveries) {
    this.bytes = bytes;
    this.options = options;
    this.identifiers = identifiers;
    this.limits = limits;
    this.deliveries = deliveries;
  }

  static FuzzedFile of(byte[] input) {
    byte[] head = Arrays.copyOf(input, SETTINGS);
    byte[] file = Arrays.copyOfRange(input, Math.min(input.length, SETTINGS + 1), input.length);
    boolean large = choice(head[8], SELDOM) == 1;
    return new FuzzedFile(
        large ? large(file) : file,
        new FileOptions(text(ENCODINGS, head[0]), text(DELIMITERS, head[1]), text(WANTED, head[2])),
        new IdentifierColumns(List.of(KEYS[choice(head[3], KEYS.length)]), List.of(EMAIL)),
        limits(head, large ? MANY : 1),
        head[9]);
  }

  private static Limits limits(byte[] head, int times) {
    return new Limits(
        1 << 20,
        ROWS[choice(head[7], ROWS.length)] * times,
        RECORD_BYTES[choice(head[6], RECORD_BYTES.length)],
        SLICE_ROWS[choice(head[4], SLICE_ROWS.length)] * times,
        SLICE_BYTES[choice(head[5], SLICE_BYTES.length)] * times);
  }

  /** The file itself; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  FileOptions options() {
    return options;
  }

  IdentifierColumns identifiers() {
    return identifiers;
  }

  Limits limits() {
    return limits;
  }

  /** Which sizes the pieces have in which a stream delivers the file. */
  int deliveries() {
    return deliveries;
  }

  /** The file with its letters and digits exchanged wherever they mean nothing. */
  FuzzedFile withOtherLetters() {
    return new FuzzedFile(Letters.exchanged(bytes), options, identifiers, limits, deliveries);
  }

  /** Reads the file as intake does, from a stream. */
  Reading read(Delivery stream) {
    try {
      FileReader reader = FileReader.open(stream, bytes.length, options, identifiers, limits);
      List<ReadSlice> slices = new ArrayList<>();
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        slices.add(next.get());
      }
      return new Reading.Accepted(reader.layout(), slices);
    } catch (UnacceptableFile refused) {
      return new Reading.Refused(refused.problem());
    } catch (IOException lost) {
      return new Reading.Lost();
    }
  }

  private static Identifier key(KeyType type, Optional<String> pattern) {
    return Identifier.plain("MaestraId", type, pattern.map(Pattern::compile));
  }

  /** The file again and again, with long lines in between, so that it passes every buffer. */
  private static byte[] large(byte[] file) {
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    while (large.size() < LARGE) {
      large.writeBytes(file);
      large.writeBytes(LONG_LINE);
    }
    return large.toByteArray();
  }

  private static Optional<String> text(String[] choices, byte setting) {
    return Optional.of(choices[choice(setting, choices.length)]).filter(text -> !text.isEmpty());
  }

  private static int choice(int setting, int choices) {
    return Math.floorMod(setting - '0', choices);
  }
}
