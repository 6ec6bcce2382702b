package expunge.local.cost;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How large DynamoDB takes items to be, by its published rules; numbers to within a byte. */
final class ItemSize {
  private static final int OVERHEAD = 3;

  private ItemSize() {}

  static int of(Collection<Map<String, AttributeValue>> items) {
    return items.stream().mapToInt(ItemSize::of).sum();
  }

  static int of(Map<String, AttributeValue> item) {
    return item.entrySet().stream()
        .mapToInt(attribute -> bytes(attribute.getKey()) + of(attribute.getValue()))
        .sum();
  }

  private static int of(AttributeValue value) {
    return switch (value.type()) {
      case S -> bytes(value.s());
      case N -> value.n().length() / 2 + 2;
      case B -> value.b().asByteArrayUnsafe().length;
      case M -> OVERHEAD + of(value.m()) + value.m().size();
      case L -> OVERHEAD + value.l().stream().mapToInt(ItemSize::of).sum() + value.l().size();
      case BOOL, NUL -> 1;
      default -> throw new IllegalStateException("nobody uses " + value.type());
    };
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
