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

  /** A row that can be looked up. */
  record Valid(int line, String value) implements Row {
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
