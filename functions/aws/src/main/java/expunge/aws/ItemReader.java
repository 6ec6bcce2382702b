package expunge.aws;

import expunge.run.ExpungeException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the attributes of a record, or the entries of a map within one. All methods throw {@link
 * IllegalArgumentException} where an attribute is missing or of another type.
 */
record ItemReader(Map<String, AttributeValue> attributes) {
  static final String VERSION = "version";
  static final long KNOWN_VERSION = 1;

  /**
   * Reads a whole record.
   *
   * @throws ExpungeException.Permanent if it is of an unknown version, or can't be read
   */
  static <T> T read(Map<String, AttributeValue> record, Function<ItemReader, T> shape) {
    try {
      ItemReader reader = new ItemReader(record);
      if (reader.number(VERSION) != KNOWN_VERSION) {
        throw new ExpungeException.Permanent("a record is of an unknown version", null);
      }
      return shape.apply(reader);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException broken) {
      throw new ExpungeException.Permanent("a record can't be read", broken);
    }
  }

  boolean has(String name) {
    return attributes.containsKey(name);
  }

  String text(String name) {
    return need(name, optionalText(name));
  }

  Optional<String> optionalText(String name) {
    return find(name, value -> Optional.ofNullable(value.s()));
  }

  List<String> texts(String name) {
    return need(name, find(name, value -> Optional.of(value.l()).filter(list -> value.hasL())))
        .stream()
        .map(AttributeValue::s)
        .toList();
  }

  long number(String name) {
    return need(name, optionalNumber(name));
  }

  Optional<Long> optionalNumber(String name) {
    return find(name, value -> Optional.ofNullable(value.n())).map(Long::valueOf);
  }

  int integer(String name) {
    return need(name, optionalInteger(name));
  }

  Optional<Integer> optionalInteger(String name) {
    return find(name, value -> Optional.ofNullable(value.n())).map(Integer::valueOf);
  }

  Instant time(String name) {
    return need(name, optionalTime(name));
  }

  Optional<Instant> optionalTime(String name) {
    return optionalText(name).map(Moments::read);
  }

  byte[] bytes(String name) {
    return need(name, optionalBytes(name));
  }

  Optional<byte[]> optionalBytes(String name) {
    return find(name, value -> Optional.ofNullable(value.b())).map(SdkBytes::asByteArray);
  }

  ItemReader map(String name) {
    return need(name, optionalMap(name));
  }

  Optional<ItemReader> optionalMap(String name) {
    return find(name, value -> Optional.of(value.m()).filter(map -> value.hasM()))
        .map(ItemReader::new);
  }

  private <T> Optional<T> find(String name, Function<AttributeValue, Optional<T>> type) {
    return Optional.ofNullable(attributes.get(name)).map(value -> need(name, type.apply(value)));
  }

  private static <T> T need(String name, Optional<T> value) {
    return value.orElseThrow(() -> new IllegalArgumentException("no readable '" + name + "'"));
  }
}
