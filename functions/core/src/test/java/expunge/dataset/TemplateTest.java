package expunge.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  @ParameterizedTest
  @ValueSource(strings = {"{id}", "CUSTOMER#{id}", "{id}#PROFILE", "A#{id}#B", "{{id}}"})
  void theIdThatWasPutInComesOut(String text) {
    Template template = new Template(text);

    assertThat(template.isConstant()).isFalse();
    for (String id : new String[] {"1", "CUSTOMER#1", "{id}", "#", "ä €"}) {
      assertThat(template.idIn(template.with(id))).contains(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A#", "A##B", "A#B", "B#1#A", "A#1#b", "#1#", "A#1#B "})
  void aTextOfAnotherFormHasNoId(String filled) {
    assertThat(new Template("A#{id}#B").idIn(filled)).isEmpty();
  }

  @Test
  void beginningAndEndDoNotShareCharacters() {
    assertThat(new Template("##{id}##").idIn("###")).isEmpty();
    assertThat(new Template("##{id}##").idIn("####")).isEmpty();
    assertThat(new Template("##{id}##").idIn("#####")).contains("#");
  }

  @Test
  void aConstantSaysTheSameOfEveryProfile() {
    Template constant = new Template("PROFILE");

    assertThat(constant.isConstant()).isTrue();
    assertThat(constant.with("7")).isEqualTo("PROFILE");
    assertThat(constant.idIn("PROFILE")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{id}{id}", "a{id}b{id}c"})
  void noTemplateIsEmptyOrHasTwoPlaces(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Template(text));
  }

  @Test
  void aNumberIsTheIdAndNothingElse() {
    Template template = new Template("N{id}");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyPart("pk", KeyType.NUMBER, template));
  }
}
