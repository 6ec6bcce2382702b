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
   * For files by the table's key, where a row's identifier is the key of its one profile: a bit per
   * row.
   */
  record ByKey(BitSet found) implements Plan {
    /** Copies the bits. */
    public ByKey {
      found = (BitSet) found.clone();
    }

    /** A copy of the bits: the rows, from 0, whose profile was found. */
    @Override
    public BitSet found() {
      return (BitSet) found.clone();
    }

    /** Whether the profile of this row, from 0, was found. */
    public boolean finds(int row) {
      return found.get(row);
    }

    @Override
    public int profiles() {
      return found.cardinality();
    }
  }
}
