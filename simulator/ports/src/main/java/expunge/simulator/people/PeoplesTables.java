package expunge.simulator.people;

import expunge.dataset.KeyAttribute;
import expunge.imports.CustomerStore;
import expunge.item.Value;
import expunge.linked.LinkedStore;
import expunge.profile.ProfileStore;
import expunge.selection.Selection;
import expunge.suppression.SuppressionList;
import java.util.List;
import java.util.Map;

/** Tables that people have made and fill, and the ports that work on them. */
public interface PeoplesTables {
  /** Works on them. */
  ProfileStore profiles();

  /** Works on them. */
  LinkedStore linked();

  /** Works on them. */
  SuppressionList suppressions();

  /** Works on them. */
  Selection selection();

  /** Works on them. */
  CustomerStore customers();

  /**
   * Makes a table that is not there yet.
   *
   * @param key the partition key, and the sort key where it has one
   * @param indexes the partition keys of its indexes, by their names
   */
  void make(String table, List<KeyAttribute> key, Map<String, KeyAttribute> indexes);

  /**
   * Puts an item, in the place of the one with its key.
   *
   * @param item where a value is one of unknown type, some value of such a type is put
   */
  void put(String table, Map<String, Value> item);

  /** All items, in any order. */
  List<Map<String, Value>> all(String table);
}
