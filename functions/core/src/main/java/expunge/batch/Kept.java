package expunge.batch;

import java.util.BitSet;

/**
 * Which profiles of a plan were not deleted after all, by their place in its order. Of an import:
 * which rows were refused, by their place in the batch, where both bits together say that nobody
 * may join the segment.
 *
 * @param held those that turned out to be protected
 * @param changed those that no longer had the row's identifier
 */
public record Kept(BitSet held, BitSet changed) {
  /** None. */
  public static final Kept NONE = new Kept(new BitSet(), new BitSet());

  /** Copies the bits. */
  public Kept {
    held = (BitSet) held.clone();
    changed = (BitSet) changed.clone();
  }

  @Override
  public BitSet held() {
    return (BitSet) held.clone();
  }

  @Override
  public BitSet changed() {
    return (BitSet) changed.clone();
  }
}
