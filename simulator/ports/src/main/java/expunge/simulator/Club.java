package expunge.simulator;

import expunge.dataset.Dataset;
import expunge.dataset.Datasets;
import expunge.item.Value;
import expunge.segment.SegmentItem;
import java.util.List;
import java.util.Map;

/** A dataset with segments: who is a member of what stands in a table of its own. */
public final class Club {
  /** Where memberships are. */
  public static final String MEMBERSHIPS = "memberships";

  /** Where segments are. */
  public static final String SEGMENTS = "club-segments";

  private static final String DECLARATION =
      """
      {"datasets": {"club": {
        "profiles": {"table": "club", "key": "person", "protectedBy": "legalHold"},
        "linked": [
          {"name": "memberships", "table": "memberships", "rule": "delete",
           "key": {"partition": "segment", "sort": "person"},
           "link": {"attribute": "person", "index": "by-person"}}],
        "segments": {"table": "club-segments",
                     "members": {"linked": "memberships", "segment": "segment"},
                     "attribute": "segments"}}}}
      """;

  private static final String BY_INDEX =
      DECLARATION
          .replace(
              "\"partition\": \"segment\", \"sort\": \"person\"",
              "\"partition\": \"person\", \"sort\": \"segment\"")
          .replace(", \"index\": \"by-person\"", "")
          .replace(
              "\"segment\": \"segment\"", "\"segment\": \"segment\", \"index\": \"by-segment\"");

  private Club() {}

  /** The dataset. */
  public static Dataset dataset() {
    return Datasets.parse(DECLARATION).defaultDataset();
  }

  /**
   * Another one with tables of its own.
   *
   * @param name of the dataset, with which its tables begin
   * @param membersByIndex whether the members of a segment are found by an index
   */
  public static Dataset named(String name, boolean membersByIndex) {
    return Datasets.parse(
            (membersByIndex ? BY_INDEX : DECLARATION)
                .replace("\"club\": {", "\"" + name + "\": {")
                .replaceAll("\"table\": \"([a-z-]+)\"", "\"table\": \"" + name + "-$1\""))
        .defaultDataset();
  }

  /** A system with these segments, which have no members yet. */
  public static MemorySystem system(int rowsPerBatch, List<String> segments) {
    MemorySystem system = new MemorySystem(dataset(), rowsPerBatch);
    segments.forEach(id -> system.tables.put(SEGMENTS, SegmentItem.key(id)));
    return system;
  }

  /** Puts profiles, and makes them members. */
  public static void put(MemorySystem system, String segment, List<String> people) {
    system.addProfiles(people);
    people.forEach(person -> system.tables.put(MEMBERSHIPS, membership(segment, person)));
  }

  /** The item that says that somebody is a member. */
  public static Map<String, Value> membership(String segment, String person) {
    return Map.of("segment", new Value.Text(segment), "person", new Value.Text(person));
  }
}
