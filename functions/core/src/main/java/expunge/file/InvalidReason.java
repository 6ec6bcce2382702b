package expunge.file;

/** Why a row can't be used, and what its owner can do about it. */
public enum InvalidReason {
  EMPTY("The row has no identifier: fill it in or remove the row."),
  TOO_LONG("The identifier is longer than a key of the table can be: check the export."),
  CHARACTER(
      "The identifier contains a character that can't be seen (a control or zero-width character,"
          + " or a no-break space): export it again from its source or retype it."),
  FIELDS(
      "The row has another number of fields than the header: put fields that contain the delimiter"
          + " in quotes, or remove surplus delimiters."),
  PATTERN("The identifier doesn't have the form that the dataset declares for it: correct it."),
  SPREADSHEET(
      "A spreadsheet turned the identifier into a rounded number (as 1.23E+15), its digits are"
          + " lost: export the file again and format the column as text before opening it."),
  NUMBER(
      "The identifier is not a plain number: write it without leading zeros, plus sign, exponent,"
          + " thousands separators or trailing fraction zeros, with 38 digits at most."),
  VALUE_TOO_LONG("The value is longer than 32,768 bytes: shorten it."),
  VALUE_FORM(
      "The value doesn't have the form that the dataset declares for its column: correct it."),
  VALUE_NUMBER(
      "The value is not a plain number: write it without leading zeros, plus sign, exponent,"
          + " thousands separators or trailing fraction zeros, with 38 digits at most."),
  VALUE_FLAG("The value is neither true nor false: write one of them, or nothing."),
  VALUE_CHARACTER("The value contains a control character: export it again or retype it."),
  SETTING_TOO_LONG("The value is longer than 200 characters: shorten it."),
  SEGMENT(
      "The value is no id of a segment: 1 to 128 letters, digits, dots, hyphens, underscores or"
          + " tildes."),
  ROW_TOO_LARGE("The row holds more than 262,144 bytes: shorten its values.");

  private final String sentence;

  InvalidReason(String sentence) {
    this.sentence = sentence;
  }

  /** For people: what is wrong and what to do. */
  public String sentence() {
    return sentence;
  }
}
