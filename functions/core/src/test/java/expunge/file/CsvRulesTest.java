package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The format, case by case: a file, and the rows it has or the problem it is refused for. */
class CsvRulesTest {
  record Accepted(String rule, String file, List<String> rows) {
    @Override
    public String toString() {
      return rule;
    }
  }

  record Refused(String rule, String file, String type, int line) {
    @Override
    public String toString() {
      return rule;
    }
  }

  private static Accepted accepted(String rule, String file, String... rows) {
    return new Accepted(rule, file, Arrays.asList(rows));
  }

  static Stream<Accepted> accepted() {
    return Stream.of(
        accepted("LF", "MaestraId\n1\n2\n", "2 1", "3 2"),
        accepted("CRLF", "MaestraId\r\n1\r\n2\r\n", "2 1", "3 2"),
        accepted("LF and CRLF mixed", "MaestraId\r\n1\n2\r\n3", "2 1", "3 2", "4 3"),
        accepted("no line end at the end", "MaestraId\n1\n2", "2 1", "3 2"),
        accepted("blank lines are lines, not rows", "MaestraId\n\n1\n\r\n\n2\n\n", "3 1", "6 2"),
        accepted("blank lines before the header", "\n\r\nMaestraId\n1\n", "4 1"),
        accepted("spaces alone are a row", "MaestraId\n  \n1\n", "2  !empty", "3 1"),
        accepted("an empty quoted field is a row", "MaestraId\n\"\"\n1\n", "2  !empty", "3 1"),
        accepted("an empty quoted field at the end", "MaestraId\n1\n\"\"", "2 1", "3  !empty"),
        accepted("zeros and case stay", "MaestraId\n007\naB\n", "2 007", "3 aB"),
        accepted("spaces and tabs go", "MaestraId\n \t1 \t\n2\t\n", "2 1", "3 2"),
        accepted("inside quotes too", "MaestraId\n\" 1\t\"\n", "2 1"),
        accepted("and after quotes", "MaestraId\n\"1\" \t\n\"2\" ", "2 1", "3 2"),
        accepted("spaces between stay", "MaestraId\n1 2\n", "2 1 2"),
        accepted("a quoted header", "\"MaestraId\"\n1\n", "2 1"),
        accepted("a quoted delimiter", "MaestraId,n\n\"1,2\",x\n", "2 1,2"),
        accepted("a doubled quote", "MaestraId\n\"1\"\"2\"\n\"\"\"\"\n", "2 1\"2", "3 \""),
        accepted("a quote amid text is text", "MaestraId\n1\"2\"\n3\"\n", "2 1\"2\"", "3 3\""),
        accepted("a quote after a space is text", "MaestraId\n \"1\"\n", "2 \"1\""),
        accepted(
            "a quoted line break in another column",
            "MaestraId,n\n1,\"a\nb\r\nc\"\n2,\"\n\"\n3,x\n",
            "2 1",
            "5 2",
            "7 3"),
        accepted(
            "a quoted carriage return is a line break too",
            "MaestraId,n\n1,\"a\rb\r\"\n2,\"\r\n\"\"\n\"\n3,x\n",
            "2 1",
            "5 2",
            "8 3"),
        accepted(
            "a line break in the value", "MaestraId\n\"1\n2\"\n3\n", "2 1\n2 !character", "4 3"),
        accepted("a quoted line break at the end", "MaestraId,n\n1,\"\n\"", "2 1"),
        accepted("the column is in the middle", "a,MaestraId,b\nx,1,y\n,2,\n", "2 1", "3 2"),
        accepted("too few fields", "a,MaestraId\nx\ny,2\n", "2  !fields", "3 2"),
        accepted("too many fields", "MaestraId\n1,2\n3,\n", "2 1 !fields", "3 3 !fields"),
        accepted("a lone delimiter at the end", "MaestraId,a\n1,x\n2,", "2 1", "3 2"),
        accepted("delimiters alone", "MaestraId,a\n,\n1,\n", "2  !empty", "3 1"),
        accepted("a backslash is text", "MaestraId\n1\\\n\\\"2\n", "2 1\\", "3 \\\"2"),
        accepted("a hash is text", "MaestraId\n#1\n", "2 #1"),
        accepted("a noncharacter is text", "MaestraId\n\uFFFE1\n", "2 \uFFFE1 !character"),
        accepted("a mark amid the file", "MaestraId\n\uFEFF1\n", "2 \uFEFF1 !character"));
  }

  static Stream<Refused> refused() {
    return Stream.of(
        new Refused("text after a quote", "MaestraId\n1\n\"2\"x\n", "malformed-quote", 3),
        new Refused("text after quote and space", "MaestraId\n\"2\" x\n", "malformed-quote", 2),
        new Refused("a quote after quote and space", "MaestraId\n\"2\" \"\n", "malformed-quote", 2),
        new Refused("on its own line", "MaestraId,n\n1,\"a\nb\"c\n", "malformed-quote", 3),
        new Refused("an open quote", "MaestraId\n1\n\"2\n3\n4\n", "unbalanced-quote", 3),
        new Refused("an open quote in the header", "\"MaestraId\n1\n", "unbalanced-quote", 1),
        new Refused("old Mac line ends", "MaestraId\r1\r2\r", "carriage-return", 1),
        new Refused("a carriage return in text", "MaestraId\n1\n2\r3\n", "carriage-return", 3),
        new Refused(
            "a carriage return after a quote", "MaestraId\n\"1\"\r2\n", "carriage-return", 2),
        new Refused("two carriage returns", "MaestraId\n1\r\r\n", "carriage-return", 2),
        new Refused("a carriage return at the end", "MaestraId\n1\n2\r", "carriage-return", 3),
        new Refused(
            "a carriage return alone at the end", "MaestraId\n1\n\r", "carriage-return", 3));
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void rowsAreThoseOfTheFile(Accepted given) {
    assertThat(Sample.of(given.file()).written()).containsExactlyElementsOf(given.rows());
  }

  @ParameterizedTest
  @MethodSource("accepted")
  void rowsAreTheSameInUtf16(Accepted given) {
    for (String encoding : List.of("UTF-16LE", "UTF-16BE")) {
      Sample sample =
          Sample.of(given.file().getBytes(TextEncoding.named(encoding).orElseThrow().charset()));
      if (!given.file().contains("\uFFFE")) { // in UTF-16 it is no character but a wrong byte order
        assertThat(sample.encoded(encoding).written()).containsExactlyElementsOf(given.rows());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("refused")
  void aMalformedFileIsRefusedWithItsLine(Refused given) {
    Problem problem = Sample.of(given.file()).problem();
    assertThat(problem.type()).isEqualTo(given.type());
    assertThat(problem.line()).contains(given.line());
    assertThat(problem.detail()).contains("Line " + given.line());
    assertThat(problem.remedy()).isNotBlank();
  }
}
