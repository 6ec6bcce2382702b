package expunge.aws;

import io.avaje.json.mapper.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records as DynamoDB writes them in JSON, each attribute with its type. */
final class Fixtures {
  private Fixtures() {}

  static Map<String, AttributeValue> record(String file) {
    try (InputStream json =
        Objects.requireNonNull(Fixtures.class.getResourceAsStream(file), file)) {
      return attributes(JsonMapper.builder().build().map().fromJson(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, AttributeValue> attributes(Map<?, ?> json) {
    return json.entrySet().stream()
        .collect(
            Collectors.toMap(
                entry -> (String) entry.getKey(), entry -> value((Map<?, ?>) entry.getValue())));
  }

  private static AttributeValue value(Map<?, ?> typed) {
    Map.Entry<?, ?> only = typed.entrySet().iterator().next();
    return switch (only.getKey() + "") {
      case "S" -> AttributeValue.fromS((String) only.getValue());
      case "N" -> AttributeValue.fromN((String) only.getValue());
      case "B" -> bytes((String) only.getValue());
      case "M" -> AttributeValue.fromM(attributes((Map<?, ?>) only.getValue()));
      case "L" ->
          AttributeValue.fromL(
              ((List<?>) only.getValue()).stream().map(each -> value((Map<?, ?>) each)).toList());
      default -> throw new IllegalArgumentException("type " + only.getKey());
    };
  }

  private static AttributeValue bytes(String base64) {
    return AttributeValue.fromB(SdkBytes.fromByteArray(Base64.getDecoder().decode(base64)));
  }
}
