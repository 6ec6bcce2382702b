package expunge.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class InputTemplateTest {
  private static final Map<String, Object> RECORD =
      Map.of("image", Map.of("rows", Map.of("N", "12"), "id", Map.of("S", "$1")));

  private static String filled(String template) {
    return new InputTemplate(template).filledFrom(RECORD);
  }

  @Test
  void pathsAreReplacedByWhatStandsThere() {
    assertThat(filled("{\"a\": \"<$.image.rows.N>/<$.image.id.S>\"}"))
        .isEqualTo("{\"a\": \"12/$1\"}");
  }

  @Test
  void whatIsNotThereIsEmpty() {
    assertThat(filled("\"<$.image.batches.N>\" \"<$.image.rows.N.x>\"")).isEqualTo("\"\" \"\"");
  }

  @Test
  void whatIsNoTextIsNotPutIn() {
    assertThatThrownBy(() -> filled("<$.image.rows>")).isInstanceOf(IllegalArgumentException.class);
  }
}
