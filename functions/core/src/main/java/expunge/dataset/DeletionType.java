package expunge.dataset;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a deletion takes from a profile. */
public sealed interface DeletionType {
  /** The name of the type that every dataset has. */
  String COMPLETE = "complete";

  /** Its name in requests. */
  String name();

  /** How people see it. */
  String title();

  /** The whole record, with what its linked tables' rules say. */
  record Complete() implements DeletionType {
    @Override
    public String name() {
      return COMPLETE;
    }

    @Override
    public String title() {
      return "Complete customer deletion from database";
    }
  }

  /**
   * Some attributes; the profile stays.
   *
   * @param attributes of the profile; never one of its key
   * @param linked the attributes of linked records, by the linked table's name
   */
  record RemoveAttributes(
      String name, String title, List<String> attributes, Map<String, List<String>> linked)
      implements DeletionType {
    /** Copies all. */
    public RemoveAttributes {
      attributes = List.copyOf(attributes);
      linked =
          linked.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
    }

    /** The attributes that go from records of a linked table; none where it is not named. */
    List<String> fromLinked(String table) {
      return linked.getOrDefault(table, List.of());
    }
  }
}
