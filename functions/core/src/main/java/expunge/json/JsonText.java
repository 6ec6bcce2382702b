package expunge.json;

import io.avaje.json.JsonException;
import io.avaje.json.JsonReader;
import io.avaje.jsonb.Jsonb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON text as it stands: numbers with all their digits, and no member of an object that
 * another one of the same name covers.
 */
public final class JsonText {
  private static final int DEEPEST = 32;

  private final JsonReader reader;
  private final SequencedSet<String> problems;

  private JsonText(JsonReader reader, SequencedSet<String> problems) {
    this.reader = reader;
    this.problems = problems;
  }

  /**
   * Maps, lists, texts, {@code BigDecimal}s, flags and nulls.
   *
   * @param problems told of each member that is there twice
   * @return the value in a list of its own, as it may be null; empty where the text is no JSON
   */
  public static Optional<List<@Nullable Object>> read(String json, SequencedSet<String> problems) {
    // as the one element of a list, since the reader ignores what follows a value
    try (JsonReader reader = Jsonb.instance().reader("[" + json + "]")) {
      List<@Nullable Object> values = new JsonText(reader, problems).list("", 0);
      return values.size() == 1 ? Optional.of(values) : Optional.empty();
    } catch (JsonException | IllegalStateException | NumberFormatException malformed) {
      // without the text around the place, which is nobody's business
      return Optional.empty();
    }
  }

  private @Nullable Object value(String path, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalStateException("too deep");
    }
    return switch (reader.currentToken()) {
      case BEGIN_OBJECT -> object(path, depth);
      case BEGIN_ARRAY -> list(path, depth);
      case STRING -> wellFormed(reader.readString());
      case NUMBER -> reader.readDecimal();
      case BOOLEAN -> reader.readBoolean();
      case NULL -> reader.isNullValue() ? null : malformed();
    };
  }

  /** Half of a character is none, and would be written as another one. */
  private static String wellFormed(String text) {
    if (text.codePoints().anyMatch(one -> one >= 0xD800 && one <= 0xDFFF)) {
      throw new IllegalStateException("not Unicode");
    }
    return text;
  }

  private static Object malformed() {
    throw new IllegalStateException("neither null nor anything else");
  }

  private Map<String, @Nullable Object> object(String path, int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNextField()) {
      String name = wellFormed(reader.nextField());
      String at = path.isEmpty() ? name : path + "." + name;
      if (members.containsKey(name)) {
        problems.add(at + ": declared twice");
      }
      members.put(name, value(at, depth + 1));
    }
    reader.endObject();
    return members;
  }

  private List<@Nullable Object> list(String path, int depth) {
    List<@Nullable Object> values = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNextElement()) {
      values.add(value(depth == 0 ? "" : path + "[" + values.size() + "]", depth + 1));
    }
    reader.endArray();
    return values;
  }
}
