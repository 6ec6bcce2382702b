package expunge.simulator.usecase;

import expunge.balance.Outcome;
import expunge.item.Value;
import expunge.profile.ProfileKey;
import expunge.profile.ProfileKeys;
import expunge.report.ReportPart;
import expunge.simulator.Market;
import expunge.simulator.MemorySystem;
import expunge.task.Task;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an import has made of the tables, and how tests fill them. */
final class Imported {
  private Imported() {}

  static Value text(String text) {
    return new Value.Text(text);
  }

  /** Puts a profile there. */
  static void profile(MemorySystem system, String key, Map<String, String> attributes) {
    Map<String, Value> values = new HashMap<>();
    attributes.forEach((name, value) -> values.put(name, text(value)));
    system.profiles.put(system.dataset, new ProfileKey(key), values);
  }

  /** The one profile with this e-mail address. */
  static Optional<Map<String, Value>> byEmail(MemorySystem system, String email) {
    List<Map<String, Value>> found =
        system.tables.all(Market.PROFILES).stream()
            .filter(item -> text(email).equals(item.get("email")))
            .toList();
    if (found.size() > 1) {
      throw new AssertionError("several profiles have one address");
    }
    return found.stream().findFirst();
  }

  /** The outcomes of a report, in the order of the file. */
  static List<Outcome> outcomes(MemorySystem system, Task task) {
    return ReportPart.rowsOf(system.report(task).getBytes(StandardCharsets.UTF_8)).stream()
        .map(row -> row.outcome())
        .toList();
  }

  /** The reasons of a report, in the order of the file. */
  static List<String> reasons(MemorySystem system, Task task) {
    return ReportPart.rowsOf(system.report(task).getBytes(StandardCharsets.UTF_8)).stream()
        .map(row -> row.reason())
        .toList();
  }

  /** How the market's segments are listed by their members' records. */
  static boolean isMember(MemorySystem system, String segment, Map<String, Value> profile) {
    ProfileKey key = ProfileKeys.read(system.dataset, profile).orElseThrow();
    return system.tables.find(Market.MEMBERSHIPS, Market.membership(segment, key)).isPresent();
  }
}
