package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DelimiterTest {
  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void itIsSeenInTheHeader(char delimiter) {
    String file = "name,MaestraId\nx,1\n".replace(',', delimiter);
    assertThat(Sample.of(file).written()).containsExactly("2 1");
    assertThat(Sample.of(file).open().layout().delimiter()).isEqualTo(delimiter);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = ' ',
      value = {", ,", "comma ,", "Comma ,", "; ;", "semicolon ;", "| |", "pipe |"})
  void itCanBeDeclared(String name, char delimiter) {
    String file = "name,MaestraId\nx,1\n".replace(',', delimiter);
    assertThat(Sample.of(file).delimited(name).written()).containsExactly("2 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "\\t", "tab", "TAB"})
  void aTabHasThreeNames(String name) {
    assertThat(Sample.of("n\tMaestraId\nx\t1\n").delimited(name).written()).containsExactly("2 1");
  }

  @Test
  void aDeclaredOneIsTheOnlyOne() {
    Sample sample = Sample.of("MaestraId;n,x\n1;2,3\n").delimited(";");
    assertThat(sample.open().layout().columns()).containsExactly("MaestraId", "n,x");
    assertThat(sample.delimited("|").problem().type()).isEqualTo("wrong-header");
  }

  @Test
  void anUnknownOneIsRefusedWithTheAcceptedOnes() {
    Problem problem = Sample.of("MaestraId\n1\n").delimited(":").problem();
    assertThat(problem.type()).isEqualTo("unknown-delimiter");
    assertThat(problem.detail()).contains("semicolon");
  }

  @Test
  void ofTwoTheOneThatShowsAnIdentifierIsTaken() {
    assertThat(Sample.of("a;b,MaestraId\nx;y,1\n").written()).containsExactly("2 1");
    assertThat(Sample.of("a,b;MaestraId\nx,y;1\n").written()).containsExactly("2 1");
  }

  @Test
  void quotedOnesAreText() {
    assertThat(Sample.of("\"a;b\",MaestraId\nx;y,1\n").written()).containsExactly("2 1");
    assertThat(Sample.of("\"a,b\";MaestraId\nx,y;1\n").written()).containsExactly("2 1");
  }

  @Test
  void aQuoteThatNoDelimiterExplainsIsPointedAtWhereItIs() {
    Problem problem = Sample.of("\"MaestraId\";\"name\"x\n1;2\n").problem();
    assertThat(problem.type()).isEqualTo("malformed-quote");
    assertThat(problem.column()).contains(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MaestraId,a;MaestraId", "email;a,MaestraId", "MaestraId,a;b|email"})
  void whereTwoWouldDoNoneIsGuessed(String header) {
    Problem problem = Sample.of(header + "\n1\n").problem();
    assertThat(problem.type()).isEqualTo("ambiguous-delimiter");
    assertThat(problem.remedy()).startsWith("Declare the delimiter");
  }

  @Test
  void oneColumnHasNoDelimiterButTheComma() {
    assertThat(Sample.of("MaestraId\na;b|c\nd,e\n").written())
        .containsExactly("2 a;b|c", "3 d !fields");
  }
}
