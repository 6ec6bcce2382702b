package expunge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import expunge.run.InvalidSettings;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredApiKeysTest {
  private static final KeyHash ONE = KeyHash.of("one");
  private static final KeyHash TWO = KeyHash.of("two");

  @Test
  void aKeyIsFoundByItsHashAndNoOther() {
    ConfiguredApiKeys keys =
        ConfiguredApiKeys.parse("viewer:screen:" + ONE.hex() + ",operator:desk:" + TWO.hex());

    assertThat(keys.find(ONE)).contains(new ApiKey("screen", Role.VIEWER, ONE));
    assertThat(keys.find(TWO)).contains(new ApiKey("desk", Role.OPERATOR, TWO));
    assertThat(keys.find(KeyHash.of("three"))).isEmpty();
  }

  @Test
  void anEntryIsReadAsItIsWritten() {
    ApiKey key = new ApiKey("night.shift-2", Role.ADMINISTRATOR, ONE);

    assertThat(ConfiguredApiKeys.parse(key.entry()).find(ONE)).contains(key);
  }

  @Test
  void commasAndWhiteSpaceMaySurroundEntries() {
    ConfiguredApiKeys keys =
        ConfiguredApiKeys.parse(
            ",\n viewer:screen:" + ONE.hex() + " ,\t\n operator:desk:" + TWO.hex() + "\n,");

    assertThat(keys.find(ONE)).isPresent();
    assertThat(keys.find(TWO)).isPresent();
  }

  @Test
  void allProblemsAreToldAtOnceWithoutQuotingAnEntry() {
    String twice = ",viewer:twice:" + ONE.hex();

    assertThat(problemsOf("exp_secret,root:exp_secret*:exp_secret" + twice + twice))
        .containsExactly(
            "entry 1: has to be role:label:sha256",
            "entry 2: the role has to be one of viewer, operator, administrator",
            "entry 2: the label has 1 to 64 letters, digits, dots, hyphens or underscores",
            "entry 2: the SHA-256 of a key has 64 lower-case hexadecimal digits",
            "entry 4: an earlier entry has the same label",
            "entry 4: an earlier entry has the same hash");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "\n,\n"})
  void aListWithoutAKeyIsRefused(String entries) {
    assertThat(problemsOf(entries)).containsExactly("no key is listed");
  }

  @Test
  void aHashInUpperCaseIsRefused() {
    assertThat(problemsOf("viewer:screen:" + "A".repeat(64))).hasSize(1);
  }

  @Test
  void aRoleIncludesThoseBeforeIt() {
    assertThat(Role.ADMINISTRATOR.includes(Role.VIEWER)).isTrue();
    assertThat(Role.OPERATOR.includes(Role.OPERATOR)).isTrue();
    assertThat(Role.OPERATOR.includes(Role.ADMINISTRATOR)).isFalse();
    assertThat(Role.VIEWER.includes(Role.OPERATOR)).isFalse();
  }

  private static List<String> problemsOf(String entries) {
    return assertThatExceptionOfType(InvalidSettings.class)
        .isThrownBy(() -> ConfiguredApiKeys.parse(entries))
        .actual()
        .problems();
  }
}
