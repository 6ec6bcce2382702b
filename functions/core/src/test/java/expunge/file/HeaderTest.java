package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {
  @Test
  void theLayoutSaysEverythingOfTheHead() {
    assertThat(Sample.of("name;MaestraId;name\r\na;1;b\r\n").open().layout())
        .isEqualTo(
            new Layout(TextEncoding.UTF_8, 21, 2, ';', List.of("name", "MaestraId", "name"), 1));
  }

  @Test
  void furtherColumnsAreIgnoredAndListed() {
    Layout layout = Sample.of("name,MaestraId,,age\nx,1,,3\n").open().layout();
    assertThat(layout.ignoredColumns()).containsExactly("name", "", "age");
  }

  @Test
  void aHeaderOfSeveralLinesEndsWhereItsQuotesSay() {
    Sample sample = Sample.of("\"na\nme\",MaestraId\nx,1\n");
    assertThat(sample.open().layout().dataLine()).isEqualTo(3);
    assertThat(sample.written()).containsExactly("3 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1007", "jane@example.org,1007", "\"jane@example.org\";1007;x", "jane doe"})
  void aForgottenHeaderIsRefusedWithoutQuotingThePerson(String person) {
    Problem problem = Sample.of(person + "\n" + person + "\n").problem();
    assertThat(problem.type()).isEqualTo("wrong-header");
    assertThat(problem.line()).contains(1);
    assertThat(problem.detail()).contains("MaestraId");
    assertThat(problem.remedy()).contains("MaestraId", "GET /template.csv");
    assertThat(problem.toString()).doesNotContain("1007").doesNotContain("jane");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maestraid",
        " MaestraId",
        "MaestraId\t",
        "MAESTRAID",
        "MaestraId\u00A0",
        "Maestra Id",
        "MaestraId."
      })
  void theHeaderMatchesExactlyOrNotAtAll(String header) {
    Problem problem = Sample.of("name," + header + "\nx,1\n").problem();
    assertThat(problem.type()).isEqualTo("wrong-header");
    assertThat(problem.detail()).contains("2 other columns");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maestraID ",
        "Maestra Id",
        "maestra_id",
        "MAESTRA-ID",
        "maestra\u2011id",
        "\u00A0Maestra\u3000Id",
        "Maestra\u200BId\u00AD",
        "\"\tMaestraId\""
      })
  void aHeaderThatNearlyMatchesIsPointedAt(String header) {
    Problem problem = Sample.of("name," + header + "\nx,1\n").problem();
    assertThat(problem.type()).isEqualTo("wrong-header");
    assertThat(problem.line()).contains(1);
    assertThat(problem.column()).contains(2);
    assertThat(problem.detail()).endsWith("Column 2 is probably meant to be MaestraId.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"MaestraId.", "Maestra", "MaestraIds", "M\u00E4straId", "", "-", "\u200B"})
  void aHeaderThatDiffersInMoreIsNotGuessedAt(String header) {
    Problem problem = Sample.of("name," + header + "\nx,1\n").problem();
    assertThat(problem.type()).isEqualTo("wrong-header");
    assertThat(problem.column()).isEmpty();
    assertThat(problem.detail()).endsWith("found.");
  }

  @Test
  void everyColumnThatWouldDoIsNamed() {
    Problem problem = Sample.of("name,age\nx,1\n").deletingBy("id", "email", "phone").problem();
    assertThat(problem.detail())
        .isEqualTo(
            "Line 1 is the header and needs a column that is one of id, email, phone, written"
                + " exactly so; 2 other columns were found.");
    assertThat(problem.remedy()).startsWith("Make one of id, email, phone the header");
  }

  @Test
  void theColumnThatWasProbablyMeantIsNamedAsItIsDeclared() {
    Problem problem = Sample.of("name,E-Mail\nx,1\n").deletingBy("id", "email", "phone").problem();
    assertThat(problem.column()).contains(2);
    assertThat(problem.detail())
        .contains("id, email, phone", "Column 2 is probably meant to be email.");
    assertThat(problem.remedy()).startsWith("Make email the header");
    assertThat(problem.toString()).doesNotContain("E-Mail").doesNotContain("name");
  }

  @Test
  void anIdentifierThatDoesNotDeleteIsNeitherNamedNorGuessedAt() {
    Problem problem = Sample.of("name,E-Mail\nx,1\n").problem();
    assertThat(problem.column()).isEmpty();
    assertThat(problem.toString()).doesNotContainIgnoringCase("email");
  }

  @Test
  void whereTheOptionNamesTheColumnNoOtherIsAskedForOrGuessedAt() {
    Sample sample = Sample.of("E_mail,phone\nx,1\n").deletingBy("id", "email", "phone");
    Problem problem = sample.identifiedBy("id").problem();
    assertThat(problem.detail()).contains("a column id,").doesNotContain("email");
    assertThat(problem.column()).isEmpty();
    assertThat(sample.identifiedBy("email").problem().column()).contains(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jane-doe", "Jane Doe", "jane@example.org,jane_DOE,1007"})
  void aPersonWhoseIdentifierIsNearlyAColumnIsNotQuoted(String person) {
    Problem problem =
        Sample.of(person + "\n" + person + "\n").deletingBy("id", "janedoe").problem();
    assertThat(problem.type()).isEqualTo("wrong-header");
    assertThat(problem.detail()).contains("probably meant to be janedoe");
    assertThat(problem.toString())
        .doesNotContain("1007")
        .doesNotContain("example")
        .doesNotContainIgnoringCase("jane_doe")
        .doesNotContainIgnoringCase("jane-doe")
        .doesNotContainIgnoringCase("jane doe");
  }

  @Test
  void aNameOfNothingButHyphensIsNotGuessedAt() {
    Problem problem = Sample.of("_\n1\n").deletingBy("-").problem();
    assertThat(problem.type()).isEqualTo("wrong-header");
    assertThat(problem.column()).isEmpty();
  }

  @Test
  void twoIdentifierColumnsAreNotChosenFrom() {
    Problem problem = Sample.of("email,MaestraId\na@b.c,1\n").problem();
    assertThat(problem.type()).isEqualTo("two-identifier-columns");
    assertThat(problem.detail()).contains("email, MaestraId");
    assertThat(problem.remedy()).contains("option identifier");
    assertThat(problem.column()).contains(2);
  }

  @Test
  void theOptionChoosesTheColumn() {
    Sample sample = Sample.of("email,MaestraId\na@b.c,1\n").identifiedBy("MaestraId");
    assertThat(sample.written()).containsExactly("2 1");
    assertThat(sample.open().layout().ignoredColumns()).containsExactly("email");
  }

  @ParameterizedTest
  @CsvSource({"MaestraId", "''"})
  void theSameIdentifierTwiceIsRefused(String option) {
    Sample sample = Sample.of("MaestraId,name,MaestraId\n1,x,2\n");
    Problem problem = (option.isEmpty() ? sample : sample.identifiedBy(option)).problem();
    assertThat(problem.type()).isEqualTo("repeated-identifier-column");
    assertThat(problem.column()).contains(3);
  }

  @Test
  void anotherIdentifierThanTheKeyDoesNotDelete() {
    Problem problem = Sample.of("\nname,email\nx,a@b.c\n").problem();
    assertThat(problem.type()).isEqualTo("identifier-not-deletable");
    assertThat(problem.remedy()).contains("MaestraId");
    assertThat(problem.line()).contains(2);
    assertThat(problem.column()).contains(2);
  }

  @Test
  void anotherIdentifierThanTheKeyThatAnOptionNamesIsInNoLine() {
    Problem problem = Sample.of("email,MaestraId\na,1\n").identifiedBy("email").problem();
    assertThat(problem.type()).isEqualTo("identifier-not-deletable");
    assertThat(problem.line()).isEmpty();
  }

  @Test
  void anUnknownIdentifierIsRefusedWithTheKnownOnes() {
    Problem problem = Sample.of("MaestraId\n1\n").identifiedBy("jane@example.org").problem();
    assertThat(problem.type()).isEqualTo("unknown-identifier");
    assertThat(problem.detail()).contains("MaestraId, email");
    assertThat(problem.toString()).doesNotContain("jane");
  }

  @Test
  void theChosenIdentifierMustBeThere() {
    assertThat(Sample.of("email\na\n").identifiedBy("MaestraId").problem().type())
        .isEqualTo("wrong-header");
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty-file, 1",
    "'\n\r\n\n', empty-file, 1",
    "'MaestraId', header-only, 1",
    "'MaestraId\n\n\r\n', header-only, 1",
    "'\n\nMaestraId\n', header-only, 3"
  })
  void aFileWithoutRowsIsRefused(String text, String type, int line) {
    assertThat(Sample.of(text).problem().type()).isEqualTo(type);
    assertThat(Sample.of(text).problem().line()).contains(line);
  }

  @Test
  void aMarkAloneIsAnEmptyFile() {
    assertThat(Sample.of("\uFEFF").problem().type()).isEqualTo("empty-file");
  }

  @Test
  void aMillionColumnsAreRefusedQuickly() {
    byte[] header =
        ("MaestraId" + ",".repeat(1_000_000) + "\n1\n").getBytes(StandardCharsets.UTF_8);
    Problem problem =
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> Sample.of(header).problem());
    assertThat(problem.type()).isEqualTo("header-too-large");
  }

  @Test
  void moreThanAThousandColumnsAreRefused() {
    assertThat(Sample.of("MaestraId" + ",x".repeat(1_000) + "\n").problem().type())
        .isEqualTo("too-many-columns");
    String fits = "MaestraId" + ",x".repeat(999);
    assertThat(Sample.of(fits + "\n1" + ",".repeat(999)).written()).containsExactly("2 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1F8B0800",
        "504B0304",
        "504B0506",
        "425A6839314159265359",
        "FD377A585A00",
        "28B52FFD",
        "377ABCAF271C",
        "D0CF11E0"
      })
  void anArchiveIsRefusedByItsContent(String hex) {
    Problem problem = Sample.of(HexFormat.of().parseHex(hex)).problem();
    assertThat(problem.type()).isEqualTo("archive");
    assertThat(problem.line()).contains(1);
    assertThat(problem.remedy()).contains("Unpack it first");
  }
}
