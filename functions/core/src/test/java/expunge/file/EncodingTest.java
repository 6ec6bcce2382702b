package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  @ParameterizedTest
  @CsvSource({
    "UTF-8, ж€ü😀",
    "utf-8, ж€ü😀",
    "ISO-8859-1, ü÷ÿ",
    "Windows-1251, жЯё€",
    "windows-1251, жЯё€",
    "WINDOWS-1252, ü€Œ",
    "UTF-16LE, ж€ü😀",
    "UTF-16BE, ж€ü😀",
    "utf-16, ж€ü😀"
  })
  void aDeclaredEncodingIsUsed(String encoding, String value) {
    byte[] bytes = ("MaestraId\n" + value + "\n").getBytes(Charset.forName(encoding));
    assertThat(Sample.of(bytes).encoded(encoding).written()).containsExactly("2 " + value);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF"})
  void aByteOrderMarkIsSkipped(String encoding, String mark) {
    Sample sample = marked(mark, "MaestraId\n1\n", Charset.forName(encoding)).encoded(encoding);
    assertThat(sample.written()).containsExactly("2 1");
    assertThat(sample.slices().getFirst().slice().start())
        .isEqualTo(sample.open().layout().dataStart());
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, FFFE", "UTF-16BE, FEFF"})
  void theMarkSettlesTheByteOrderOfUtf16(String encoding, String mark) {
    Sample sample = marked(mark, "MaestraId\n1\n", Charset.forName(encoding)).encoded("UTF-16");
    assertThat(sample.written()).containsExactly("2 1");
    assertThat(sample.open().layout().encoding().label()).isEqualTo(encoding);
  }

  @Test
  void undeclaredIsUtf8() {
    assertThat(Sample.of("MaestraId\nж\n").open().layout().encoding())
        .isEqualTo(TextEncoding.UTF_8);
    assertThat(marked("EFBBBF", "MaestraId\n1\n", StandardCharsets.UTF_8).written())
        .containsExactly("2 1");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, FFFE", "UTF-16BE, FEFF"})
  void undeclaredUtf16IsRefusedWithAdvice(String encoding, String mark) {
    Problem problem = marked(mark, "MaestraId\n1\n", Charset.forName(encoding)).problem();
    assertThat(problem.type()).isEqualTo("other-byte-order-mark");
    assertThat(problem.remedy()).contains("Declare the encoding UTF-16");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void undeclaredUtf16WithoutMarkIsRefusedWithAdvice(String encoding) {
    Problem problem = Sample.of("MaestraId\n1\n".getBytes(Charset.forName(encoding))).problem();
    assertThat(problem.type()).isEqualTo("looks-like-utf-16");
    assertThat(problem.remedy()).contains("UTF-16LE");
  }

  @ParameterizedTest
  @CsvSource({"Windows-1252, EFBBBF", "UTF-16, EFBBBF", "UTF-16BE, FFFE", "UTF-8, FEFF"})
  void aMarkThatContradictsIsRefused(String declared, String mark) {
    Sample sample = marked(mark, "MaestraId\n1\n", StandardCharsets.UTF_8).encoded(declared);
    assertThat(sample.problem().type()).isEqualTo("other-byte-order-mark");
  }

  @Test
  void anUnknownEncodingIsRefusedWithTheAcceptedOnes() {
    Problem problem = Sample.of("MaestraId\n1\n").encoded("KOI8-R").problem();
    assertThat(problem.type()).isEqualTo("unknown-encoding");
    assertThat(problem.detail())
        .contains("UTF-8", "Windows-1251", "UTF-16LE")
        .doesNotContain("KOI8");
  }

  @Test
  void aByteThatDoesNotFitIsRefusedWithLineAndPosition() {
    byte[] bytes = "MaestraId,n\n1,x\n2,\"a\nü\"\n".getBytes(StandardCharsets.ISO_8859_1);
    Problem problem = Sample.of(bytes).problem();
    assertThat(problem.type()).isEqualTo("undecodable-byte");
    assertThat(problem.line()).contains(4);
    assertThat(problem.column()).contains(2);
    assertThat(problem.position()).contains(21L);
    assertThat(bytes[21]).isEqualTo((byte) 'ü');
    assertThat(problem.detail()).contains("0xFC", "21", "UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "Windows-1251, 98",
    "Windows-1252, 81",
    "UTF-8, C080",
    "UTF-8, EDA080",
    "UTF-8, E282"
  })
  void bytesWithoutMeaningAreRefused(String encoding, String hex) {
    Sample sample = Sample.of(joined("MaestraId\n1".getBytes(StandardCharsets.US_ASCII), hex));
    assertThat(sample.encoded(encoding).problem().type()).isEqualTo("undecodable-byte");
    assertThat(sample.encoded(encoding).problem().position()).contains(11L);
  }

  @ParameterizedTest
  @CsvSource({"D800", "00", "DC00D800"})
  void brokenUtf16IsRefused(String hex) {
    Sample sample = Sample.of(joined("MaestraId\n".getBytes(StandardCharsets.UTF_16BE), hex));
    assertThat(sample.encoded("UTF-16").problem().type()).isEqualTo("undecodable-byte");
  }

  @Test
  void aByteThatDoesNotFitTheHeaderIsRefused() {
    Problem problem =
        Sample.of("MaestraId,größe\n1,2\n".getBytes(StandardCharsets.ISO_8859_1)).problem();
    assertThat(problem.type()).isEqualTo("undecodable-byte");
    assertThat(problem.line()).contains(1);
    assertThat(problem.position()).contains(12L);
  }

  @Test
  void charactersMadeOfSpecialBytesAreNotSpecialInUtf16() {
    // U+0A22, U+2C0D, U+0D0A and U+222C are made of the bytes of quote, line feed, CR and comma
    String value = "\u0A22\u2C0D\u0D0A\u222C";
    for (String encoding : new String[] {"UTF-16LE", "UTF-16BE"}) {
      byte[] bytes = ("MaestraId\n" + value + "\n1").getBytes(Charset.forName(encoding));
      assertThat(Sample.of(bytes).encoded(encoding).written()).containsExactly("2 " + value, "3 1");
    }
  }

  private static Sample marked(String mark, String text, Charset charset) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(HexFormat.of().parseHex(mark));
    out.writeBytes(text.getBytes(charset));
    return Sample.of(out.toByteArray());
  }

  private static byte[] joined(byte[] begin, String hex) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(begin);
    out.writeBytes(HexFormat.of().parseHex(hex));
    return out.toByteArray();
  }
}
