package expunge.batch;

import java.util.BitSet;

/**
 * Which profiles a batch will delete, row by row, written down once before its first deletion.
 * Every attempt deletes what the plan says and nothing else, so that a repetition can't touch a
 * profile that the first attempt did not find.
 */
public sealed interface Plan {
  /** How many profiles it will delete. */
  int profiles();

  /**
   * For files by the table's key, where a row's identifier is the key of its one profile.
   *
   * @param found the rows, from 0, whose profile was found and will be deleted
   * @param held the rows whose profile was found and is protected
   */
  record ByKey(BitSet found, BitSet held) implements Plan {
    /** Copies the bits. */
    public ByKey {
      found = (BitSet) found.clone();
      held = (BitSet) held.clone();
    }

    /** Without a protected profile. */
    public ByKey(BitSet found) {
      this(found, new BitSet());
    }

    @Override
    public BitSet found() {
      return (BitSet) found.clone();
    }

    @Override
    public BitSet held() {
      return (BitSet) held.clone();
    }

    /** Whether the profile of this row, from 0, will be deleted. */
    public boolean finds(int row) {
      return found.get(row);
    }

    @Override
    public int profiles() {
      return found.cardinality();
    }
  }

  /**
   * For files by another identifier: the profiles stand in an object, since a row may have many.
   *
   * @param object its key
   * @param sha256 of its content, in hexadecimal
   */
  record InObject(String object, String sha256, int profiles) implements Plan {}
}
