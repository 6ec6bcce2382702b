package expunge.dataset;

import expunge.item.Value;
import java.util.List;
import java.util.Map;

/** What becomes of a linked record when its profile is deleted. */
public sealed interface LinkedRule {
  /** The record is deleted. */
  record Delete() implements LinkedRule {}

  /**
   * The record stays and counts in statistics, without its link.
   *
   * @param remove the attributes that go with it
   * @param replace what others are set to
   */
  record Anonymize(List<String> remove, Map<String, Value> replace) implements LinkedRule {
    /** Copies both. */
    public Anonymize {
      remove = List.copyOf(remove);
      replace = Map.copyOf(replace);
    }
  }

  /** The record stays as it is, without its link. */
  record Detach() implements LinkedRule {}

  /** Deleted where the attribute has this value, detached otherwise. */
  record DeleteWhere(String attribute, Value value) implements LinkedRule {}

  /**
   * The record stays linked, and loses some attributes: the rule of a deletion type that removes
   * attributes only. A record that has none of them is left alone.
   */
  record Strip(List<String> attributes) implements LinkedRule {
    /** Copies the list. */
    public Strip {
      attributes = List.copyOf(attributes);
    }
  }
}
