package expunge.simulator.scenario;

import expunge.item.Value;
import expunge.simulator.fault.Mishap;
import java.util.Map;
import java.util.Optional;

/** One thing that another writer does to people's tables. */
public sealed interface Deed {
  /** What kind of trouble that is. */
  Mishap kind();

  /** Makes a profile, or puts it in the place of the one that is there. */
  record Make(String key, Map<String, Value> attributes) implements Deed {
    /** Copies the attributes. */
    public Make {
      attributes = Map.copyOf(attributes);
    }

    @Override
    public Mishap kind() {
      return Mishap.PROFILE_MADE;
    }

    @Override
    public String toString() {
      return "makes " + key;
    }
  }

  /** Deletes a profile, if it is there. */
  record Delete(String key) implements Deed {
    @Override
    public Mishap kind() {
      return Mishap.PROFILE_DELETED;
    }

    @Override
    public String toString() {
      return "deletes " + key;
    }
  }

  /**
   * Sets an attribute of a profile, if that is there.
   *
   * @param value empty where the attribute is taken away
   */
  record Change(String key, String attribute, Optional<Value> value) implements Deed {
    @Override
    public Mishap kind() {
      return Mishap.PROFILE_CHANGED;
    }

    @Override
    public String toString() {
      return "changes " + attribute + " of " + key;
    }
  }

  /** Writes a record, or puts it in the place of the one with its key. */
  record Write(String table, Map<String, Value> item) implements Deed {
    /** Copies the item. */
    public Write {
      item = Map.copyOf(item);
    }

    @Override
    public Mishap kind() {
      return Mishap.RECORD_WRITTEN;
    }

    @Override
    public String toString() {
      return "writes a record in " + table;
    }
  }
}
