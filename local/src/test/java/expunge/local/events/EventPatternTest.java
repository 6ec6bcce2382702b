package expunge.local.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EventPatternTest {
  private static final Map<String, Object> EVENT =
      Map.of("name", "INSERT", "image", Map.of("state", Map.of("S", "RUNNING")));

  private static boolean matches(String pattern) {
    return EventPattern.of(pattern).matches(EVENT);
  }

  @Test
  void oneOfTheListedTextsHasToBeThere() {
    assertThat(matches("{\"name\": [\"MODIFY\", \"INSERT\"]}")).isTrue();
    assertThat(matches("{\"name\": [\"MODIFY\"]}")).isFalse();
    assertThat(matches("{\"other\": [\"INSERT\"]}")).isFalse();
  }

  @Test
  void everyMemberHasToMatch() {
    String inside = "\"image\": {\"state\": {\"S\": [\"RUNNING\"]}}";
    assertThat(matches("{\"name\": [\"INSERT\"], " + inside + "}")).isTrue();
    assertThat(matches("{\"name\": [\"REMOVE\"], " + inside + "}")).isFalse();
  }

  @Test
  void anythingButIsNotWhatIsAbsent() {
    assertThat(matches("{\"name\": [{\"anything-but\": [\"MODIFY\"]}]}")).isTrue();
    assertThat(matches("{\"name\": [{\"anything-but\": [\"INSERT\"]}]}")).isFalse();
    assertThat(matches("{\"other\": [{\"anything-but\": [\"INSERT\"]}]}")).isFalse();
  }

  @Test
  void oneAlternativeIsEnoughAndOnlyBesideTheRest() {
    String or = "\"$or\": [{\"name\": [\"MODIFY\"]}, {\"name\": [\"INSERT\"]}]";
    assertThat(matches("{" + or + "}")).isTrue();
    assertThat(matches("{" + or + ", \"other\": [\"x\"]}")).isFalse();
    assertThat(matches("{\"$or\": [{\"name\": [\"MODIFY\"]}, {\"other\": [\"x\"]}]}")).isFalse();
  }

  @Test
  void whatIsNotUnderstoodIsNotJudged() {
    assertThatThrownBy(() -> matches("{\"name\": [{\"prefix\": \"IN\"}]}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> matches("{\"name\": \"INSERT\"}"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
