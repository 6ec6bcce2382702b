package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerRowsTest {
  private static final List<String> CELLS =
      List.of(
          "", " ", "a@b", "A@B ", "+1 (2)", "true", "007", "7", "\"a\r\n\"\"b\"", "\u200B", "ж");

  @Test
  void aCustomerIsKnownByAllThatTheRowSaysInTheOrderOfTheDataset() {
    Row.Customer row =
        CustomerFile.of("name,phone,email,person\n Jane ,+49 (1) 2,\tA@B.c,7\n").customer();
    assertThat(row.identifiers())
        .containsExactly(
            Map.entry("person", "7"), Map.entry("email", "a@b.c"), Map.entry("phone", "+4912"));
    assertThat(row.cells()).isEqualTo(Map.of("name", "Jane"));
    assertThat(row.value()).isEqualTo("7");
    assertThat(row.line()).isEqualTo(2);
  }

  @Test
  void whatIsNotFilledInIsNotSaid() {
    Row.Customer row =
        (Row.Customer) CustomerFile.of("phone,email,name\n1,,\n,a@b.c,Jane\n").rows().getFirst();
    assertThat(row.identifiers()).containsExactly(Map.entry("phone", "1"));
    assertThat(row.cells()).isEmpty();
  }

  @Test
  void theReportShowsTheIdentifierAsTheFileHasIt() {
    assertThat(CustomerFile.of("email\n Jane@Example.org \n").customer().value())
        .isEqualTo("Jane@Example.org");
  }

  @Test
  void aRowMaySayWhereItComesFromAndWhatItJoins() {
    String text = "email,endpoint,touchpoint,segment,sourceAction\na@b.c,Shop,Till 4,vip,Paid\n";
    assertThat(CustomerFile.of(text).customer().cells())
        .isEqualTo(
            Map.of(
                "endpoint", "Shop",
                "touchpoint", "Till 4",
                "segment", "vip",
                "sourceAction", "Paid"));
  }

  @Test
  void aTextMayHaveLinesAndTabs() {
    assertThat(CustomerFile.of("email,name\na@b.c,\"Jane\r\n\tDoe\nß\"\n").customer().cells())
        .containsEntry("name", "Jane\r\n\tDoe\nß");
  }

  @ParameterizedTest
  @CsvSource({
    "email, nobody, PATTERN",
    "phone, ( ), EMPTY",
    "person, a\u200Bb, CHARACTER",
    "name, a\u0007b, VALUE_CHARACTER",
    "language, EN, VALUE_FORM",
    "visits, 007, VALUE_NUMBER",
    "visits, 1E5, VALUE_NUMBER",
    "visits, many, VALUE_NUMBER",
    "vip, TRUE, VALUE_FLAG",
    "vip, yes, VALUE_FLAG",
    "segment, a b, SEGMENT",
    "endpoint, a\u0000b, VALUE_CHARACTER",
    "sourceAction, a\tb, VALUE_CHARACTER"
  })
  void aCellThatCannotBeStoredMakesTheRowInvalidAndNamesItsColumn(
      String column, String cell, InvalidReason reason) {
    String text = column + ",cookie,text0\n\"" + cell + "\",c,x\n";
    Row.Invalid row =
        CustomerFile.of(isIdentifier(column) ? text : text.replace("cookie", "person")).invalid();
    assertThat(row.reason()).isEqualTo(reason);
    assertThat(row.column()).contains(column);
    assertThat(row.sentence()).startsWith(column + ": ");
  }

  private static boolean isIdentifier(String column) {
    return List.of("person", "email", "phone").contains(column);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1.5", "12345678901234567890123456789012345678"})
  void aNumberIsTakenInItsCanonicalForm(String number) {
    assertThat(CustomerFile.of("email,visits\na@b.c," + number + "\n").customer().cells())
        .containsEntry("visits", number);
  }

  @ParameterizedTest
  @CsvSource({"name, 32768, VALUE_TOO_LONG", "touchpoint, 200, SETTING_TOO_LONG"})
  void aTextHasItsLongestLength(String column, int most, InvalidReason reason) {
    String start = "email," + column + "\na@b.c,";
    assertThat(CustomerFile.of(start + "x".repeat(most)).rows().getFirst())
        .isInstanceOf(Row.Customer.class);
    assertThat(CustomerFile.of(start + "x".repeat(most + 1)).invalid().reason()).isEqualTo(reason);
  }

  @Test
  void aTextIsMeasuredInBytes() {
    assertThat(CustomerFile.of("email,name\na@b.c," + "ж".repeat(16_385)).invalid().reason())
        .isEqualTo(InvalidReason.VALUE_TOO_LONG);
  }

  @Test
  void anIdIsASegmentsIfItHasAtMost128Characters() {
    String start = "email,segment\na@b.c,";
    assertThat(CustomerFile.of(start + "s".repeat(128)).rows().getFirst())
        .isInstanceOf(Row.Customer.class);
    assertThat(CustomerFile.of(start + "s".repeat(129)).invalid().reason())
        .isEqualTo(InvalidReason.SEGMENT);
  }

  @Test
  void aRowWithAnotherNumberOfFieldsIsInvalidAsAWhole() {
    Row.Invalid row = CustomerFile.of("email,name\na@b.c,Jane,Doe\n").invalid();
    assertThat(row.reason()).isEqualTo(InvalidReason.FIELDS);
    assertThat(row.column()).isEmpty();
    assertThat(row.sentence()).isEqualTo(InvalidReason.FIELDS.sentence());
  }

  @Test
  void aRowNeedsAnIdentifierByWhichCustomersAreFound() {
    Row.Invalid row = CustomerFile.of("email,cookie,name\n ,c1,Jane\na@b.c,c2,Joe\n").invalid();
    assertThat(row.reason()).isEqualTo(InvalidReason.EMPTY);
    assertThat(row.column()).isEmpty();
    assertThat(row.value()).isEqualTo("c1");
  }

  @Test
  void anyIdentifierDoesWhereTheFileGivesTheKeysToo() {
    Row.Invalid row =
        CustomerFile.of("person,email,name\n,,Jane\n,a@b.c,Joe\n1,,Jim\n")
            .withGivenKeys()
            .invalid();
    assertThat(row.line()).isEqualTo(2);
    assertThat(row.reason()).isEqualTo(InvalidReason.EMPTY);
    assertThat(row.column()).isEmpty();
  }

  @Test
  void aRowThatIsTooLargeForAnItemIsInvalid() {
    String header = "email,name," + String.join(",", CustomerFile.TEXTS) + "\n";
    String texts = ("," + "x".repeat(32_767)).repeat(8);
    assertThat(CustomerFile.of(header + "a@b,12345" + texts).customer().cells()).hasSize(9);
    assertThat(CustomerFile.of(header + "a@b,123456" + texts).invalid().reason())
        .isEqualTo(InvalidReason.ROW_TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "ISO-8859-1", "Windows-1252", "UTF-16LE", "UTF-16BE"})
  void theEncodingIsTheDeclaredOne(String encoding) {
    byte[] bytes = "email;name\r\na@b.c;\"Jürgen; é\"\r\n".getBytes(Charset.forName(encoding));
    assertThat(CustomerFile.of(bytes).encoded(encoding).customer().cells())
        .isEqualTo(Map.of("name", "Jürgen; é"));
  }

  @Test
  void aWorkerReadsWhatIntakeRead() throws IOException, UnacceptableFile {
    CustomerFile file =
        CustomerFile.of("name,email,vip\nJane,A@b.c,true\n\n,x,no\n\"a\nb\",d@e.f,\n1,2,3,4\n")
            .ofAtMost(100);
    assertThat(file.slices()).hasSize(2);
    assertThat(file.rowsOfWorker()).isEqualTo(file.rows());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverTheCellsHoldIntakeAndWorkerAgreeAndACustomerIsKnownBySomething(long seed)
      throws IOException, UnacceptableFile {
    CustomerFile file = CustomerFile.of(random(new Random(seed))).ofAtMost(1_000);

    List<Row> rows = file.rows();

    assertThat(file.rowsOfWorker()).isEqualTo(rows);
    assertThat(rows)
        .allSatisfy(
            row -> {
              if (row instanceof Row.Customer customer) {
                assertThat(customer.identifiers().keySet()).containsAnyOf("phone", "email");
                assertThat(customer.identifiers()).doesNotContainValue("");
                assertThat(customer.cells()).doesNotContainValue("");
                assertThat(customer.cells().keySet()).isSubsetOf("name", "vip", "visits");
              }
            });
  }

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  /** Rows of cells that are good, bad, empty and of several lines, after one that fills each. */
  private static String random(Random random) {
    StringBuilder text = new StringBuilder("phone,name,email,vip,cookie,visits\n");
    text.append("1,Jane,a@b,true,c,1\n");
    for (int row = random.nextInt(30); row >= 0; row--) {
      int fields = random.nextInt(8) == 0 ? random.nextInt(1, 9) : 6;
      text.append(
          IntStream.range(0, fields)
              .mapToObj(_ -> CELLS.get(random.nextInt(CELLS.size())))
              .collect(Collectors.joining(",", "", random.nextBoolean() ? "\n" : "\r\n\n")));
    }
    return text.toString();
  }

  @Test
  void noTextShowsTheCustomer() {
    CustomerFile file = CustomerFile.of("email,name\njane@b.c,Jane\njane,Jane\n");
    assertThat(file.rows().toString())
        .contains("Customer[line=2]", "Invalid[line=3, reason=PATTERN]")
        .doesNotContainIgnoringCase("jane");
  }
}
