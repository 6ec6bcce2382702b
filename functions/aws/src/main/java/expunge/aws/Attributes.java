package expunge.aws;

import expunge.item.Cursor;
import expunge.item.Value;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Values of other people's tables, as DynamoDB has them, and back. */
final class Attributes {
  private Attributes() {}

  static AttributeValue write(Value value) {
    return switch (value) {
      case Value.Text(String text) -> AttributeValue.fromS(text);
      case Value.Numeric(String number) -> AttributeValue.fromN(number);
      case Value.Flag(boolean isTrue) -> AttributeValue.fromBool(isTrue);
      case Value.Bytes(String base64) ->
          AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(base64)));
      case Value.Several _, Value.Other _ ->
          throw new IllegalArgumentException("a value of unknown type");
    };
  }

  static Map<String, AttributeValue> write(Map<String, Value> values) {
    Map<String, AttributeValue> written = new HashMap<>();
    values.forEach((name, value) -> written.put(name, write(value)));
    return written;
  }

  static Value read(AttributeValue value) {
    return switch (value.type()) {
      case S -> new Value.Text(value.s());
      case N -> new Value.Numeric(value.n());
      case BOOL -> new Value.Flag(value.bool());
      default -> new Value.Other();
    };
  }

  static Map<String, Value> read(Map<String, AttributeValue> item) {
    Map<String, Value> values = new HashMap<>();
    item.forEach((name, value) -> values.put(name, read(value)));
    return values;
  }

  /** Only those of these names. */
  static Map<String, Value> read(Map<String, AttributeValue> item, Collection<String> names) {
    Map<String, Value> values = new HashMap<>();
    names.stream()
        .filter(item::containsKey)
        .forEach(name -> values.put(name, read(Objects.requireNonNull(item.get(name)))));
    return values;
  }

  /** All of it, with what is in its sets and lists. */
  static Map<String, Value> readWhole(Map<String, AttributeValue> item) {
    Map<String, Value> values = new HashMap<>();
    item.forEach((name, value) -> values.put(name, readWhole(value)));
    return values;
  }

  private static Value readWhole(AttributeValue value) {
    return switch (value.type()) {
      case SS -> several(value.ss().stream().map(Value.Text::new));
      case NS -> several(value.ns().stream().map(Value.Numeric::new));
      case L -> several(value.l().stream().map(Attributes::read));
      default -> read(value);
    };
  }

  private static Value several(Stream<? extends Value> members) {
    return new Value.Several(members.<Value>map(one -> one).toList());
  }

  /** Where a query ended; empty where it came to its end. An index may be sorted by bytes. */
  static Optional<Cursor> cursor(Map<String, AttributeValue> lastEvaluatedKey) {
    Map<String, Value> position = read(lastEvaluatedKey);
    lastEvaluatedKey.forEach(
        (name, value) -> {
          if (value.type() == AttributeValue.Type.B) {
            position.put(name, bytes(value));
          }
        });
    return position.isEmpty() ? Optional.empty() : Optional.of(new Cursor(position));
  }

  private static Value bytes(AttributeValue value) {
    return new Value.Bytes(Base64.getEncoder().encodeToString(value.b().asByteArrayUnsafe()));
  }
}
