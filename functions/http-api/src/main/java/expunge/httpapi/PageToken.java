package expunge.httpapi;

import expunge.dataset.Dataset;
import expunge.dataset.DynamoRules;
import expunge.dataset.KeyPart;
import expunge.dataset.ProfileTable;
import expunge.item.Cursor;
import expunge.item.Value;
import expunge.json.JsonText;
import io.avaje.jsonb.JsonType;
import io.avaje.jsonb.Jsonb;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the next page of profiles begins, as text that only this API reads. */
final class PageToken {
  private static final JsonType<Map<String, String>> JSON =
      Jsonb.instance().type(String.class).map();

  private PageToken() {}

  static String write(Cursor cursor) {
    Map<String, String> position = new HashMap<>();
    cursor.position().forEach((name, value) -> position.put(name, value.asText().orElseThrow()));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(JSON.toJson(position).getBytes(StandardCharsets.UTF_8));
  }

  /** Empty where it is no token of a list of this dataset's profiles. */
  static Optional<Cursor> read(String token, Dataset dataset) {
    try {
      String json = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      return JsonText.read(json, new LinkedHashSet<>())
          .map(List::getFirst)
          .filter(Map.class::isInstance)
          .flatMap(position -> cursor((Map<?, ?>) position, dataset));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private static Optional<Cursor> cursor(Map<?, ?> position, Dataset dataset) {
    ProfileTable table = dataset.profiles();
    List<KeyPart> parts =
        Stream.concat(Stream.of(table.partition()), table.sort().stream()).toList();
    Map<String, Value> values = new HashMap<>();
    for (KeyPart part : parts) {
      if (position.get(part.attribute()) instanceof String text) {
        value(part, text).ifPresent(value -> values.put(part.attribute(), value));
      }
    }
    return values.size() == parts.size() && values.size() == position.size()
        ? Optional.of(new Cursor(values))
        : Optional.empty();
  }

  /** Anybody may have written it, and a number of few characters may be one of endless digits. */
  private static Optional<Value> value(KeyPart part, String text) {
    return switch (part.type()) {
      case TEXT -> Optional.of(new Value.Text(text));
      case NUMBER ->
          DynamoRules.brokenByNumber(new BigDecimal(text)).isEmpty()
              ? Optional.of(new Value.Numeric(text))
              : Optional.empty();
    };
  }
}
