package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files by seed, written together with what they say; every promise of reading, on each. */
class RandomFilesTest {
  private static final String[] ENCODINGS = {"UTF-8", "UTF-16LE", "UTF-16BE"};
  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final String[] PIECES = {
    "a", "7", "00", "ж", "😀", "\"", ",", ";", "|", "\t", "\n", "\r\n", "\r", " ", "\u0A22", "#",
    "\\"
  };

  /** A file, and for each row its line and its stripped value. */
  private record Generated(String text, List<String> rows, String encoding) {}

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everySliceAndRowIsAsWritten(long seed) throws IOException, UnacceptableFile {
    Random random = new Random(seed);
    Generated file = generate(random);
    byte[] bytes = file.text().getBytes(Charset.forName(file.encoding()));
    Limits limits = limits(random);
    Sample sample = Sample.of(bytes).encoded(file.encoding()).within(limits);

    List<ReadSlice> slices = sample.slices();

    assertThat(lines(slices)).containsExactlyElementsOf(file.rows());
    assertThat(sample.slices(new CountedStream(bytes, 1))).isEqualTo(slices);
    assertThat(sample.slices(new CountedStream(bytes, 1 + random.nextInt(64)))).isEqualTo(slices);
    workerReadsTheSame(sample, bytes, slices);
    slicesKeepTheirLimits(limits, slices);
    everyValueIsLiterallyThere(file.text(), slices);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyBytesAreReadOrRefusedAndBothReadersAgree(long seed) throws IOException {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder("MaestraId" + (random.nextBoolean() ? ",n" : "") + "\n");
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(4) == 0) {
      bytes[bytes.length - 1] = (byte) random.nextInt(256);
    }
    try {
      Sample.of(bytes).within(limits(random)).slices(new CountedStream(bytes, 7));
    } catch (UnacceptableFile refused) {
      assertThat(refused.problem().type()).isNotEqualTo("ambiguous-records");
    }
  }

  private static void workerReadsTheSame(Sample sample, byte[] bytes, List<ReadSlice> slices)
      throws IOException, UnacceptableFile {
    Layout layout = sample.open(new ByteArrayInputStream(bytes)).layout();
    SliceReader worker = new SliceReader(layout, Sample.identifier("MaestraId"));
    for (ReadSlice read : slices) {
      int start = (int) read.slice().start();
      byte[] range = Arrays.copyOfRange(bytes, start, start + read.slice().length());
      assertThat(worker.read(read.slice(), range)).isEqualTo(read.rows());
    }
  }

  private static void slicesKeepTheirLimits(Limits limits, List<ReadSlice> slices) {
    for (ReadSlice read : slices) {
      assertThat(read.slice().rows())
          .isEqualTo(read.rows().size())
          .isLessThanOrEqualTo(limits.sliceRows());
      assertThat(read.slice().rows() == 1 || read.slice().length() <= limits.sliceBytes()).isTrue();
    }
  }

  private static void everyValueIsLiterallyThere(String text, List<ReadSlice> slices) {
    for (ReadSlice read : slices) {
      for (Row row : read.rows()) {
        String quoted = row.value().replace("\"", "\"\"");
        assertThat(text.contains(row.value()) || text.contains(quoted)).isTrue();
      }
    }
  }

  private static List<String> lines(List<ReadSlice> slices) {
    return slices.stream()
        .flatMap(slice -> slice.rows().stream())
        .map(row -> row.line() + " " + row.value())
        .toList();
  }

  private static Limits limits(Random random) {
    return new Limits(1 << 20, 10_000, 1_000, 1 + random.nextInt(9), 1 + random.nextInt(200));
  }

  private static Generated generate(Random random) {
    char delimiter = ",;\t|".charAt(random.nextInt(4));
    int columns = 2 + random.nextInt(3);
    int identifier = random.nextInt(columns);
    String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < columns; column++) {
      text.append(column > 0 ? String.valueOf(delimiter) : "");
      text.append(column == identifier ? "MaestraId" : "x" + column);
    }
    List<String> rows = new ArrayList<>();
    for (int row = 1 + random.nextInt(40); row > 0; row--) {
      text.append(lineEnd.repeat(random.nextInt(8) == 0 ? 3 : 1));
      int line = lineAt(text);
      for (int column = 0; column < columns; column++) {
        String value = value(random);
        text.append(column > 0 ? String.valueOf(delimiter) : "");
        text.append(written(random, value, delimiter));
        if (column == identifier) {
          rows.add(line + " " + ValueRules.stripped(value));
        }
      }
    }
    text.append(random.nextBoolean() ? lineEnd : "");
    return new Generated(text.toString(), rows, ENCODINGS[random.nextInt(3)]);
  }

  private static int lineAt(CharSequence text) {
    return LINE_END.split(text, -1).length;
  }

  private static String value(Random random) {
    StringBuilder value = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      value.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return value.toString();
  }

  private static String written(Random random, String value, char delimiter) {
    boolean needed =
        value.startsWith("\"")
            || value.chars().anyMatch(c -> c == delimiter || c == '\r' || c == '\n');
    return needed || random.nextBoolean() ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
  }
}
