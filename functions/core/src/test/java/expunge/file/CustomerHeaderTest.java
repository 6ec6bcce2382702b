package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** I2 and I3 of a file's columns: they may be left out, but each is known, and none is idle. */
class CustomerHeaderTest {
  @ParameterizedTest
  @ValueSource(strings = {"name,vip\nJane,true\n", "cookie,name\nc1,Jane\n", "segment\ns1\n"})
  void aFileWithoutAnyIdentifierFails(String text) {
    Problem problem = CustomerFile.of(text).problem();
    assertThat(problem.type()).isEqualTo("no-identifier");
    assertThat(problem.line()).contains(1);
    assertThat(problem.detail()).contains("person, email, phone").doesNotContain("cookie");
    assertThat(problem.remedy()).contains("GET /template.csv?kind=import");
  }

  @Test
  void aColumnThatNobodyKnowsFails() {
    Problem problem = CustomerFile.of("\nemail,name,shoe size\na@b.c,Jane,38\n").problem();
    assertThat(problem.type()).isEqualTo("unknown-column");
    assertThat(problem.line()).contains(2);
    assertThat(problem.column()).contains(3);
    assertThat(problem.detail()).contains("Line 2", "column 3").doesNotContain("shoe");
    assertThat(problem.remedy()).contains("GET /columns", "GET /template.csv?kind=import");
  }

  @Test
  void aColumnWithoutAHeaderFails() {
    assertThat(CustomerFile.of("email,,name\na@b.c,x,Jane\n").problem().column()).contains(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"E-Mail", " email", "EMAIL", "e_mail", "email\u200B"})
  void aColumnThatIsNearlyKnownIsPointedAt(String header) {
    Problem problem = CustomerFile.of("name," + header + "\nJane,a@b.c\n").problem();
    assertThat(problem.type()).isEqualTo("unknown-column");
    assertThat(problem.column()).contains(2);
    assertThat(problem.detail()).endsWith("It is probably meant to be email.");
    assertThat(problem.remedy()).startsWith("Rename the column");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jane@example.org", "jane@example.org;Jane Doe;1007", "Jane_Doe\t1007"})
  void aForgottenHeaderIsRefusedWithoutQuotingThePerson(String person) {
    Problem problem = CustomerFile.of(person + "\n" + person + "\n").problem();
    assertThat(problem.type()).isEqualTo("unknown-column");
    assertThat(problem.column()).contains(1);
    assertThat(problem.toString()).doesNotContainIgnoringCase("jane").doesNotContain("1007");
  }

  @Test
  void aColumnThatIsThereTwiceFails() {
    Problem problem = CustomerFile.of("email,name,email\na@b.c,Jane,d@e.f\n").problem();
    assertThat(problem.type()).isEqualTo("repeated-column");
    assertThat(problem.column()).contains(3);
    assertThat(problem.detail()).contains("email");
  }

  @Test
  void aColumnWithoutDataFails() {
    Problem problem =
        CustomerFile.of("email,name,visits\na@b.c, ,1\nd@e.f,\"\t\",\nx,,\n").problem();
    assertThat(problem.type()).isEqualTo("empty-column");
    assertThat(problem.line()).contains(1);
    assertThat(problem.column()).contains(2);
    assertThat(problem.detail()).contains("Column 2, name,");
  }

  @Test
  void aColumnWithDataInOneRowOfManyIsNotEmpty() throws IOException, UnacceptableFile {
    String rows = "a@b.c,\n".repeat(5);
    assertThat(CustomerFile.of("email,name\n" + rows + "x,Jane\n" + rows).ofAtMost(100).slices())
        .hasSize(6);
  }

  @Test
  void anInvalidRowFillsItsColumnsToo() {
    assertThat(CustomerFile.of("email,name\nnobody,Jane\n").rows()).hasSize(1);
    assertThat(CustomerFile.of("email,name\nnobody,Jane,x\n").rows()).hasSize(1);
    assertThat(CustomerFile.of("email,name\na@b.c\n").problem().type()).isEqualTo("empty-column");
  }

  @Test
  void anyIdentifierDoesWhereTheFileGivesTheKeysToo() {
    assertThat(CustomerFile.of("email,name\na@b.c,Jane\n").withGivenKeys().rows()).hasSize(1);
    assertThat(CustomerFile.of("email,person\na@b.c,1\n").withGivenKeys().rows()).hasSize(1);
  }

  @Test
  void aColumnOfSegmentsIsUnknownWhereNobodyCanJoin() {
    CustomerFile file = CustomerFile.of("email,segment\na@b.c,s1\n");
    assertThat(file.rows()).hasSize(1);
    assertThat(file.withoutSegments().problem().type()).isEqualTo("unknown-column");
  }

  @ParameterizedTest
  @CsvSource({"'email,name', ','", "'name;email', ;", "'name\temail', '\t'", "'email|vip', |"})
  void theDelimiterIsSeenInTheHeader(String header, char delimiter)
      throws IOException, UnacceptableFile {
    assertThat(CustomerFile.of(header + "\n").open().layout().delimiter()).isEqualTo(delimiter);
  }

  @Test
  void anotherDelimiterThanTheDeclaredOneMakesAnUnknownColumn() {
    assertThat(CustomerFile.of("email;name\na@b.c;Jane\n").delimited(",").problem().type())
        .isEqualTo("unknown-column");
  }

  @Test
  void theFirstIdentifierInTheOrderOfTheDatasetCounts() throws IOException, UnacceptableFile {
    Layout layout = CustomerFile.of("name,phone,email\nJane,1,a@b.c\n").open().layout();
    assertThat(layout.identifier()).isEqualTo("email");
    assertThat(layout.columns()).isEqualTo(List.of("name", "phone", "email"));
  }

  @Test
  void aFileWithoutRowsFails() {
    assertThat(CustomerFile.of("email,name\n\n").problem().type()).isEqualTo("header-only");
    assertThat(CustomerFile.of("").problem().remedy()).contains("/template.csv?kind=import");
  }

  @Test
  void moreIdentifiersLeaveRoomForFewerRows() {
    String header = "email,phone,name\n";
    String row = "a@b.c,1,Jane\n";
    assertThat(CustomerFile.of(header + row.repeat(5)).ofAtMost(10).rows()).hasSize(5);
    Problem problem = CustomerFile.of(header + row.repeat(6)).ofAtMost(10).problem();
    assertThat(problem.type()).isEqualTo("too-many-rows");
    assertThat(problem.detail())
        .isEqualTo("A file with 2 columns of identifiers holds at most 5 rows.");
  }
}
