package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {
  @ParameterizedTest
  @CsvSource({
    "=?UTF-8?B?TMO2c2NoYW50cmFn?=, Löschantrag",
    "=?utf-8?b?w7Y=?=, ö",
    "=?UTF-8?Q?L=C3=B6sch_antrag?=, Lösch antrag",
    "=?ISO-8859-1?q?=f6?=, ö",
    "=?UTF-8?B?8J+YgA==?=, 😀",
    "a =?UTF-8?Q?=C3=B6?= b, a ö b"
  })
  void anEncodedWordIsReadAsItWasWritten(String header, String text) {
    assertThat(EncodedWords.decode(header)).isEqualTo(text);
  }

  @Test
  void longTextsComeInSeveralWordsWhoseGapsDoNotCount() {
    assertThat(EncodedWords.decode("=?UTF-8?B?w7Y=?= =?UTF-8?B?w7w=?=\r\n =?UTF-8?Q?_x?= y"))
        .isEqualTo("öü x y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain text = no? word",
        "Is it?= =?yes",
        "=?x?= =?y?=",
        "=?UTF-8?B?w7Y=",
        "=?UTF-8?B?w?=",
        "=?UTF-8?Q?=C?=",
        "=?UTF-8?Q?=zz?=",
        "=?UTF-8?Q?=C3?=",
        "=?no such?Q?a?=",
        "=?unheard-of?Q?a?=",
        "=?UTF-8?X?a?="
      })
  void whatIsNoEncodedWordStaysAsItIs(String header) {
    assertThat(EncodedWords.decode(header)).isEqualTo(header);
  }

  @Test
  void metadataAreDecodedUnderTheirNamesInLowerCase() {
    assertThat(S3ObjectStore.metadata(Map.of("Requested-By", "=?UTF-8?Q?J=C3=B6rg?=")))
        .isEqualTo(Map.of("requested-by", "Jörg"));
  }
}
