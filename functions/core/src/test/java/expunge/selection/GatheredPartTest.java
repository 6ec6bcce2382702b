package expunge.selection;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.item.Cursor;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatheredPartTest {
  @Test
  void aPlaceIsReadAsItWasWrittenWhateverTypesItsKeyHas() {
    Cursor place =
        new Cursor(
            Map.of(
                "id", new Value.Text("odd \"key\",\n "),
                "number", new Value.Numeric("-7.5"),
                "bytes", new Value.Bytes("AP8g")));

    GatheredPart read = GatheredPart.read(part(Optional.of(place)).write());

    assertThat(read.next()).contains(place);
    assertThat(read.found()).isEqualTo(4);
    assertThat(read.isBy("me")).isTrue();
  }

  @Test
  void theLastPartHasNoPlaceAndItsKeys() {
    byte[] part = part(Optional.empty()).write();

    assertThat(GatheredPart.read(part).next()).isEmpty();
    assertThat(new String(GatheredPart.linesOf(part), StandardCharsets.UTF_8)).contains("b");
  }

  private static GatheredPart part(Optional<Cursor> next) {
    return GatheredPart.of("me", 2, next, List.of(new ProfileKey("a"), new ProfileKey("b")));
  }
}
