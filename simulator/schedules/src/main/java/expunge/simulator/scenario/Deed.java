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

  /**
   * Sets an attribute of everybody with this email.
   *
   * @param value empty where the attribute is taken away
   */
  record Alter(String email, String attribute, Optional<Value> value) implements Deed {
    @Override
    public Mishap kind() {
      return Mishap.PROFILE_CHANGED;
    }

    @Override
    public String toString() {
      return "changes " + attribute + " of " + email;
    }
  }

  /**
   * Deletes everybody with this email for good, as a deletion does: first what is linked to them,
   * then the profile together with its entries in the suppression list, then what was linked since.
   *
   * @param pause microseconds between the first and the last
   */
  record Forget(String email, long pause) implements Deed {
    @Override
    public Mishap kind() {
      return Mishap.PERSON_FORGOTTEN;
    }

    @Override
    public String toString() {
      return "deletes " + email + " for good";
    }
  }

  /** Lets nobody join a segment any more, if there is one of this id. */
  record Disable(String segment) implements Deed {
    @Override
    public Mishap kind() {
      return Mishap.SEGMENT_DISABLED;
    }

    @Override
    public String toString() {
      return "disables " + segment;
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
