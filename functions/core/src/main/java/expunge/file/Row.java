package expunge.file;

/**
 * One data record of a file: the line on which it starts, and what its identifier column says
 * without the spaces and tabs at both ends. The value belongs to a person: no {@code toString}
 * shows it.
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

  /** A row that is reported and never looked up. */
  record Invalid(int line, String value, InvalidReason reason) implements Row {
    @Override
    public String toString() {
      return "Invalid[line=" + line + ", reason=" + reason + "]";
    }
  }
}
