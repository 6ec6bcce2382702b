package expunge.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import expunge.dataset.Identifier;
import expunge.dataset.KeyType;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRulesTest {
  private static final ValueRules ANY = rules(KeyType.TEXT, Optional.empty());
  private static final ValueRules DIGITS =
      rules(KeyType.TEXT, Optional.of(Pattern.compile("[0-9]{1,20}")));
  private static final ValueRules NUMBER = rules(KeyType.NUMBER, Optional.empty());

  private static ValueRules rules(KeyType type, Optional<Pattern> pattern) {
    return new ValueRules(Identifier.plain("id", type, pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "007", "a b", "Ж", "ü", "😀", "a,b;\"c\"", "1.23E+15", "\u3000", "e\u0301"})
  void whatCanBeSeenIsValidWhereNothingElseIsDeclared(String value) {
    assertThat(ANY.broken(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "\u0007",
        "a\tb",
        "a\nb",
        "\u007F",
        "\u0085",
        "\u00A0",
        "\u00AD",
        "\u200B",
        "\u200C",
        "\u200D",
        "\u200E",
        "\u200F",
        "\u2028",
        "\u2029",
        "\u202A",
        "\u202E",
        "\u202F",
        "\u2007",
        "\u2060",
        "\u2066",
        "\u2069",
        "\uFEFF",
        "\uD800",
        "\uDC00",
        "\uFFFF",
        "\uFDD0",
        "\uD83F\uDFFE",
        "\uDB40\uDC41"
      })
  void whatCannotBeSeenIsInvalid(String character) {
    assertThat(ANY.broken("a" + character)).contains(InvalidReason.CHARACTER);
    assertThat(ANY.broken(character + "a")).contains(InvalidReason.CHARACTER);
  }

  @Test
  void theEmptyValueIsInvalid() {
    assertThat(ANY.broken("")).contains(InvalidReason.EMPTY);
  }

  @Test
  void aKeyHas2048BytesAtMost() {
    assertThat(ANY.broken("x".repeat(2_048))).isEmpty();
    assertThat(ANY.broken("x".repeat(2_049))).contains(InvalidReason.TOO_LONG);
    assertThat(ANY.broken("ж".repeat(1_024))).isEmpty();
    assertThat(ANY.broken("ж".repeat(1_024) + "x")).contains(InvalidReason.TOO_LONG);
    assertThat(ANY.broken("€".repeat(682) + "xx")).isEmpty();
    assertThat(ANY.broken("€".repeat(683))).contains(InvalidReason.TOO_LONG);
    assertThat(ANY.broken("😀".repeat(512))).isEmpty();
    assertThat(ANY.broken("😀".repeat(513))).contains(InvalidReason.TOO_LONG);
  }

  @Test
  void thePatternIsForTheWholeValue() {
    assertThat(DIGITS.broken("12")).isEmpty();
    assertThat(DIGITS.broken("12a")).contains(InvalidReason.PATTERN);
    assertThat(DIGITS.broken("1".repeat(21))).contains(InvalidReason.PATTERN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.23E+15", "1,23E+15", "-1.2e+07", "1E+20", "1.23457E-05", "1E5"})
  void whatASpreadsheetDidIsNamed(String value) {
    assertThat(DIGITS.broken(value)).contains(InvalidReason.SPREADSHEET);
    assertThat(NUMBER.broken(value)).contains(InvalidReason.SPREADSHEET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "7",
        "-7",
        "10",
        "1.5",
        "-0.5",
        "0.05",
        "100.01",
        "12345678901234567890123456789012345678",
        "0.12345678901234567890123456789012345678"
      })
  void aNumberInItsCanonicalFormIsValid(String value) {
    assertThat(NUMBER.broken(value)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "007",
        "00",
        "+7",
        "-0",
        "-0.0",
        "0.0",
        "1.0",
        "1.50",
        ".5",
        "5.",
        "-",
        "1 000",
        "1,000",
        "0x1F",
        "NaN",
        "Infinity",
        "١",
        "1e",
        "123456789012345678901234567890123456789",
        "0.123456789012345678901234567890123456789",
        "1-2"
      })
  void aNumberInAnyOtherFormIsInvalid(String value) {
    assertThat(NUMBER.broken(value)).contains(InvalidReason.NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"([A-Za-z0-9]|-)+", "(a|b|c|d)*", "(a+)+b?"})
  void noPatternTakesMoreStackOrTimeForALongValue(String pattern) {
    ValueRules rules = rules(KeyType.TEXT, Optional.of(Pattern.compile(pattern)));

    assertThat(rules.broken("a".repeat(2_048))).isEmpty();
    assertThat(rules.broken("a".repeat(2_047) + "!")).contains(InvalidReason.PATTERN);
  }

  @Test
  void aNumberCanHaveAPatternToo() {
    ValueRules rules = rules(KeyType.NUMBER, Optional.of(Pattern.compile("[0-9]{3}")));
    assertThat(rules.broken("123")).isEmpty();
    assertThat(rules.broken("12")).contains(InvalidReason.PATTERN);
    assertThat(rules.broken("012")).contains(InvalidReason.NUMBER);
  }

  @Test
  void onlySpacesAndTabsAtTheEndsAreRemoved() {
    assertThat(ValueRules.stripped(" \t a b\t ")).isEqualTo("a b");
    assertThat(ValueRules.stripped(" \t ")).isEmpty();
    assertThat(ValueRules.stripped("\u00A0a\n")).isEqualTo("\u00A0a\n");
  }

  @Test
  void reasonsSayWhatToDo() {
    for (InvalidReason reason : InvalidReason.values()) {
      assertThat(reason.sentence()).contains(": ").endsWith(".");
    }
  }
}
