package expunge.file;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One data record of a file: the line on which it starts, and what its identifier column says
 * without the spaces and tabs at both ends. The values belong to a person: no {@code toString}
 * shows them.
 */
public sealed interface Row {
  /** From 1; the header usually is line 1. */
  int line();

  /** Empty if the record has no such field. */
  String value();

  /**
   * A row that can be looked up.
   *
   * @param wanted the value in the form in which the table has it
   */
  record Valid(int line, String value, String wanted) implements Row {
    /** With a value that the table has as it is. */
    public Valid(int line, String value) {
      this(line, value, value);
    }

    @Override
    public String toString() {
      return "Valid[line=" + line + "]";
    }
  }

  /**
   * A row that describes a customer.
   *
   * @param value the first identifier as it stands there
   * @param identifiers by their names, in normal form and the dataset's order; at least one
   * @param cells of all other columns that are filled in, by their headers
   */
  record Customer(
      int line, String value, SequencedMap<String, String> identifiers, Map<String, String> cells)
      implements Row {
    /** Copies the maps. */
    public Customer {
      identifiers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(identifiers));
      cells = Map.copyOf(cells);
    }

    @Override
    public String toString() {
      return "Customer[line=" + line + "]";
    }
  }

  /**
   * A row that is reported and never looked up.
   *
   * @param column the header of the column that is wrong, in a file with several that matter
   */
  record Invalid(int line, String value, InvalidReason reason, Optional<String> column)
      implements Row {
    /** Of a file with one column that matters. */
    public Invalid(int line, String value, InvalidReason reason) {
      this(line, value, reason, Optional.empty());
    }

    /** For people: where it is wrong, what, and what to do. */
    public String sentence() {
      return column.map(name -> name + ": ").orElse("") + reason.sentence();
    }

    @Override
    public String toString() {
      return "Invalid[line=" + line + ", reason=" + reason + "]";
    }
  }
}
