package expunge.aws;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Collects the attributes of a record, or the entries of a map within one. */
final class ItemWriter {
  private final Map<String, AttributeValue> attributes = new LinkedHashMap<>();

  /** A record in the version of this build. */
  static ItemWriter record() {
    return new ItemWriter().number(ItemReader.VERSION, ItemReader.KNOWN_VERSION);
  }

  ItemWriter text(String name, String value) {
    return value(name, AttributeValue.fromS(value));
  }

  /** An empty one leaves the attribute out. */
  ItemWriter text(String name, Optional<String> value) {
    value.ifPresent(present -> text(name, present));
    return this;
  }

  ItemWriter texts(String name, List<String> values) {
    return value(name, AttributeValue.fromL(values.stream().map(AttributeValue::fromS).toList()));
  }

  ItemWriter number(String name, long value) {
    return value(name, AttributeValue.fromN(Long.toString(value)));
  }

  ItemWriter time(String name, Instant value) {
    return text(name, Moments.write(value));
  }

  /** An empty one leaves the attribute out. */
  ItemWriter time(String name, Optional<Instant> value) {
    return text(name, value.map(Moments::write));
  }

  ItemWriter bytes(String name, byte[] value) {
    return value(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
  }

  ItemWriter map(String name, ItemWriter entries) {
    return value(name, AttributeValue.fromM(entries.attributes()));
  }

  ItemWriter value(String name, AttributeValue value) {
    attributes.put(name, value);
    return this;
  }

  ItemWriter all(ItemWriter others) {
    attributes.putAll(others.attributes);
    return this;
  }

  Map<String, AttributeValue> attributes() {
    return Collections.unmodifiableMap(attributes);
  }
}
