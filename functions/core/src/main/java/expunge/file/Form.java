package expunge.file;

import expunge.dataset.Dataset;
import expunge.dataset.Identifier;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/**
 * What the rows of a file are: how its header has to be, and what a record says. Intake and worker
 * have to read with the same.
 */
public abstract sealed class Form permits ListForm, CustomerForm {
  Form() {}

  /** Identifiers of profiles, one a row. */
  public static Form deletions(IdentifierColumns identifiers, Spaces spaces) {
    return new ListForm(identifiers, spaces);
  }

  /** The same, of a file whose column is known. */
  static Form deletions(Identifier identifier, Spaces spaces) {
    return deletions(new IdentifierColumns(List.of(identifier), List.of()), spaces);
  }

  /**
   * Customers, one a row.
   *
   * @param dataset one that takes imports
   */
  public static Form imports(Dataset dataset) {
    return new CustomerForm(dataset);
  }

  /**
   * The headers that a file of customers may have: the table's key, the other identifiers, declared
   * columns, settings.
   *
   * @param dataset one that takes imports
   */
  public static List<String> importColumns(Dataset dataset) {
    return CustomerForm.namesOf(dataset);
  }

  /**
   * A row that shows how a file of customers looks: a value that may stand in each of {@link
   * #importColumns}, or none where no value is found that its pattern takes.
   *
   * @param dataset one that takes imports
   */
  public static List<String> importExample(Dataset dataset) {
    return new CustomerExample(dataset).cells();
  }

  /** How the header has to be. */
  abstract HeaderRule header(FileOptions options) throws UnacceptableFile;

  /** Reads the records of a file with this head. */
  abstract Records records(Layout layout);

  /** How many values of a row are remembered to find duplicates, which bounds the rows. */
  abstract int identifiers(Layout layout);

  /** Which column of a header its rows are known by. */
  interface HeaderRule {
    /** Whether it would do, by which a delimiter is told from another. */
    boolean isIn(Header header);

    /** The index of the column. */
    int columnIn(Header header) throws UnacceptableFile;
  }

  /** What records say. For one reading of a file. */
  interface Records {
    /** The row that a record is. */
    Row row(int line, CSVRecord fields);

    /**
     * All of the file was read.
     *
     * @param headerLine the line of its header
     * @throws UnacceptableFile if something is missing in the file as a whole
     */
    default void end(int headerLine) throws UnacceptableFile {}
  }
}
