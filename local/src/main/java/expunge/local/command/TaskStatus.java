package expunge.local.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task as the HTTP API shows it.
 *
 * @param json the answer's members
 */
public record TaskStatus(Map<String, Object> json) {
  /** Names it in calls and keys. */
  public String id() {
    return text("taskId");
  }

  /** One of the states, such as {@code RUNNING}. */
  public String state() {
    return text("state");
  }

  /** Whether it has ended. */
  public boolean hasEnded() {
    return switch (state()) {
      case "COMPLETED", "COMPLETED_WITH_ERRORS", "CANCELLED", "REJECTED", "FAILED" -> true;
      default -> false;
    };
  }

  /** Rows in the file, as far as it is accepted. */
  public long rows() {
    return number(member("progress"), "rows");
  }

  /** Rows that have an outcome. */
  public long done() {
    return number(member("progress"), "done");
  }

  /** Rows per outcome, in the API's order. */
  public Map<String, Long> balance() {
    Map<String, Long> counts = new LinkedHashMap<>();
    member("balance").forEach((outcome, rows) -> counts.put(String.valueOf(outcome), longOf(rows)));
    return counts;
  }

  /** How many profiles were deleted. */
  public long profilesDeleted() {
    return number(json, "profilesDeleted");
  }

  private String text(String name) {
    return String.valueOf(json.get(name));
  }

  private Map<?, ?> member(String name) {
    return json.get(name) instanceof Map<?, ?> member ? member : Map.of();
  }

  private static long number(Map<?, ?> member, String name) {
    return longOf(member.get(name));
  }

  private static long longOf(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }
}
