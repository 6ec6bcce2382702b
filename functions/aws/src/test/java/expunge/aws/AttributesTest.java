package expunge.aws;

import static org.assertj.core.api.Assertions.assertThat;

import expunge.item.Cursor;
import expunge.item.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class AttributesTest {
  private static final AttributeValue BYTES =
      AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {0, -1, ' '}));

  @Test
  void aPlaceInAnIndexIsWrittenAsItWasReadWhateverItIsSortedBy() {
    Map<String, AttributeValue> position =
        Map.of(
            "email",
            AttributeValue.fromS("a@example.com"),
            "since",
            AttributeValue.fromN("7"),
            "hash",
            BYTES);

    Cursor cursor = Attributes.cursor(position).orElseThrow();

    assertThat(Attributes.write(cursor.position())).isEqualTo(position);
    assertThat(cursor.toString()).doesNotContain("example");
    assertThat(Attributes.cursor(Map.of())).isEmpty();
  }

  @Test
  void bytesOfAnItemAreNothingThatAnybodyComparesWith() {
    assertThat(Attributes.read(Map.of("hash", BYTES))).isEqualTo(Map.of("hash", new Value.Other()));
  }
}
