package expunge.local.events;

import io.avaje.json.mapper.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of EventBridge, as far as the template uses them: texts, {@code anything-but} a list of
 * texts, and {@code $or}. It refuses to judge by anything else.
 */
record EventPattern(Map<String, Object> pattern) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String OR = "$or";
  private static final String ANYTHING_BUT = "anything-but";

  static EventPattern of(String json) {
    return new EventPattern(JSON.fromJsonObject(json));
  }

  boolean matches(Map<String, Object> event) {
    return matches(pattern, event);
  }

  private static boolean matches(Map<?, ?> pattern, @Nullable Object event) {
    return pattern.entrySet().stream()
        .allMatch(
            member ->
                member.getKey().equals(OR)
                    ? matchesOne(member.getValue(), event)
                    : matchesMember(member.getValue(), member(event, member.getKey())));
  }

  private static boolean matchesOne(@Nullable Object alternatives, @Nullable Object event) {
    return ((List<?>) known(alternatives, List.class))
        .stream().anyMatch(one -> matches((Map<?, ?>) known(one, Map.class), event));
  }

  private static boolean matchesMember(@Nullable Object expected, @Nullable Object value) {
    return expected instanceof List<?> list
        ? list.stream().anyMatch(one -> matchesValue(one, value))
        : matches((Map<?, ?>) known(expected, Map.class), value);
  }

  /** What is absent matches nothing, not even {@code anything-but}. */
  private static boolean matchesValue(@Nullable Object expected, @Nullable Object value) {
    if (expected instanceof String text) {
      return text.equals(value);
    }
    if (expected instanceof Map<?, ?> rule
        && rule.size() == 1
        && rule.get(ANYTHING_BUT) instanceof List<?> others) {
      return value instanceof String && !others.contains(value);
    }
    throw new IllegalArgumentException("not understood here: " + expected);
  }

  private static @Nullable Object member(@Nullable Object event, Object name) {
    return event instanceof Map<?, ?> members ? members.get(name) : null;
  }

  private static Object known(@Nullable Object part, Class<?> type) {
    if (!type.isInstance(part)) {
      throw new IllegalArgumentException("not understood here: " + part);
    }
    return part;
  }
}
