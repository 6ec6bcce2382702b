package expunge.simulator.files;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.file.InvalidReason;
import expunge.file.Row;
import expunge.file.UnacceptableFile;
import io.avaje.json.mapper.JsonMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** csv-spectrum: each column of each file says what the JSON beside it says. */
class CsvSpectrumTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "comma_in_quotes",
        "empty",
        "empty_crlf",
        "escaped_quotes",
        "json",
        "newlines",
        "newlines_crlf",
        "quotes_and_newlines",
        "simple",
        "simple_crlf",
        "utf8"
      })
  void everyColumnIsReadAsTheCorpusExpects(String name) throws UnacceptableFile {
    List<Object> expected =
        JSON.fromJsonArray(ForeignFile.text("csv-spectrum/json/" + name + ".json"));
    for (Object column : ((Map<?, ?>) expected.getFirst()).keySet()) {
      assertThat(rows(name, column.toString()))
          .as(column.toString())
          .extracting(Row::value)
          .isEqualTo(expected.stream().map(row -> ((Map<?, ?>) row).get(column)).toList());
    }
  }

  /** The corpus's JSON of this file has another telephone number than its CSV; the CSV counts. */
  @Test
  void coordinatesWithQuotesWithinAreReadAsTheyAre() throws UnacceptableFile {
    assertThat(rows("location_coordinates", "Contact Phone Number"))
        .containsExactly(new Row.Valid(2, "2095257564"));
    assertThat(rows("location_coordinates", "Location Coordinates"))
        .containsExactly(new Row.Valid(2, "37\uFFFD36'37.8\"N 121\uFFFD2'17.9\"W"));
  }

  /** Ours on purpose: the value is read, and never looked up. */
  @Test
  void anEmptyValueIsNoIdentifier() throws UnacceptableFile {
    assertThat(rows("empty", "b"))
        .containsExactly(new Row.Invalid(2, "", InvalidReason.EMPTY), new Row.Valid(3, "3"));
  }

  /** Ours on purpose: no identifier has a line break, as nobody would see it. */
  @Test
  void aLineBreakIsReadAndNeverLookedUp() throws UnacceptableFile {
    assertThat(rows("newlines", "a"))
        .containsExactly(
            new Row.Valid(2, "1"),
            new Row.Invalid(3, "Once upon \na time", InvalidReason.CHARACTER),
            new Row.Valid(5, "7"));
  }

  private static List<Row> rows(String name, String column) throws UnacceptableFile {
    return ForeignFile.rows("csv-spectrum/csvs/" + name + ".csv", column);
  }
}
